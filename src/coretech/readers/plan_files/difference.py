"""What differs between two versions of a plan, row by row; where a row stands in the document is no difference."""

import dataclasses
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from coretech.readers.plan_files.rows import FindingRow, PlanRows, Row

_PLACES = frozenset({"line", "last_line", "lines"})


class Way(StrEnum):
    """How a row differs."""

    ADDED = "added"
    CHANGED = "changed"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Change:
    """One row that differs, and its fields that do; ``row`` is the newer one where there is one."""

    way: Way
    table: str
    row: Row
    fields: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Difference:
    """All that differs, and the fields of the plan itself such as its title."""

    changes: tuple[Change, ...]
    heads: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        """Whether anything differs."""
        return bool(self.changes or self.heads)

    @property
    def counts(self) -> dict[str, dict[str, int]]:
        """How many rows of each table differ in each way."""
        counted = Counter((change.table, change.way.value) for change in self.changes)
        tables = dict.fromkeys(table for table, _ in counted)
        return {table: {way: n for (of, way), n in counted.items() if of == table} for table in tables}


def difference(before: PlanRows, after: PlanRows) -> Difference:
    """What the newer version adds, changes and takes away, by table, in printed order."""
    olds, news = before.of_all_kinds(), after.of_all_kinds()
    changes = [change for table in news for change in _of_table(table, olds[table], news[table])]
    heads = [name for name in ("title", "start", "end") if getattr(before, name) != getattr(after, name)]
    return Difference(tuple(changes), tuple(heads))


def _of_table(table: str, before: Iterable[Row], after: Iterable[Row]) -> Iterator[Change]:
    olds, news = _by_key(before), _by_key(after)
    for key, row in news.items():
        if key not in olds:
            yield Change(Way.ADDED, table, row)
        elif fields := differing(olds[key], row):
            yield Change(Way.CHANGED, table, row, fields)
    for key, row in olds.items():
        if key not in news:
            yield Change(Way.REMOVED, table, row)


def _by_key(rows: Iterable[Row]) -> dict[str, Row]:
    """The rows by their keys; a finding by what it says, for its number says nothing."""
    return {row.zh if isinstance(row, FindingRow) else row.key: row for row in rows}


def differing(one: Row, other: Row) -> tuple[str, ...]:
    """The names of the fields that differ between two rows of one table, in the order of its columns."""
    names = (field.name for field in dataclasses.fields(one) if field.name not in _PLACES)
    left_out = {"key"} if isinstance(one, FindingRow) else set()
    return tuple(
        name for name in names if name not in left_out and getattr(one, name) != getattr(other, name)
    )
