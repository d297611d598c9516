"""Tables and bundled data at the first command that needs them, made once however many commands start together."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from coretech.apps.bodies.bundled import load_agreement_text
from coretech.apps.lists.bundled import load_lists, missing_versions
from coretech.apps.people.bundled import load_agencies
from coretech.apps.plans.bundled import is_outdated, load_plans
from coretech.apps.profiles.bundled import load_profiles
from coretech.apps.register.bundled import load_first_list
from coretech.apps.register.queries import announcements
from coretech.apps.reports.bundled import load_indicators
from coretech.apps.supplies.bundled import load_commodities, missing_commodities
from coretech.apps.watch.bundled import load_watch
from coretech.cli.django import available
from coretech.engines.supplies.commodities import bundled_commodities
from coretech.readers.lists.bundled import bundled_versions

_LOCK = "coretech.set-up"


def ready() -> None:
    """See that the database holds this program's tables and the bundled data; a look when it does.

    Raises:
        Refused: (HTTP 503) where there is no database to use.
    """
    with available():
        if _lacks_something():
            set_up()


def set_up() -> None:
    """Bring the tables up to date and write the bundled data where they are missing; one process at a time."""
    with available(), _alone():
        call_command("migrate", verbosity=0, interactive=False)
        load_agencies()
        load_agreement_text()
        load_plans()
        load_indicators()
        load_commodities()
        load_lists()
        load_profiles()
        load_watch()
        load_first_list()  # last: a database that has the list has all of it


def _lacks_something() -> bool:
    executor = MigrationExecutor(connection)
    lacks_tables = bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))
    return lacks_tables or not announcements().exists() or is_outdated() or _lacks_new()


def _lacks_new() -> bool:
    """Whether the bundle has more than when it was loaded; where none is stored, set-up has not come so far yet."""
    return 0 < len(missing_commodities()) < len(bundled_commodities()) or 0 < len(missing_versions()) < len(
        bundled_versions()
    )


@contextmanager
def _alone() -> Iterator[None]:
    """Hold a lock of the session, since a migration needs transactions of its own."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(hashtextextended(%s, 0))", [_LOCK])
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_unlock(hashtextextended(%s, 0))", [_LOCK])
