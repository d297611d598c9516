"""Callers of the API: the public, and the cast by their tokens, on a day of the demonstration's clock."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest
from pytest_django import Settings

from coretech.apps.audit.clock import set_demo_day
from tests import factories
from tests.api.caller import Caller

OnDay = Callable[[dt.date], None]


@pytest.fixture
def on_day(settings: Settings, tmp_path: Path) -> OnDay:
    """Set the day the API acts on; `factories.DAY` until told otherwise."""
    settings.CORETECH_DEMO = True
    settings.CORETECH_HOME = tmp_path
    set_demo_day(factories.DAY)
    return set_demo_day


@pytest.fixture
def public(stage: None, on_day: OnDay) -> Caller:  # noqa: ARG001 - asked for, not read
    """A caller without an account."""
    return Caller()


@pytest.fixture
def caller(stage: None, on_day: OnDay) -> Callable[[str], Caller]:  # noqa: ARG001 - asked for, not read
    """``caller("office")``: somebody of the cast, with a token of their own."""
    return Caller.named
