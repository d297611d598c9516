"""The stage every test stands on: a real embedded PostgreSQL with the bundled list and the demonstration's cast."""

import datetime as dt
import gc
import os
from collections.abc import Callable, Iterator

import pytest
from django.db import connection, transaction
from hypothesis import HealthCheck, settings
from pytest_django import DjangoDbBlocker

from coretech.apps.audit.acting import Acting
from coretech.apps.meetings.models import Meeting
from tests import factories
from tests.factories import minutes_factories, room_factories, votes_factories

# Tests never assert wall time, and a busy machine is no fault of theirs.
settings.register_profile("house", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("house")

NEW_OBJECTS = 20_000
"""Collect garbage when so many objects more are there, as the server does."""


def pytest_configure(config: pytest.Config) -> None:
    """Where several processes share the tests, start the server before them, and so stop it after them."""
    if config.getoption("numprocesses", None) and not hasattr(config, "workerinput"):
        connection.get_connection_params()
    else:
        os.environ.pop("COVERAGE_PROCESS_CONFIG", None)  # measured are tests, not the commands they start
        gc.disable()  # a quarter of the time in which tests are found; what is imported for them stays


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the journeys, a minute each, so that no process is left alone with one at the end."""
    items.sort(key=lambda item: item.path.parent.name != "journeys")


def pytest_collection_finish() -> None:
    """Collect garbage again once the tests are found."""
    gc.set_threshold(NEW_OBJECTS)
    gc.enable()


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


@pytest.fixture(scope="module")
def shared_stage(
    cast: None,  # noqa: ARG001 - asked for, not read
    django_db_blocker: DjangoDbBlocker,
) -> Iterator[DjangoDbBlocker]:
    """A transaction around all tests of a file, for what they begin with; unblock what it gives to write that.

    Each test's own transaction stands within, so that a test finds what was shared and leaves nothing to the next.
    """
    with django_db_blocker.unblock():
        around = transaction.atomic()
        around.__enter__()
    yield django_db_blocker
    with django_db_blocker.unblock():
        transaction.set_rollback(True)
        around.__exit__(None, None, None)


@pytest.fixture(scope="module")
def _over(shared_stage: DjangoDbBlocker) -> int:
    with shared_stage.unblock():
        return minutes_factories.held().meeting.pk


@pytest.fixture
def over(stage: None, _over: int) -> Meeting:  # noqa: ARG001 - asked for, not read
    """A meeting that is over, with every kind of item, held once for all tests of a file."""
    return Meeting.objects.get(pk=_over)


@pytest.fixture(scope="module")
def _called(shared_stage: DjangoDbBlocker) -> room_factories.Room:
    with shared_stage.unblock():
        return room_factories.called_room()


@pytest.fixture
def called(stage: None, _called: room_factories.Room) -> room_factories.Room:  # noqa: ARG001 - asked for, not read
    """A meeting that is not yet open, with two items and its sheet filled in, called once for all tests of a file."""
    return _called.again()


@pytest.fixture(scope="module")
def _listed(shared_stage: DjangoDbBlocker) -> votes_factories.Listed:
    with shared_stage.unblock():
        return votes_factories.listed_item()


@pytest.fixture
def listed(stage: None, _listed: votes_factories.Listed) -> votes_factories.Listed:  # noqa: ARG001 - asked for, not read
    """An item to vote on and the 13 seats that attend, listed once for all tests of a file."""
    item, members = _listed
    return votes_factories.fresh(item), [seat for seat in factories.seats() if seat in members]


@pytest.fixture
def _own_database(
    cast: None,  # noqa: ARG001 - asked for, not read
    django_db_blocker: DjangoDbBlocker,
) -> Iterator[None]:
    """A copy of the database to commit to, so that no test before or after sees it."""
    with django_db_blocker.unblock():
        shared = connection.settings_dict["NAME"]
        connection.creation.clone_test_db("committed", verbosity=0, autoclobber=True)
        connection.settings_dict["NAME"] = f"{shared}_committed"
        connection.close()
        with connection.cursor() as cursor:
            cursor.execute(_LET_EMPTY)
        connection.close()
    yield
    with django_db_blocker.unblock():
        connection.creation.destroy_test_db(shared, verbosity=0)


_LET_EMPTY = """
DO $$ DECLARE found record; BEGIN
  FOR found IN
    SELECT tgrelid::regclass AS name, tgname FROM pg_trigger WHERE tgname LIKE 'pgtrigger_never_emptied_%'
  LOOP
    EXECUTE format('ALTER TABLE %s DISABLE TRIGGER %I', found.name, found.tgname);
  END LOOP;
END $$
"""
"""A copy that is thrown away may be emptied between its tests."""


@pytest.fixture
def committed_stage(_own_database: None, transactional_db: None) -> None:
    """The same for tests with several connections, each of which commits, in a copy of the database."""


@pytest.fixture
def acting_as(stage: None) -> Callable[..., Acting]:  # noqa: ARG001 - asked for, not read
    """``acting_as("office", date(2025, 6, 2))``: somebody of the cast acting at ten on a day."""

    def make(username: str, day: dt.date = factories.DAY, once: str = "") -> Acting:
        return factories.acting(username, day, once)

    return make
