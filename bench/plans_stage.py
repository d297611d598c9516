"""A stage of 200 plans with 5,000 work items and 40 quarters each, filled once and kept; see ``plans_stage.sql``.

Run as a program with ``CORETECH_HOME`` set; ``CORETECH_STAGE_PLANS`` fills another number of plans. What is told stands
in one line of JSON: the session of the controller of all plans, and how many rows there are.
"""

import datetime as dt
import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import Protocol

PLANS = 200
FILL = Path(__file__).with_name("plans_stage.sql")
LARGE = (
    *("plans_workitem", "plans_target", "reports_indicatortarget", "reports_sheet"),
    *("reports_entry", "reports_measurestanding", "reports_observation"),
)
"""Tables that are filled without their indexes and references, which are made and checked afterwards."""

_CONSTRAINTS = (
    "SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid), contype FROM pg_constraint "
    "WHERE conrelid = ANY(%s::regclass[]) AND contype IN ('f', 'u') ORDER BY contype DESC"
)
_INDEXES = (
    "SELECT i.indexrelid::regclass::text, pg_get_indexdef(i.indexrelid) FROM pg_index i "
    "WHERE i.indrelid = ANY(%s::regclass[]) AND NOT i.indisprimary "
    "AND NOT EXISTS (SELECT FROM pg_constraint c WHERE c.conindid = i.indexrelid AND c.contype = 'u')"
)
_EXPLICIT = (
    *("plans_plan", "plans_planversion", "plans_element", "plans_workitem", "reports_reportingperiod"),
    *("reports_sheet", "reports_indicator", "reports_indicatordefinition", "reports_evaluation"),
)
"""Tables whose keys the stage gives itself."""


class Cursor(Protocol):
    """What is used of a database cursor."""

    def execute(self, query: str, params: object = None) -> object:
        """Run a statement."""

    def fetchall(self) -> list[tuple[str, ...]]:
        """What it found."""


def main() -> int:
    """Fill the stage where it is not filled yet, and tell of it."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "coretech.config.settings"
    import_module("django").setup()
    import_module("coretech.cli.installation.ready").ready()
    django_db = import_module("django.db")
    many = int(os.environ.get("CORETECH_STAGE_PLANS", PLANS))
    plans = import_module("coretech.apps.plans.models").Plan.objects
    with django_db.connection.cursor() as cursor:
        if not plans.filter(slug=f"stage-{many}").exists():
            with django_db.transaction.atomic(), _bared(cursor):
                _fill(cursor, many)
            cursor.execute("VACUUM ANALYZE")
        rows = {name: _count(cursor, name) for name in LARGE}
    sys.stdout.write(json.dumps({"session": _session(), "rows": rows}) + "\n")
    return 0


def _fill(cursor: Cursor, many: int) -> None:
    for statement in FILL.read_text(encoding="utf-8").split(";\n"):
        if statement.strip():
            cursor.execute(statement, {"plans": many})
    for name in _EXPLICIT:
        cursor.execute(f"SELECT setval(pg_get_serial_sequence('{name}', 'id'), (SELECT max(id) FROM {name}))")  # noqa: S608 - our own names


@contextmanager
def _bared(cursor: Cursor) -> Iterator[None]:
    """The large tables without what each new row would be held against; all of it is back, and checked, at the end."""
    cursor.execute(_CONSTRAINTS, [list(LARGE)])
    constraints = cursor.fetchall()
    cursor.execute(_INDEXES, [list(LARGE)])
    indexes = cursor.fetchall()
    for table, name, _, _ in constraints:
        cursor.execute(f'ALTER TABLE {table} DROP CONSTRAINT "{name}"')
    for name, _ in indexes:
        cursor.execute(f"DROP INDEX {name}")
    yield
    cursor.execute("SET LOCAL maintenance_work_mem = '512MB'")
    for _, definition in indexes:
        cursor.execute(definition)
    for table, name, definition, _ in constraints:
        cursor.execute(f'ALTER TABLE {table} ADD CONSTRAINT "{name}" {definition}')


def _count(cursor: Cursor, name: str) -> int:
    cursor.execute("SELECT reltuples::bigint FROM pg_class WHERE relname = %s", [name])
    return int(cursor.fetchall()[0][0])


def _session() -> str:
    """The session cookie of an account that controls all plans, made where there is none."""
    account, made = import_module("coretech.apps.accounts.models").Account.objects.get_or_create(
        username="bench-controller"
    )
    if made:
        people = import_module("coretech.apps.people.models")
        person = people.Person.objects.create(account=account, name_zh="管考人員", name_en="Controller")
        agency = people.Agency.objects.get(code="ndc")
        people.Posting.objects.create(
            person=person, agency=agency, kind="controller", start=dt.date(2016, 1, 1)
        )
    auth = import_module("django.contrib.auth")
    session = import_module("django.contrib.sessions.backends.db").SessionStore()
    session[auth.SESSION_KEY] = str(account.pk)
    session[auth.BACKEND_SESSION_KEY] = "django.contrib.auth.backends.ModelBackend"
    session[auth.HASH_SESSION_KEY] = account.get_session_auth_hash()
    session.create()
    return str(session.session_key)


if __name__ == "__main__":
    sys.exit(main())
