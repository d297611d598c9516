"""Works that a reader is shown by name: the most cited of each year, and some drawn at random to judge."""

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import polars as pl

from coretech.engines.indicators.tables import Snapshot

MOST_CITED, DRAWN = 10, 30
"""Works of a year in a reading list, and works drawn for judging."""
_LONGEST = 300


@dataclass(frozen=True, slots=True)
class WorkShown:
    """A work: its identifier in the source, and what is known of it."""

    id: str
    title: str
    year: int | None
    citations: int | None
    doi: str

    def as_row(self) -> list[object]:
        """The work as a row that is kept."""
        return [self.id, self.title, self.year, self.citations, self.doi]


def most_cited(snapshot: Snapshot, held: pl.DataFrame) -> dict[int, list[int]]:
    """The numbers of the works to read, by technology: newest year first, in a year the most cited first."""
    if held.is_empty():
        return {}
    works = pl.read_parquet(snapshot.all("works"), columns=["work", "id", "year", "citations"]).drop_nulls()
    each = held.select("technology", "work").unique().join(works, on="work")
    ordered = each.sort("technology", "year", "citations", "id", descending=[False, True, True, False])
    first = ordered.group_by("technology", "year", maintain_order=True).head(MOST_CITED)
    return _by_technology(first)


def drawn(held: pl.DataFrame, seeds: Sequence[str]) -> dict[int, list[int]]:
    """Some works of each technology at random; the same seed draws the same from the same works."""
    of = _by_technology(held.select("technology", "work").unique().sort("technology", "work"))
    return {
        technology: random.Random(seeds[technology]).sample(works, min(DRAWN, len(works)))  # noqa: S311 - a sample to judge, no secret
        for technology, works in of.items()
    }


def shown(snapshot: Snapshot, numbers: Sequence[int]) -> Mapping[int, WorkShown]:
    """Works by their numbers."""
    if not numbers:
        return {}
    wanted = pl.col("work").is_in(list(set(numbers)))
    works = pl.scan_parquet(snapshot.all("works")).filter(wanted).select("work", "id", "year", "citations")
    texts = pl.scan_parquet(snapshot.all("texts")).filter(wanted).select("work", "title", "doi")
    rows = works.join(texts, on="work", how="left").collect().rows()
    return {
        work: WorkShown(of, (title or "")[:_LONGEST], year, citations, doi or "")
        for work, of, year, citations, title, doi in rows
    }


def _by_technology(rows: pl.DataFrame) -> dict[int, list[int]]:
    grouped = rows.group_by("technology", maintain_order=True).agg("work")
    return dict(grouped.rows())
