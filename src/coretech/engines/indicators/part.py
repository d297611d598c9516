"""One part of a snapshot in memory, as arrays by the place of a work in it."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import polars as pl

from coretech.engines.indicators.histograms import Years
from coretech.engines.indicators.members import Members
from coretech.engines.indicators.tables import Snapshot

Ints = npt.NDArray[np.signedinteger[Any]]
_COUNTRY, _NONE = 10, 1023
"""Bits of a country's number, and a number that is no country's."""
_TECHNOLOGY = 14
"""Bits of a technology's place."""


@dataclass(frozen=True, slots=True)
class Papers:
    """The works of a part and their technologies; below 0 stands for "not known" everywhere.

    Attributes:
        start: the number of the first work.
        counts: which works count.
        year, citations, top: by work.
        of, technology: which work belongs to which technology.
    """

    start: int
    counts: npt.NDArray[np.bool_]
    year: Ints
    citations: Ints
    top: Ints
    of: Ints
    technology: Ints


@dataclass(frozen=True, slots=True)
class Signed:
    """Where the works of a part come from.

    Attributes:
        sharers, first_country: by work: how many countries it names, and where they begin in ``country``.
        country: the countries of all works that count, each once for a work.
        at_work, institution: rows of authorships, by work.
    """

    sharers: Ints
    first_country: Ints
    country: Ints
    at_work: Ints
    institution: Ints


def read_papers(snapshot: Snapshot, part: str, belong: Members, years: Years) -> Papers:
    """The works of a part, and what they belong to."""
    works = pl.read_parquet(
        snapshot.part("works", part), columns=["work", "year", "citations", "top10", "counted"]
    ).select(
        "work",
        pl.col("year").fill_null(-1),
        pl.col("citations").fill_null(-1),
        counts=pl.col("counted") & _within(years),
        top=pl.col("top10").cast(pl.Int8).fill_null(-1),
    )
    start, counts = int(works["work"][0]), works["counts"].fill_null(value=False).to_numpy()
    of, technology = _belonging(snapshot, part, belong, start, counts)
    year, citations, top = (works[name].to_numpy() for name in ("year", "citations", "top"))
    return Papers(start, counts, year, citations, top, of.astype(np.int32), technology.astype(np.int16))


def read_signed(snapshot: Snapshot, part: str, papers: Papers) -> Signed:
    """The countries and institutions of the part's works."""
    authorships = pl.read_parquet(
        snapshot.part("authorships", part), columns=["work", "country", "institution"]
    )
    at_work = authorships["work"].to_numpy() - papers.start
    sharers, country = _countries(at_work, authorships["country"], papers.counts)
    return Signed(
        sharers=sharers,
        first_country=np.cumsum(sharers, dtype=np.int64) - sharers,
        country=country,
        at_work=at_work,
        institution=authorships["institution"].fill_null(-1).to_numpy(),
    )


def _within(years: Years) -> pl.Expr:
    if years.open:
        return pl.lit(value=True)
    least, most = years.first or 0, years.last or np.iinfo(np.int16).max
    return pl.col("year").is_between(least, most)


def _countries(at_work: Ints, given: pl.Series, counts: npt.NDArray[np.bool_]) -> tuple[Ints, Ints]:
    """How many countries each work names, and the countries, each once for a work, in order of works."""
    key = (at_work.astype(np.int64) << _COUNTRY) + given.fill_null(_NONE).to_numpy()
    if (key[1:] < key[:-1]).any():
        key.sort()
    key = key[_first(key)]
    work, country = key >> _COUNTRY, (key & _NONE).astype(np.int16)
    kept = (country != _NONE) & counts[work]
    return np.bincount(work[kept], minlength=len(counts)).astype(np.int32), country[kept]


def _first(key: Ints) -> npt.NDArray[np.bool_]:
    """Of numbers in order, the first of each run of equals."""
    first = np.ones(len(key), dtype=np.bool_)
    np.not_equal(key[1:], key[:-1], out=first[1:])
    return first


def _belonging(
    snapshot: Snapshot, part: str, belong: Members, start: int, counts: npt.NDArray[np.bool_]
) -> tuple[Ints, Ints]:
    """Each pair of a work and a technology once."""
    end = start + len(counts)
    topics = pl.read_parquet(snapshot.part("topics", part))
    by_topic = topics.join(belong.topics, on="topic").select("work", "technology")
    named = belong.named.filter(pl.col("work").is_between(start, end, closed="left"))
    pairs = pl.concat([by_topic, named]).select(
        key=(pl.col("work").cast(pl.Int64) - start) * (1 << _TECHNOLOGY) + pl.col("technology")
    )
    key = np.sort(pairs["key"].to_numpy())
    key = key[_first(key)]
    of, technology = key >> _TECHNOLOGY, key & ((1 << _TECHNOLOGY) - 1)
    kept = counts[of]
    places = np.flatnonzero(counts)
    all_of = [of[kept], *(places for _ in belong.everything)]
    all_technologies = [technology[kept], *(np.full(len(places), each) for each in belong.everything)]
    return np.concatenate(all_of), np.concatenate(all_technologies)
