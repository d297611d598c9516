"""An empty database gets its tables from what was written down, and they are those of the migrations."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from pytest_django import DjangoDbBlocker

from coretech.config.backend.first_tables import STATEMENTS, make_first_tables, steps
from tools import first_tables

pytestmark = pytest.mark.usefixtures("empty")


@pytest.fixture
def empty(
    _tables: None,
    django_db_blocker: DjangoDbBlocker,
) -> Iterator[None]:
    """The connection is to a database of its own, with nothing in it."""
    used = connection.settings_dict["NAME"]
    with django_db_blocker.unblock():
        _do(f'DROP DATABASE IF EXISTS "{used}_empty"', f'CREATE DATABASE "{used}_empty" TEMPLATE template0')
        _turn_to(f"{used}_empty")
        yield
        _turn_to(used)
        _do(f'DROP DATABASE "{used}_empty"')


def test_what_is_written_down_is_what_the_migrations_do() -> None:
    assert first_tables.written() == STATEMENTS.read_text(encoding="utf-8"), "run make reference"


def test_an_empty_database_has_all_tables_at_once() -> None:
    make_first_tables(connection)

    assert _left_to_do() == []
    assert {"audit_act", "register_registeritem", "procrastinate_jobs"} <= set(
        connection.introspection.table_names()
    )


def test_a_migration_that_has_changed_since_is_left_to_django_with_all_after_it() -> None:
    *before, last = steps()
    make_first_tables(connection, [*before, replace(last, digest="another")])
    assert _left_to_do() == [(last.app, last.name)]

    call_command("migrate", verbosity=0, interactive=False)

    assert _left_to_do() == []


def test_a_migration_that_is_gone_is_not_done() -> None:
    first = next(steps())
    make_first_tables(connection, [replace(first, name="0000_gone")])

    assert connection.introspection.table_names() == ["django_migrations"]


def test_a_database_with_tables_is_left_alone() -> None:
    _do("CREATE TABLE mine ()")
    make_first_tables(connection)

    assert connection.introspection.table_names() == ["mine"]


def _left_to_do() -> list[tuple[str, str]]:
    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return [(migration.app_label, migration.name) for migration, _ in plan]


def _turn_to(name: str) -> None:
    connection.close()
    connection.settings_dict["NAME"] = name


def _do(*statements: str) -> None:
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
