"""One world for all tests of leaks: planted once, in a copy of the database, and thrown away with it."""

from collections.abc import Iterator

import pytest
from django.db import connection
from django.test import override_settings
from django.utils.translation import override
from pytest_django import DjangoDbBlocker

from coretech.apps.audit.clock import set_demo_day
from tests import factories
from tests.leaks.planting import World
from tests.leaks.planting import world as planted


@pytest.fixture(scope="module")
def _copy(
    cast: None,  # noqa: ARG001 - asked for, not read
    django_db_blocker: DjangoDbBlocker,
) -> Iterator[None]:
    """A database to commit the world to."""
    with django_db_blocker.unblock():
        shared = connection.settings_dict["NAME"]
        connection.creation.clone_test_db("leaks", verbosity=0, autoclobber=True)
        connection.close()
        connection.settings_dict["NAME"] = f"{shared}_leaks"
    yield
    with django_db_blocker.unblock():
        connection.creation.destroy_test_db(shared, verbosity=0)


@pytest.fixture(scope="module")
def world(
    _copy: None, django_db_blocker: DjangoDbBlocker, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[World]:
    """The world, on the day the factories work on, in Chinese."""
    home = override_settings(CORETECH_DEMO=True, CORETECH_HOME=tmp_path_factory.mktemp("leaks"))
    with home, override("zh-hant"):
        with django_db_blocker.unblock():
            set_demo_day(factories.DAY)
            made = planted()
            connection.close()
        yield made
