"""Rows of small numbers counted fast: a row is packed into one number, numbers are sorted, and unpacked at the end.

Every column takes no more of the number than its values reach, so most rows fit into 32 bits; 63 bits hold any row of a
technology, a year, citations, a country and flags. The numbers of institutions are too large, and are not packed.
"""

from collections.abc import Mapping, Sequence
from math import prod
from typing import Any

import numpy as np
import polars as pl

from coretech.engines.indicators.places import Ints, begins, parted, width

Counts = dict[str, Ints]
"""Columns, of which the last, ``works``, says how often a row occurs; a number below 0 stands for null."""
Reach = Mapping[str, tuple[int, int, np.dtype[np.signedinteger[Any]]]]
"""The least value of a column, how many there are from it to the largest, and the column's type."""


def counted_rows(columns: Mapping[str, Ints]) -> Counts:
    """How often each row occurs."""
    reach = _reach(columns)
    key = _packed(columns, reach)
    key.sort()
    starts = np.flatnonzero(begins(key))
    return {**_unpacked(key[starts], reach), "works": np.diff(starts, append=len(key)).astype(np.int32)}


def summed(parts: Sequence[Counts], schema: pl.Schema) -> pl.DataFrame:
    """The counts of several parts added up, as a table of the schema."""
    if not any(len(each["works"]) for each in parts):
        return pl.DataFrame(schema=schema)
    together = {name: np.concatenate([each[name] for each in parts]) for name in parts[0]}
    works = together.pop("works")
    reach = _reach(together)
    key = _packed(together, reach)
    order = np.argsort(key)
    key = key[order]
    starts = np.flatnonzero(begins(key))
    found = {**_unpacked(key[starts], reach), "works": np.add.reduceat(works[order], starts, dtype=np.int64)}
    known = (pl.when(pl.col(name) >= 0).then(name).cast(kind) for name, kind in schema.items())
    return pl.DataFrame(found).select(known)


def _reach(columns: Mapping[str, Ints]) -> Reach:
    return {name: (*_span(column), column.dtype) for name, column in columns.items()}


def _span(column: Ints) -> tuple[int, int]:
    if not len(column):
        return 0, 1
    least = int(column.min())
    return least, int(column.max()) - least + 1


def _packed(columns: Mapping[str, Ints], reach: Reach) -> Ints:
    rows = len(next(iter(columns.values())))
    key: Ints = np.zeros(rows, dtype=width(prod(many for _, many, _ in reach.values())))
    for name, column in columns.items():
        least, many, _ = reach[name]
        key *= many
        key += column
        key -= least
    return key


def _unpacked(key: Ints, reach: Reach) -> Counts:
    columns, rest = Counts(), key
    for name, (least, many, kind) in reversed(list(reach.items())):
        rest, value = parted(rest, many)
        columns[name] = (value + least).astype(kind)
    return dict(reversed(columns.items()))
