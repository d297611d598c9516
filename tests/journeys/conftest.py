"""A browser, a server with the demonstration's stage, and what every page met is held to."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from coretech import embedded
from tests.journeys.server import Server

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture
def home() -> Iterator[Path]:
    """A data folder that goes when the test ends."""
    folder = Path(tempfile.mkdtemp(prefix="coretech-journey-"))
    yield folder
    cluster = embedded.status(folder).cluster  # elsewhere where the home's own folder is closed to the server
    for gone in (cluster.parent, folder):
        shutil.rmtree(gone, ignore_errors=True)


@pytest.fixture
def server(home: Path) -> Iterator[Server]:
    """A running server on the demonstration's stage."""
    served = Server(home)
    served.set_stage()
    served.start()
    yield served
    served.stop()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Headless Chromium; gone with its file, for Playwright's loop in this thread keeps Django from the database."""
    if CHROMIUM is None:
        reason = "Chromium is not installed; .ci/run installs it"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield running
        running.close()
