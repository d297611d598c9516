"""Which works belong to which technology: by a join where topics decide, work by work where words do."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import and_, or_

import polars as pl

from coretech.engines.indicators.definitions import Technology
from coretech.engines.indicators.queries import Query, Term
from coretech.engines.indicators.tables import Snapshot
from coretech.engines.indicators.texts import holding

TOPIC_MAP = pl.Schema({"topic": pl.Int32, "technology": pl.Int16})
NAMED = pl.Schema({"work": pl.Int32, "technology": pl.Int16})


@dataclass(frozen=True, slots=True)
class Members:
    """Technologies by their place in the list: by topic, work by work, and those that every work belongs to.

    Attributes:
        topics: ``(topic, technology)``.
        named: ``(work, technology)`` of technologies whose query is more than topics.
        everything: technologies whose query is empty.
        count: how many technologies there are.
    """

    topics: pl.DataFrame
    named: pl.DataFrame
    everything: tuple[int, ...]
    count: int


def members(snapshot: Snapshot, technologies: Sequence[Technology]) -> Members:
    """Who belongs where, as far as it takes reading texts; the join with topics is left to the counting."""
    queries = [each.query for each in technologies]
    pairs = {
        (term.topic, place)
        for place, query in enumerate(queries)
        if query.only_topics
        for term in query.terms
        if term.topic is not None
    }
    mixed = {
        place: query for place, query in enumerate(queries) if not (query.only_topics or query.everything)
    }
    return Members(
        pl.DataFrame(sorted(pairs), TOPIC_MAP, orient="row"),
        pl.concat([pl.DataFrame(schema=NAMED), *_named(snapshot, mixed)]),
        tuple(place for place, query in enumerate(queries) if query.everything),
        len(queries),
    )


def _named(snapshot: Snapshot, mixed: Mapping[int, Query]) -> Iterator[pl.DataFrame]:
    if not mixed:
        return
    for part in snapshot.parts:
        found = _Found(snapshot, part, mixed.values())
        for place, query in mixed.items():
            works = sorted(found.by(query))
            yield pl.DataFrame({"work": works, "technology": [place] * len(works)}, NAMED)


class _Found:
    """The works of a part by term."""

    def __init__(self, snapshot: Snapshot, part: str, queries: Iterable[Query]) -> None:
        terms = {term for query in queries for term in query.terms}
        self._part = (snapshot, part)
        self._texts = holding(
            pl.read_parquet(snapshot.part("texts", part)), (term.needle for term in terms if term.needle)
        )
        wanted = [term.topic for term in terms if term.topic is not None]
        topics = (
            pl.scan_parquet(snapshot.part("topics", part)).filter(pl.col("topic").is_in(wanted)).collect()
        )
        self._topics = {topic: set(rows["work"]) for (topic,), rows in topics.group_by("topic")}

    def by(self, query: Query) -> set[int]:
        """The works a query finds; one that only excludes begins with all of them."""
        ways = [reduce(and_, map(self._of, way)) for way in query.ways]
        found = reduce(or_, ways) if ways else self._all()
        return found - reduce(or_, map(self._of, query.without), set())

    def _of(self, term: Term) -> set[int]:
        if term.topic is not None:
            return self._topics.get(term.topic, set())
        return self._texts[term.needle]

    def _all(self) -> set[int]:
        snapshot, part = self._part
        return set(pl.scan_parquet(snapshot.part("works", part)).select("work").collect().to_series())
