"""Rows bound to the act that wrote them: a digest over all their columns, in the part of the act it commits to.

A row's canonical form is a JSON object of its columns: numbers, texts and truth as they are, a moment as microseconds
and a day as days since 1970-01-01, bytes by their own SHA-256, JSON and whatever else as PostgreSQL writes it, and
null. Beside the digest stands a short mark of each column, only so that a changed one can be named.
"""

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from django.db.models import Model

from coretech.apps.audit.raw import rows_of, stream_of
from coretech.apps.audit.tables import Column, Form, Table, bound_tables
from coretech.engines.ledger.rewriting import written

Said = dict[str, object]
"""A row in its canonical form."""

Binding = dict[str, str]
"""What an act keeps of a row: ``sha256`` over its canonical form, and ``columns`` as `marked` writes them."""

_MARK = 8
_DAYS = 10_957  # from 1970-01-01 to 2000-01-01, where PostgreSQL begins to count
_MICROSECONDS = _DAYS * 86_400_000_000


def bindings(rows: Iterable[Model]) -> dict[str, Binding]:
    """What an act keeps of the rows it wrote, by ``table/key``, as the database holds them now.

    Raises:
        ValueError: for a row that was not written, or of a table that the log does not answer for.
    """
    keys: dict[str, set[int]] = defaultdict(set)
    for row in rows:
        keys[row._meta.db_table].add(row.pk)  # noqa: SLF001 - Django's own name for what a model says of itself
    return {place: binding for name in sorted(keys) for place, binding in _bound(name, keys[name])}


def read_rows(table: Table, keys: Iterable[int]) -> Iterator[list[tuple[int, Said]]]:
    """The rows of these keys in batches, by key; where a row may hold a file, one at a time."""
    columns = ", ".join(map(_selected, table.columns))
    query = f'SELECT "{table.key}", {columns} FROM "{table.name}" WHERE "{table.key}" = ANY(%s) ORDER BY 1'  # noqa: S608 - names of our own models
    names = [column.name for column in table.columns]
    ways = [(place, _WAYS[column.form]) for place, column in enumerate(table.columns) if column.form in _WAYS]
    for batch in stream_of(query, 1, [list(keys)]) if table.heavy else [rows_of(query, [list(keys)])]:
        yield [(key, dict(zip(names, _told(values, ways), strict=True))) for key, *values in batch]


def digests(rows: Sequence[Said]) -> list[str]:
    """SHA-256 over each row in its canonical form, in hex."""
    return [hashlib.sha256(text.encode()).hexdigest() for text in written(rows)]


def marked(said: Mapping[str, object]) -> str:
    """Each column with a short mark of its value, ``name:mark``: enough to name what differs, too short to bind."""
    return " ".join(f"{name}:{mark}" for name, mark in marks(said).items())


def marks(said: Mapping[str, object]) -> dict[str, str]:
    """The short mark of each column."""
    texts = written(list(said.items()))
    return {
        name: hashlib.sha256(text.encode()).hexdigest()[:_MARK]
        for name, text in zip(said, texts, strict=True)
    }


def _bound(name: str, keys: set[int]) -> Iterator[tuple[str, Binding]]:
    table = bound_tables().get(name)
    if table is None:
        message = f"{name} is not append-only, so the log cannot answer for its rows"
        raise ValueError(message)
    missing = set(keys)
    for batch in read_rows(table, keys):
        for (key, said), digest in zip(batch, digests([said for _, said in batch]), strict=True):
            missing.discard(key)
            yield f"{name}/{key}", {"sha256": digest, "columns": marked(said)}
    if missing:
        message = f"{name}: {len(missing)} rows were not written"
        raise ValueError(message)


def _selected(column: Column) -> str:
    return f'"{column.name}"::text' if column.form is Form.WRITTEN else f'"{column.name}"'


def _told(values: list[object], ways: Iterable[tuple[int, Callable[..., object]]]) -> list[object]:
    for place, way in ways:
        if values[place] is not None:
            values[place] = way(values[place])
    return values


_WAYS: dict[Form, Callable[..., object]] = {
    Form.MOMENT: lambda microseconds: microseconds + _MICROSECONDS,
    Form.DAY: lambda days: days + _DAYS,
    Form.BYTES: lambda content: {"sha256": hashlib.sha256(content).hexdigest()},
}
