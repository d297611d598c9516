"""Which works each technology holds, and by which part of its query each came in first."""

from collections.abc import Sequence
from dataclasses import dataclass

import polars as pl

from coretech.engines.indicators.definitions import Technology
from coretech.engines.indicators.histograms import Years
from coretech.engines.indicators.members import Members, members
from coretech.engines.indicators.queries import Query, Term
from coretech.engines.indicators.tables import Snapshot


@dataclass(frozen=True, slots=True)
class Part:
    """A way to belong, as it is written, with the works that meet it and those that no way before it found."""

    written: str
    works: int
    added: int


def held_works(snapshot: Snapshot, technologies: Sequence[Technology], years: Years) -> pl.DataFrame:
    """``(technology, way, work)``: technologies and ways by their places; a work once for each way it meets.

    Only works that count, of the years asked for.
    """
    ways = [
        (place, order, Query("", (way,) if way else (), each.query.without))
        for place, each in enumerate(technologies)
        for order, way in enumerate(each.query.ways or ((),))
    ]
    asked = [Technology(f"{place}/{order}", "", query) for place, order, query in ways]
    places = pl.DataFrame(
        [(row, place, order) for row, (place, order, _) in enumerate(ways)],
        {"row": pl.Int16, "technology": pl.Int16, "way": pl.Int16},
        orient="row",
    )
    found = _found(snapshot, members(snapshot, asked)).join(places, on="row")
    return found.join(_counted(snapshot, years), on="work", how="semi").select("technology", "way", "work")


def parts(held: pl.DataFrame, technology: int, query: Query) -> list[Part]:
    """What each way of a technology's query finds, in the order of the query."""
    of = held.filter(pl.col("technology") == technology)
    alone = dict(of.group_by("way").len().rows())
    first = of.group_by("work").agg(pl.col("way").min())
    added = dict(first.group_by("way").len().rows())
    return [
        Part(written(way), alone.get(order, 0), added.get(order, 0)) for order, way in enumerate(query.ways)
    ]


def written(way: Sequence[Term]) -> str:
    """A way as somebody would write it."""
    return " AND ".join(term.written for term in way)


def _found(snapshot: Snapshot, belong: Members) -> pl.DataFrame:
    """``(row, work)`` of each technology asked for."""
    named = belong.named.select(row="technology", work="work")
    if not snapshot.parts:
        return named
    topics = pl.scan_parquet(snapshot.all("topics")).join(belong.topics.lazy(), on="topic")
    by_topic = topics.select(row="technology", work="work").unique().collect()
    every = pl.scan_parquet(snapshot.all("works")).select("work").collect()
    whole = [every.select(pl.lit(row, pl.Int16).alias("row"), "work") for row in belong.everything]
    return pl.concat([named, by_topic, *whole])


def _counted(snapshot: Snapshot, years: Years) -> pl.DataFrame:
    if not snapshot.parts:
        return pl.DataFrame(schema={"work": pl.Int32})
    works = pl.scan_parquet(snapshot.all("works")).filter("counted")
    if years.first is not None:
        works = works.filter(pl.col("year") >= years.first)
    if years.last is not None:
        works = works.filter(pl.col("year") <= years.last)
    return works.select("work").collect()
