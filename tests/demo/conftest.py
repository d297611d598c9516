"""The demonstration in a folder of its own."""

from pathlib import Path

import pytest
from pytest_django import Settings

from coretech.demo.opening import open_demonstration


@pytest.fixture
def folder(settings: Settings, tmp_path: Path) -> Path:
    """The data folder of a demonstration that has not been opened."""
    settings.CORETECH_DEMO, settings.CORETECH_HOME = True, tmp_path
    return tmp_path


@pytest.fixture
def opened(stage: None, folder: Path) -> None:  # noqa: ARG001 - asked for, not read
    """The demonstration, open on its first day."""
    open_demonstration()
