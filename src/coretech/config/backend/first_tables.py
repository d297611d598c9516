"""The tables of a new database, from the statements the migrations come to rather than from the migrations.

Django draws all models anew for every step of a migration, which takes half a minute for an empty database; the
statements themselves take two seconds. ``tools/first_tables.py`` writes them down, each migration's under its name and
the digest of its file, and a database gets them as far as the digests are those of the migrations that are here.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path

from django.db import transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

STATEMENTS = Path(__file__).with_name("first_tables.sql")
HEADING = "-- migration "


@dataclass(frozen=True)
class Step:
    """One migration: whose it is, its name, the digest of its file, and what it has PostgreSQL do."""

    app: str
    name: str
    digest: str
    statements: str

    @property
    def is_current(self) -> bool:
        """Whether the migration that is here is the one the statements were written down from."""
        return self.digest == digest_of(self.app, self.name)


def make_first_tables(connection: BaseDatabaseWrapper, known: Iterable[Step] | None = None) -> None:
    """Give an empty database its tables; newer migrations are left to Django, and a database in use is left alone.

    Each migration is a transaction of its own, so that Django goes on from wherever this was broken off.

    Args:
        connection: to the database.
        known: what was written down; the file's where it is left out.
    """
    if connection.introspection.table_names():
        return
    recorder = MigrationRecorder(connection)
    recorder.ensure_schema()
    for step in steps() if known is None else known:
        if not step.is_current:
            break
        with transaction.atomic(using=connection.alias), connection.cursor() as cursor:
            cursor.execute(step.statements)
            recorder.record_applied(step.app, step.name)


def steps() -> Iterator[Step]:
    """What was written down, in the order in which it is done."""
    for section in STATEMENTS.read_text(encoding="utf-8").split(f"\n{HEADING}")[1:]:
        heading, _, statements = section.partition("\n")
        app, name, digest = heading.split()
        yield Step(app, name, digest, statements)


def digest_of(app: str, name: str) -> str:
    """The digest of a migration's file; empty where there is none."""
    module, _ = MigrationLoader.migrations_module(app)
    found = find_spec(f"{module}.{name}")
    return sha256(Path(found.origin).read_bytes()).hexdigest()[:16] if found and found.origin else ""
