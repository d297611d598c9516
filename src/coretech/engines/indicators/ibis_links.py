"""The links as Ibis expressions, over the tables that the histograms are counted from."""

from dataclasses import dataclass

import ibis  # type: ignore[import-untyped]  # it is not annotated
import polars as pl

from coretech.engines.indicators.histograms import Years
from coretech.engines.indicators.ibis_plan import AUTHORSHIPS, COUNTRIES, MEMBERS, IbisCounter
from coretech.engines.indicators.links import MOVES, PAIRS, SIGNED
from coretech.engines.indicators.members import Members
from coretech.engines.indicators.tables import Snapshot

_AUTHOR = ["technology", "author"]


@dataclass(frozen=True, slots=True)
class IbisLinker:
    """Counts links with what counts histograms."""

    counter: IbisCounter

    def pairs(self, snapshot: Snapshot, belong: Members, years: Years) -> pl.DataFrame:
        """Works that two countries share."""
        return self._asked(snapshot, belong, years, _pairs(), PAIRS)

    def moves(self, snapshot: Snapshot, belong: Members, years: Years) -> pl.DataFrame:
        """Where authors were, first and last."""
        return self._asked(snapshot, belong, years, _moves(), MOVES)

    def signed(self, snapshot: Snapshot, belong: Members, years: Years) -> pl.DataFrame:
        """How many works name authors that can be followed."""
        return self._asked(snapshot, belong, years, _signed(), SIGNED)

    def _asked(
        self, snapshot: Snapshot, belong: Members, years: Years, table: ibis.Table, schema: pl.Schema
    ) -> pl.DataFrame:
        if not snapshot.parts:
            return pl.DataFrame(schema=schema)
        return self.counter.asked(snapshot, belong, years, table, schema)


def _pairs() -> ibis.Table:
    others = COUNTRIES.select("work", other=COUNTRIES.country)
    named = MEMBERS.select("work", "technology", "sharers").join(COUNTRIES, "work").join(others, "work")
    both = named.filter(named.country <= named.other)
    return both.group_by("technology", "country", "other").agg(
        works=ibis._.count(), abroad=(ibis._.sharers > 1).cast("int64").sum()
    )


def _moves() -> ibis.Table:
    known = AUTHORSHIPS.filter(AUTHORSHIPS.author.notnull(), AUTHORSHIPS.country.notnull())
    placed = known.select("work", "author", "country").distinct()
    of = MEMBERS.filter(MEMBERS.year.notnull()).select("work", "technology", "year")
    votes = of.join(placed, "work").group_by(*_AUTHOR, "year", "country").agg(works=ibis._.count())
    span = votes.group_by(_AUTHOR).agg(first=ibis._.year.min(), last=ibis._.year.max())
    origin, destination = _at(votes, span, "first", "origin"), _at(votes, span, "last", "destination")
    joined = origin.join(destination, _AUTHOR).join(span, _AUTHOR)
    told = joined.mutate(several=(joined["last"] > joined["first"]).cast("int8"))
    return told.group_by("technology", "origin", "destination", "several").agg(authors=ibis._.count())


def _at(votes: ibis.Table, span: ibis.Table, end: str, name: str) -> ibis.Table:
    """Each author's country at one end: the one of most works of that year, null where two have as many."""
    there = votes.join(span.select(*_AUTHOR, year=span[end]), [*_AUTHOR, "year"])
    most = there.group_by(_AUTHOR).agg(most=ibis._.works.max())
    best = there.join(most, _AUTHOR).filter(lambda row: row.works == row.most)
    one = best.group_by(_AUTHOR).agg(country=ibis._.country.min(), times=ibis._.count())
    return one.select(*_AUTHOR, **{name: ibis.ifelse(one.times == 1, one.country, ibis.null("int16"))})


def _signed() -> ibis.Table:
    named = AUTHORSHIPS.filter(AUTHORSHIPS.author.notnull()).select("work", "author").distinct()
    joined = MEMBERS.select("work", "technology").left_join(named, "work")
    counted = joined.group_by("technology").agg(
        works=ibis._.work.nunique(),
        with_author=ibis._.work.nunique(where=ibis._.author.notnull()),
        authors=ibis._.author.nunique(),
    )
    return counted.select(
        "technology", "works", without_author=counted.works - counted.with_author, authors=counted.authors
    )
