"""The stage every test stands on: a real embedded PostgreSQL with the bundled list and the demonstration's cast."""

import datetime as dt
from collections.abc import Callable

import pytest
from pytest_django import DjangoDbBlocker

from coretech.apps.audit.acting import Acting
from tests import factories


@pytest.fixture(scope="session")
def _tables(django_db_setup: None) -> None:
    """The empty tables of the test database."""


@pytest.fixture(scope="session")
def cast(_tables: None, django_db_blocker: DjangoDbBlocker) -> None:
    """Load the bundled facts and set the stage once; each test runs in a transaction on top."""
    with django_db_blocker.unblock():
        factories.load_stage()


@pytest.fixture
def stage(cast: None, db: None) -> None:
    """A database with the list of 2023-12-05 and the demonstration's cast, rolled back after the test."""


@pytest.fixture
def committed_stage(transactional_db: None) -> None:  # noqa: ARG001 - asked for, not read
    """The same, for tests with several connections; loaded anew, for such tests empty the tables behind them."""
    factories.load_stage()


@pytest.fixture
def acting_as(stage: None) -> Callable[..., Acting]:  # noqa: ARG001 - asked for, not read
    """``acting_as("office", date(2025, 6, 2))``: somebody of the cast acting at ten on a day."""

    def make(username: str, day: dt.date = factories.DAY, once: str = "") -> Acting:
        return factories.acting(username, day, once)

    return make
