"""The links on one machine: pairs part by part, since a work is in one part; authors over all parts."""

from collections.abc import Iterator
from dataclasses import dataclass

import polars as pl

from coretech.engines.indicators.histograms import Years
from coretech.engines.indicators.links import MOVES, PAIRS, SIGNED
from coretech.engines.indicators.members import Members
from coretech.engines.indicators.part import read_papers
from coretech.engines.indicators.tables import Snapshot

_AUTHOR = ["technology", "author"]


@dataclass(frozen=True, slots=True)
class PolarsLinker:
    """Counts links with Polars."""

    def pairs(self, snapshot: Snapshot, belong: Members, years: Years) -> pl.DataFrame:
        """Works that two countries share."""
        by = ["technology", "country", "other"]
        counted = [_pairs(held, signed) for held, signed in _parts(snapshot, belong, years)]
        return (
            pl.concat([pl.DataFrame(schema=PAIRS), *counted])
            .group_by(by)
            .agg(pl.col("works", "abroad").sum())
        )

    def moves(self, snapshot: Snapshot, belong: Members, years: Years) -> pl.DataFrame:
        """Where authors were, first and last."""
        placed = [_placed(held, signed) for held, signed in _parts(snapshot, belong, years)]
        if not placed:
            return pl.DataFrame(schema=MOVES)
        votes = pl.concat(placed).group_by(*_AUTHOR, "year", "country").agg(pl.col("works").sum())
        span = votes.group_by(_AUTHOR).agg(first=pl.col("year").min(), last=pl.col("year").max())
        origin, destination = _at(votes, span, "first", "origin"), _at(votes, span, "last", "destination")
        joined = origin.join(destination, on=_AUTHOR).join(span, on=_AUTHOR)
        several = (pl.col("last") > pl.col("first")).cast(pl.Int8)
        counts = joined.group_by("technology", "origin", "destination", several=several).agg(authors=pl.len())
        return counts.select(*MOVES).cast(MOVES)

    def signed(self, snapshot: Snapshot, belong: Members, years: Years) -> pl.DataFrame:
        """How many works name authors that can be followed."""
        works, authors = [], []
        for held, signed in _parts(snapshot, belong, years):
            named = signed.select("work", "author").drop_nulls().unique()
            told = held.join(named.select("work", named=pl.lit(value=True)).unique(), on="work", how="left")
            works.append(
                told.group_by("technology").agg(
                    works=pl.len(), without_author=pl.col("named").is_null().sum()
                )
            )
            authors.append(held.join(named, on="work").select(_AUTHOR).unique())
        if not works:
            return pl.DataFrame(schema=SIGNED)
        summed = pl.concat(works).group_by("technology").agg(pl.col("works", "without_author").sum())
        each = pl.concat(authors).unique().group_by("technology").agg(authors=pl.len())
        joined = summed.join(each, on="technology", how="left").with_columns(pl.col("authors").fill_null(0))
        return joined.select(*SIGNED).cast(SIGNED)


def _parts(snapshot: Snapshot, belong: Members, years: Years) -> Iterator[tuple[pl.DataFrame, pl.DataFrame]]:
    """Of each part ``(work, technology, year)``, and its authorships."""
    for part in snapshot.parts:
        papers = read_papers(snapshot, part, belong, years)
        held = pl.DataFrame(
            {
                "work": papers.of + papers.start,
                "technology": papers.technology,
                "year": papers.year[papers.of],
            },
            {"work": pl.Int32, "technology": pl.Int16, "year": pl.Int16},
        )
        yield held, pl.read_parquet(snapshot.part("authorships", part), columns=["work", "author", "country"])


def _pairs(held: pl.DataFrame, signed: pl.DataFrame) -> pl.DataFrame:
    named = signed.select("work", "country").drop_nulls().unique()
    sharing = named.with_columns(abroad=pl.len().over("work") > 1)
    both = sharing.join(named.rename({"country": "other"}), on="work").filter(
        pl.col("country") <= pl.col("other")
    )
    grouped = held.join(both, on="work").group_by("technology", "country", "other")
    return grouped.agg(works=pl.len(), abroad=pl.col("abroad").sum()).select(*PAIRS).cast(PAIRS)


def _placed(held: pl.DataFrame, signed: pl.DataFrame) -> pl.DataFrame:
    """``(technology, author, year, country, works)`` of works whose year is known."""
    placed = held.filter(pl.col("year") >= 0).join(signed.drop_nulls().unique(), on="work")
    return placed.group_by(*_AUTHOR, "year", "country").agg(works=pl.len())


def _at(votes: pl.DataFrame, span: pl.DataFrame, end: str, name: str) -> pl.DataFrame:
    """Each author's country at one end: the one of most works of that year, null where two have as many."""
    there = votes.join(span.select(*_AUTHOR, year=end), on=[*_AUTHOR, "year"])
    most = there.filter(pl.col("works") == pl.col("works").max().over(_AUTHOR))
    one = pl.when(pl.len() == 1).then(pl.col("country").first())
    return most.group_by(_AUTHOR).agg(one.alias(name))
