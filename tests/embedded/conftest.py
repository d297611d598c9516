import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.embedded.clients import Client, clear, new_home


@pytest.fixture(scope="session")
def born() -> Iterator[Path]:
    """A home that was used once."""
    home = new_home()
    with Client(home) as client:
        client.ready().leave()
    yield home
    clear(home)


@pytest.fixture
def home(born: Path) -> Iterator[Path]:
    """A home with a server of its own, down: a copy, because birth takes its time."""
    copy = new_home()
    subprocess.run(["/bin/cp", "-a", born, copy], check=True)
    yield copy
    clear(copy)


@pytest.fixture
def absent() -> Iterator[Path]:
    """A home that is not there yet."""
    fresh = new_home()
    yield fresh
    clear(fresh)
