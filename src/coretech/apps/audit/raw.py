"""Reading rows as they lie in the database: exact, whatever is in them, and without an object for each.

Moments come as microseconds and days as days since 2000-01-01, so that no value somebody wrote behind our back, an
infinite date for one, can stop the reading; and nothing depends on how the connection is set to write dates.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import count
from typing import Any

import psycopg
from django.db import connection, transaction
from psycopg.types.numeric import Int4BinaryLoader, Int8BinaryLoader

Row = tuple[Any, ...]
"""Values as PostgreSQL holds them; the query says which they are."""

_streams = count(1)


def rows_of(query: str, parameters: Sequence[object] = ()) -> list[Row]:
    """All rows of a query."""
    with psycopg.Cursor(_raw()) as cursor:
        _as_they_lie(cursor)
        return cursor.execute(query.encode(), parameters, binary=True).fetchall()


def stream_of(query: str, many: int, parameters: Sequence[object] = ()) -> Iterator[list[Row]]:
    """The rows of a query in batches, one batch in memory at a time; inside a transaction."""
    with psycopg.ServerCursor(_raw(), f"coretech_{next(_streams)}") as cursor:
        _as_they_lie(cursor)
        cursor.execute(query.encode(), parameters, binary=True)
        while batch := cursor.fetchmany(many):
            yield batch


@contextmanager
def one_moment() -> Iterator[None]:
    """Everything read inside is of one moment, however long it takes and whoever writes meanwhile."""
    outermost = not connection.in_atomic_block
    with transaction.atomic():
        if outermost:
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        yield


def _raw() -> "psycopg.Connection[Row]":
    connection.ensure_connection()
    raw: psycopg.Connection[Row] = connection.connection
    return raw


def _as_they_lie(cursor: "psycopg.Cursor[Row] | psycopg.ServerCursor[Row]") -> None:
    cursor.adapters.register_loader("timestamptz", Int8BinaryLoader)
    cursor.adapters.register_loader("date", Int4BinaryLoader)
