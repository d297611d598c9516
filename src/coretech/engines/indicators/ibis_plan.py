"""The histograms as Ibis expressions, which become SQL for whatever engine there is: DuckDB, or Spark on a cluster."""

import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import ibis  # type: ignore[import-untyped]  # it is not annotated
import polars as pl

from coretech.engines.indicators.histograms import (
    CITATIONS,
    LEAST,
    SCHEMAS,
    Histograms,
    Percentile,
    Years,
)
from coretech.engines.indicators.members import Members
from coretech.engines.indicators.tables import Snapshot
from coretech.engines.indicators.thresholds import thresholds

WORKS = ibis.table(
    {"work": "int32", "year": "int16", "citations": "int32", "top10": "boolean", "counted": "boolean"},
    "works",
)
AUTHORSHIPS = ibis.table(
    {"work": "int32", "author": "int64", "institution": "int64", "country": "int16"}, "authorships"
)
TOPICS = ibis.table({"work": "int32", "topic": "int32"}, "topics")
TOPIC_MAP = ibis.table({"topic": "int32", "technology": "int16"}, "topic_map")
NAMED = ibis.table({"work": "int32", "technology": "int16"}, "named")
EVERYTHING = ibis.table({"technology": "int16"}, "everything")
THRESHOLDS = ibis.table({"technology": "int16", "year": "int16", "citations": "int32"}, "thresholds")
COUNTRIES = ibis.table({"work": "int32", "country": "int16"}, "countries_of_works")
MEMBERS = ibis.table(
    {
        "work": "int32",
        "technology": "int16",
        "year": "int16",
        "citations": "int32",
        "top": "int8",
        "sharers": "int32",
    },
    "members",
)


class Runner(Protocol):
    """Something that runs SQL over Parquet."""

    dialect: str

    def open(self, name: str, paths: Sequence[Path]) -> None:
        """Give files a name."""
        ...

    def keep(self, name: str, sql: str) -> None:
        """Answer once, and give the answer a name."""
        ...

    def fetch(self, sql: str) -> pl.DataFrame:
        """A small answer."""
        ...


@dataclass(frozen=True, slots=True)
class IbisCounter:
    """Counts with a runner."""

    runner: Runner

    def count(self, snapshot: Snapshot, belong: Members, years: Years, percentile: Percentile) -> Histograms:
        """All histograms."""
        if not snapshot.parts:
            empty = {name: pl.DataFrame(schema=schema) for name, schema in SCHEMAS.items()}
            return Histograms(**empty, works=0, outside=0)
        with tempfile.TemporaryDirectory(prefix="coretech-count-") as folder:
            self._prepare(snapshot, belong, Path(folder))
            self._keep_members(_members(years, by_threshold=False))
            least = pl.DataFrame(schema=LEAST)
            if percentile is Percentile.RECOMPUTE:
                least = thresholds(self._histogram(_citations(), CITATIONS))
                self._small("thresholds", least, Path(folder))
                self._keep_members(_members(years, by_threshold=True))
            found = {name: self._histogram(HISTOGRAMS[name], schema) for name, schema in SCHEMAS.items()}
            works, outside = self.runner.fetch(self._sql(_totals(years))).row(0)
            return Histograms(**found, works=works, outside=outside, thresholds=least)

    def asked(
        self, snapshot: Snapshot, belong: Members, years: Years, table: ibis.Table, schema: pl.Schema
    ) -> pl.DataFrame:
        """What an expression over members, authorships and the countries of works gives."""
        with tempfile.TemporaryDirectory(prefix="coretech-count-") as folder:
            self._prepare(snapshot, belong, Path(folder))
            self._keep_members(_members(years, by_threshold=False))
            return self._histogram(table, schema)

    def _prepare(self, snapshot: Snapshot, belong: Members, folder: Path) -> None:
        for table in ("works", "authorships", "topics"):
            self.runner.open(table, snapshot.all(table))
        self._small("topic_map", belong.topics, folder)
        self._small("named", belong.named, folder)
        self._small(
            "everything", pl.DataFrame({"technology": belong.everything}, {"technology": pl.Int16}), folder
        )
        self.runner.keep("countries_of_works", self._sql(_countries()))

    def _small(self, name: str, frame: pl.DataFrame, folder: Path) -> None:
        """A small table of ours, given to the engine the way it takes all tables."""
        frame.write_parquet(folder / f"{name}.parquet")
        self.runner.open(name, [folder / f"{name}.parquet"])

    def _keep_members(self, expression: ibis.Table) -> None:
        self.runner.keep("members", self._sql(expression))

    def _histogram(self, expression: ibis.Table, schema: pl.Schema) -> pl.DataFrame:
        return self.runner.fetch(self._sql(expression)).select(
            pl.col(column).cast(kind) for column, kind in schema.items()
        )

    def _sql(self, expression: ibis.Table) -> str:
        return str(ibis.to_sql(expression, dialect=self.runner.dialect))


