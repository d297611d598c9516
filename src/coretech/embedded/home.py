"""The data folder: everything that this installation keeps lies below it."""

import os
from collections.abc import Mapping
from pathlib import Path

import platformdirs

ROOTS_HOME = Path("/var/lib/coretech")  # the server's account may enter it, unlike /root


def home_from(environ: Mapping[str, str]) -> Path:
    """``CORETECH_HOME``, or the user's own data folder; absolute, and not made yet."""
    if named := environ.get("CORETECH_HOME"):
        return Path(named).expanduser().absolute()
    if os.geteuid() == 0:
        return ROOTS_HOME
    return platformdirs.user_data_path("coretech", appauthor=False)
