"""The API's description, drawn once for all tests of a process: that takes more than a second."""

import json
from functools import cache

from coretech.api import api


@cache
def description() -> str:
    """The description as JSON."""
    return json.dumps(api.get_openapi_schema())