def _kept(years: Years) -> ibis.Table:
    kept = WORKS.filter(WORKS.counted)
    if years.first is not None:
        kept = kept.filter(kept.year >= years.first)
    return kept if years.last is None else kept.filter(kept.year <= years.last)


def _countries() -> ibis.Table:
    """The countries of each work, each once."""
    return AUTHORSHIPS.filter(AUTHORSHIPS.country.notnull()).select("work", "country").distinct()


def _members(years: Years, *, by_threshold: bool) -> ibis.Table:
    """Each work once for each of its technologies, with what is counted of it."""
    kept = _kept(years)
    by_topic = TOPICS.join(TOPIC_MAP, "topic").select("work", "technology")
    every = kept.select("work").cross_join(EVERYTHING)
    belong = by_topic.union(NAMED).union(every, distinct=True)
    sharing = COUNTRIES.group_by("work").agg(sharers=COUNTRIES.count())
    joined = belong.distinct().join(kept, "work").left_join(sharing, "work")
    if by_threshold:
        joined = joined.left_join(
            THRESHOLDS.rename(least="citations"), ["technology", "year"], rname="{name}_of_threshold"
        )
        top = (joined.citations >= joined.least).cast("int8")
    else:
        top = joined.top10.cast("int8")
    return joined.select(
        "work", "technology", "year", "citations", top=top, sharers=joined.sharers.fill_null(0).cast("int32")
    )


def _totals(years: Years) -> ibis.Table:
    """How many works count, and how many of them no technology holds."""
    kept = _kept(years)
    inside = MEMBERS.work.nunique().as_scalar()
    return kept.aggregate(works=kept.count()).mutate(outside=lambda total: total.works - inside)


def _citations() -> ibis.Table:
    known = MEMBERS.filter(MEMBERS.citations.notnull(), MEMBERS.year.notnull())
    return known.group_by("technology", "year", "citations").agg(works=ibis._.count())


def _papers() -> ibis.Table:
    told = MEMBERS.mutate(
        cited=MEMBERS.citations.notnull().cast("int8"), named=(MEMBERS.sharers > 0).cast("int8")
    )
    return told.group_by("technology", "year", "cited", "top", "named").agg(works=ibis._.count())


def _shares() -> ibis.Table:
    return (
        MEMBERS.join(COUNTRIES, "work")
        .group_by("technology", "year", "country", "sharers", "top")
        .agg(works=ibis._.count())
    )


def _cited() -> ibis.Table:
    known = MEMBERS.filter(MEMBERS.citations.notnull())
    return (
        known.join(COUNTRIES, "work").group_by("technology", "country", "citations").agg(works=ibis._.count())
    )


def _institutions() -> ibis.Table:
    signed = AUTHORSHIPS.filter(AUTHORSHIPS.institution.notnull()).select("work", "institution").distinct()
    best = MEMBERS.filter(MEMBERS.top == 1).select("work", "technology")
    return best.join(signed, "work").group_by("technology", "institution").agg(works=ibis._.count())


HISTOGRAMS: Mapping[str, ibis.Table] = {
    "papers": _papers(),
    "shares": _shares(),
    "cited": _cited(),
    "institutions": _institutions(),
}
