"""Write down what the migrations have PostgreSQL do, for databases that are still empty.

Run ``python -m tools.first_tables`` to write it; ``--check`` says whether it is out of date and exits 1.
"""

import os
import re
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import django

NOTE = """\
-- What the migrations have PostgreSQL do in an empty database: a migration's name, its file's digest, its statements.
-- Made by tools/first_tables.py; change the models, make the migration, and run `make reference`.
"""
_NO_STATEMENT = re.compile(r'\s*(SELECT|SAVEPOINT|RELEASE|INSERT INTO "django_migrations")')
_MOMENT = re.compile(r"'[\d-]+ [\d:.]+\+00:00'::timestamptz")
_FUNCTION = re.compile(r"CREATE OR REPLACE FUNCTION .*?\$\$ LANGUAGE plpgsql;\s*", re.DOTALL)


class Notes:
    """Notes what is done to a database, migration by migration."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.migrations: list[tuple[str, str, list[str]]] = []

    def on_progress(self, action: str, migration: Any = None, _fake: object = None) -> None:  # noqa: ANN401 - as Django calls it
        """Begin the next migration's section."""
        if action == "apply_start":
            self.migrations.append((migration.app_label, migration.name, []))

    def on_statement(self, execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:  # noqa: ANN401, FBT001 - as Django calls it
        """Note a statement with its values in their places, and do it."""
        if self.migrations and not _NO_STATEMENT.match(sql):
            whole = context["cursor"].mogrify(sql, params) if params else sql
            timeless = _MOMENT.sub(
                "CURRENT_TIMESTAMP", whole
            )  # what rows that are not there would begin with
            self.migrations[-1][2].append(timeless.strip().rstrip(";"))
        return execute(sql, params, many, context)


def written() -> str:
    """What is to be in the file; the connection's database must be empty, and holds all tables afterwards."""
    from django.db import connection  # noqa: PLC0415 - Django must be set up first
    from django.db.migrations.executor import MigrationExecutor  # noqa: PLC0415 - as above

    from coretech.config.backend.first_tables import HEADING, digest_of  # noqa: PLC0415 - as above

    notes = Notes()
    executor = MigrationExecutor(connection, notes.on_progress)
    with connection.execute_wrapper(notes.on_statement):
        executor.migrate(executor.loader.graph.leaf_nodes())
    sections = (
        f"\n{HEADING}{app} {name} {digest_of(app, name)}\n" + "".join(f"{each};\n" for each in statements)
        for app, name, statements in notes.migrations
    )
    return NOTE + _each_function_once("".join(sections))


def _each_function_once(text: str) -> str:
    """Leave out a function that was made word for word before: every trigger brings the one they share."""
    known: set[str] = set()

    def first(found: re.Match[str]) -> str:
        if found[0] in known:
            return ""
        known.add(found[0])
        return found[0]

    return _FUNCTION.sub(first, text)


@contextmanager
def _new_installation() -> Iterator[None]:
    """An installation that goes again, with Django set up on it."""
    home = Path(tempfile.mkdtemp(prefix="coretech-tables-"))
    os.environ |= {"CORETECH_HOME": str(home), "DJANGO_SETTINGS_MODULE": "coretech.config.settings"}
    os.environ.pop("DATABASE_URL", None)
    django.setup()
    from coretech import embedded  # noqa: PLC0415 - it reads the environment

    try:
        yield
    finally:
        cluster = embedded.status(home).cluster
        embedded.stop(home)
        for gone in (cluster.parent, home):
            shutil.rmtree(gone, ignore_errors=True)


def main() -> int:
    """Write the file, or say whether it is out of date."""
    with _new_installation():
        from coretech.config.backend.first_tables import STATEMENTS  # noqa: PLC0415 - as above

        text = written()
    if sys.argv[1:] != ["--check"]:
        STATEMENTS.write_text(text, encoding="utf-8")
    elif STATEMENTS.read_text(encoding="utf-8") != text:
        sys.stderr.write(f"Out of date; run make reference: {STATEMENTS.name}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
