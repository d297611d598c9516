"""How far an audit has come, told to whoever asks while it runs.

It stands in the name of the audit's own connection: an audit reads in a transaction that writes nothing, and one that
was broken off takes what it said along.
"""

from dataclasses import dataclass

from django.db import connection

_MARK = "coretech audit "
_TELL = "SELECT set_config('application_name', %s, true)"
_ASK = """
    SELECT application_name FROM pg_stat_activity
    WHERE datname = current_database() AND starts_with(application_name, %s) ORDER BY pid LIMIT 1
"""


@dataclass(frozen=True, slots=True)
class HowFar:
    """How many of how many acts a running audit has recomputed."""

    done: int
    total: int


def tell(done: int, total: int) -> None:
    """Say how far the audit on this connection has come; inside its transaction, with which it is forgotten."""
    with connection.cursor() as cursor:
        cursor.execute(_TELL, [f"{_MARK}{done}/{total}"])


def running() -> HowFar | None:
    """How far an audit of this database has come, whoever runs it; None where none does."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_stat_clear_snapshot()")  # or a transaction sees what it saw first
        cursor.execute(_ASK, [_MARK])
        found = cursor.fetchone()
    if found is None:
        return None
    done, _, total = found[0].removeprefix(_MARK).partition("/")
    return HowFar(int(done), int(total)) if done.isdecimal() and total.isdecimal() else None
