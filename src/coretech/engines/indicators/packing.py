"""Rows of small numbers counted fast: a row is packed into one number, numbers are counted, and unpacked at the end."""

from collections.abc import Mapping, Sequence

import numpy as np
import polars as pl

from coretech.engines.indicators.part import Ints

BITS: Mapping[str, int] = {
    "technology": 14,
    "year": 12,
    "country": 10,
    "sharers": 10,
    "citations": 32,
    "top": 2,
    "cited": 2,
    "named": 2,
}
"""How many bits a column takes; every histogram's together are fewer than an Int64 has."""


def counted_rows(columns: Mapping[str, Ints]) -> pl.DataFrame:
    """``(key, works)``: how often each row occurs; a number below 0 stands for null."""
    key = np.zeros(len(next(iter(columns.values()))), dtype=np.int64)
    for name, column in columns.items():
        key <<= BITS[name]
        key += column
        key += 1
    return pl.DataFrame({"key": key}).group_by("key").agg(works=pl.len().cast(pl.Int64))


def summed(frames: Sequence[pl.DataFrame], schema: pl.Schema) -> pl.DataFrame:
    """The counts of several parts added up, as a table of the schema, whose last column is the count."""
    empty = pl.DataFrame(schema={"key": pl.Int64, "works": pl.Int64})
    counts = pl.concat([empty, *frames]).group_by("key").agg(pl.col("works").sum())
    columns, rest = [pl.col("works")], pl.col("key")
    for name in reversed([each for each in schema if each != "works"]):
        size = 1 << BITS[name]
        value = rest % size - 1
        columns.append(pl.when(value >= 0).then(value).cast(schema[name]).alias(name))
        rest = rest // size
    return counts.select(reversed(columns))
