"""The counts every indicator is made of. Counts of parts add up, so parts may be counted apart, anywhere, and summed.

``top`` is whether a work is among the 10 % most cited of its technology and year: 1 yes, 0 no, null not known.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol

import polars as pl

from coretech.engines.indicators.members import Members
from coretech.engines.indicators.tables import Snapshot

PAPERS = pl.Schema(
    {
        "technology": pl.Int16,
        "year": pl.Int16,
        "cited": pl.Int8,
        "top": pl.Int8,
        "named": pl.Int8,
        "works": pl.Int64,
    }
)
"""Works of a technology by year, by whether their citations are known, and by whether they name a country (1 or 0)."""
CITATIONS = pl.Schema({"technology": pl.Int16, "year": pl.Int16, "citations": pl.Int32, "works": pl.Int64})
"""Works of a technology and year by citations, of those of which both are known; thresholds follow from it."""
SHARES = pl.Schema(
    {
        "technology": pl.Int16,
        "year": pl.Int16,
        "country": pl.Int16,
        "sharers": pl.Int32,
        "top": pl.Int8,
        "works": pl.Int64,
    }
)
"""Works of a technology and a country, by year and the number of countries that share them."""
CITED = pl.Schema({"technology": pl.Int16, "country": pl.Int16, "citations": pl.Int32, "works": pl.Int64})
"""Works of a technology and a country by citations, of those whose citations are known."""
INSTITUTIONS = pl.Schema({"technology": pl.Int16, "institution": pl.Int64, "works": pl.Int64})
"""Works among the most cited of a technology, by institution that took part."""
LEAST = pl.Schema({"technology": pl.Int16, "year": pl.Int16, "citations": pl.Int32})
"""The fewest citations that put a work among the most cited; empty where OpenAlex says which works are."""
SCHEMAS: Mapping[str, pl.Schema] = {
    "papers": PAPERS,
    "shares": SHARES,
    "cited": CITED,
    "institutions": INSTITUTIONS,
}


class Percentile(StrEnum):
    """Who says which works are among the most cited: OpenAlex, or a ranking within technology and year."""

    OPENALEX = "openalex"
    RECOMPUTE = "recompute"


@dataclass(frozen=True, slots=True)
class Years:
    """The years that count, both ends included; none of either means open."""

    first: int | None = None
    last: int | None = None

    @property
    def open(self) -> bool:
        """Whether every year counts, also an unknown one."""
        return self.first is None and self.last is None


@dataclass(frozen=True, slots=True)
class Histograms:
    """All four, and over the whole snapshot the works that count, and those of them that no technology holds."""

    papers: pl.DataFrame
    shares: pl.DataFrame
    cited: pl.DataFrame
    institutions: pl.DataFrame
    works: int
    outside: int
    thresholds: pl.DataFrame = field(default_factory=lambda: pl.DataFrame(schema=LEAST))


class Counter(Protocol):
    """Something that counts: Polars on this machine, or what Ibis writes SQL for."""

    def count(self, snapshot: Snapshot, belong: Members, years: Years, percentile: Percentile) -> Histograms:
        """All histograms; where the percentile is recomputed, by thresholds of citations that were counted before."""
        ...
