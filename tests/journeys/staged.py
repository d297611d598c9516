"""One server for the journeys of a module that can follow one another on the same stage."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from coretech import embedded
from tests.journeys.server import Server


@contextmanager
def staged() -> Iterator[Server]:
    """A running server on the demonstration's stage, in a data folder that goes with it."""
    home = Path(tempfile.mkdtemp(prefix="coretech-journey-"))
    server = Server(home)
    try:
        server.set_stage()
        server.start()
        yield server
    finally:
        server.stop()
        cluster = embedded.status(
            home
        ).cluster  # elsewhere where the home's own folder is closed to the server
        for gone in (cluster.parent, home):
            shutil.rmtree(gone, ignore_errors=True)
