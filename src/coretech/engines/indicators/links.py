"""The counts that links between countries are made of: works that two countries share, and where authors were.

Counted by Polars on this machine or by what Ibis writes SQL for, as the histograms are.
"""

from typing import Protocol

import polars as pl

from coretech.engines.indicators.histograms import Years
from coretech.engines.indicators.members import Members
from coretech.engines.indicators.tables import Snapshot

PAIRS = pl.Schema(
    {
        "technology": pl.Int16,
        "country": pl.Int16,
        "other": pl.Int16,
        "works": pl.Int64,
        "abroad": pl.Int64,
    }
)
"""Works of a technology that both countries are named in, ``country <= other``; a country with itself is all its works.

``abroad``: those of them that name more than one country.
"""
MOVES = pl.Schema(
    {
        "technology": pl.Int16,
        "origin": pl.Int16,
        "destination": pl.Int16,
        "several": pl.Int8,
        "authors": pl.Int64,
    }
)
"""Authors by their country in the first and in the last of their years in a technology; null where it is not clear.

``several``: 1 where these are two years, 0 where the author has one only. Only authors who name a country in a year.
"""
SIGNED = pl.Schema(
    {
        "technology": pl.Int16,
        "works": pl.Int64,
        "without_author": pl.Int64,
        "authors": pl.Int64,
    }
)
"""Works of a technology, those of them in which no author has a number, and the authors that have one."""


class Linker(Protocol):
    """Something that counts links."""

    def pairs(self, snapshot: Snapshot, belong: Members, years: Years) -> pl.DataFrame:
        """Works that two countries share."""
        ...

    def moves(self, snapshot: Snapshot, belong: Members, years: Years) -> pl.DataFrame:
        """Where authors were, first and last."""
        ...

    def signed(self, snapshot: Snapshot, belong: Members, years: Years) -> pl.DataFrame:
        """How many works name authors that can be followed."""
        ...
