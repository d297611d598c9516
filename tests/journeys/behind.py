"""What goes on while nobody looks: steps taken at once, through the operations, in a process of their own."""

import json
import subprocess
import sys
from typing import Any

from tests.journeys.reader import ROOT
from tests.journeys.server import PATIENCE, Server

_RUN = """
import django, json, sys
django.setup()
from tests.journeys import arrangements
print(json.dumps(getattr(arrangements, sys.argv[1])(*sys.argv[2:])))
"""


def behind(server: Server, name: str, *words: str) -> Any:  # noqa: ANN401 - whatever the arrangement gives back
    """Run one of `tests.journeys.arrangements` on the server's data folder, and give back what it does."""
    ran = subprocess.run(
        [sys.executable, "-c", _RUN, name, *words],
        env=server.environment | {"DJANGO_SETTINGS_MODULE": "coretech.config.settings"},
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=PATIENCE,
    )
    assert ran.returncode == 0, ran.stderr
    return json.loads(ran.stdout)
