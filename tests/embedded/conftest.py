from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.embedded.clients import clear, new_home


@pytest.fixture
def home() -> Iterator[Path]:
    fresh = new_home()
    yield fresh
    clear(fresh)
