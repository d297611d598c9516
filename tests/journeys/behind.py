"""What goes on while nobody looks: steps taken at once, through the operations, in a process of their own."""

import json
from typing import Any

from tests.journeys.server import Server


def behind(server: Server, name: str, *words: str) -> Any:  # noqa: ANN401 - whatever the arrangement gives back
    """Run one of `tests.journeys.arrangements` on the server's data folder, and give back what it does."""
    begun = "import json; from tests.journeys import arrangements;"
    return json.loads(server.python(f"{begun} print(json.dumps(arrangements.{name}(*{words!r})))"))
