"""Rows too many to be named in an act: a digest over all of them stands in the row they hang on, which the act binds.

The digest is SHA-256 over a line for each row, ``table/key digest``, by table and key; a row's own digest is that of
`coretech.apps.audit.rows`. A row that was changed, taken away or put in behind our back makes another digest.
"""

import hashlib
from collections.abc import Iterator

from coretech.apps.audit.raw import rows_of, stream_of
from coretech.apps.audit.rows import digests, read_rows
from coretech.apps.audit.tables import Gathered, gathered_tables

COLUMN = "rows_sha256"
"""Where a row keeps the digest over those that hang on it."""

_AT_ONCE = 4_096


def gathered_digest(name: str, key: int) -> str:
    """The digest over all rows that hang on one row of a table, as the database holds them now."""
    total = hashlib.sha256()
    for gathered in gathered_tables():
        if gathered.by.name == name:
            for line in _lines(gathered, key):
                total.update(line.encode())
    return total.hexdigest()


def not_as_gathered() -> Iterator[str]:
    """The places of rows whose digest is not that of the rows that hang on them; inside a transaction."""
    for name, key_column in sorted({(each.by.name, each.by.key) for each in gathered_tables()}):
        query = f'SELECT "{key_column}", "{COLUMN}" FROM "{name}" ORDER BY 1'  # noqa: S608 - names of our own models
        for key, kept in rows_of(query):
            if gathered_digest(name, key) != kept:
                yield f"{name}/{key}"


def hanging_on_nothing() -> Iterator[str]:
    """The rows that should hang on one that is not there."""
    for each in gathered_tables():
        query = (
            f'SELECT "{each.table.key}" FROM "{each.table.name}" AS own WHERE NOT EXISTS '  # noqa: S608 - names of our own models
            f'(SELECT 1 FROM "{each.by.name}" AS other WHERE other."{each.by.key}" = own."{each.column}") ORDER BY 1'
        )
        for (key,) in rows_of(query):
            yield f"{each.table.name}/{key}"


def _lines(gathered: Gathered, key: int) -> Iterator[str]:
    table = gathered.table
    query = f'SELECT "{table.key}" FROM "{table.name}" WHERE "{gathered.column}" = %s ORDER BY 1'  # noqa: S608 - names of our own models
    for keys in stream_of(query, _AT_ONCE, [key]):
        for rows in read_rows(table, [number for (number,) in keys]):
            told = digests([said for _, said in rows])
            for (number, _), digest in zip(rows, told, strict=True):
                yield f"{table.name}/{number} {digest}\n"
