"""One part of a snapshot in memory, as arrays by the place of a work in it."""

from dataclasses import dataclass

import numpy as np
import polars as pl

from coretech.engines.indicators.histograms import Years
from coretech.engines.indicators.members import Members
from coretech.engines.indicators.places import Ints, Mask, begins, parted, width
from coretech.engines.indicators.tables import Snapshot
from coretech.engines.indicators.topic_table import technologies_of

_COUNTRY, _NONE = 10, 1023
"""Bits of a country's number, and a number that is no country's: what the bits of -1 are."""


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
    counts: Mask
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
        country: the countries of all works, each once for a work.
        lines, first_line: by work: how many authorships it has, and where they begin.
        institution: by authorship, in order of works.
    """

    sharers: Ints
    first_country: Ints
    country: Ints
    lines: Ints
    first_line: Ints
    institution: Ints


def read_papers(snapshot: Snapshot, part: str, belong: Members, years: Years) -> Papers:
    """The works of a part, and what they belong to."""
    works = pl.read_parquet(
        snapshot.part("works", part), columns=["work", "year", "citations", "top10", "counted"]
    ).select(
        "work",
        pl.col("year").fill_null(-1).clip(lower_bound=-1),
        pl.col("citations").fill_null(-1),
        counts=pl.col("counted") & _within(years),
        top=pl.col("top10").cast(pl.Int8).fill_null(-1),
    )
    start, counts = int(works["work"][0]), works["counts"].fill_null(value=False).to_numpy()
    of, technology = _belonging(snapshot, part, belong, start, counts)
    year, citations, top = (works[name].to_numpy() for name in ("year", "citations", "top"))
    return Papers(start, counts, year, citations, top, of, technology)


def read_signed(snapshot: Snapshot, part: str, papers: Papers) -> Signed:
    """The countries and institutions of the part's works."""
    authorships = pl.read_parquet(
        snapshot.part("authorships", part), columns=["work", "country", "institution"]
    )
    at_work, works = authorships["work"].to_numpy() - np.int32(papers.start), len(papers.counts)
    sharers, country = _countries(at_work, authorships["country"].fill_null(-1).to_numpy(), works)
    lines = np.bincount(at_work, minlength=works)
    return Signed(
        sharers=sharers,
        first_country=np.cumsum(sharers) - sharers,
        country=country,
        lines=lines,
        first_line=np.cumsum(lines) - lines,
        institution=authorships["institution"].fill_null(-1).to_numpy(),
    )


def _within(years: Years) -> pl.Expr:
    if years.open:
        return pl.lit(value=True)
    least, most = years.first or 0, years.last or np.iinfo(np.int16).max
    return pl.col("year").is_between(least, most)


def _countries(at_work: Ints, given: Ints, works: int) -> tuple[Ints, Ints]:
    """How many countries each work names, and the countries, each once for a work, in order of works."""
    key: Ints = at_work.astype(width(works << _COUNTRY))
    key <<= _COUNTRY
    key |= given & _NONE
    if (key[1:] < key[:-1]).any():
        key.sort()
    key = key[np.flatnonzero(begins(key) & ((key & _NONE) != _NONE))]
    sharers = np.bincount(key >> _COUNTRY, minlength=works).astype(np.int32)
    return sharers, (key & _NONE).astype(np.int16)


def _belonging(snapshot: Snapshot, part: str, belong: Members, start: int, counts: Mask) -> tuple[Ints, Ints]:
    """Each pair of a work that counts and a technology once."""
    of, technology = _by_topic(snapshot, part, belong, start)
    named = belong.named.filter(pl.col("work").is_between(start, start + len(counts), closed="left"))
    key: Ints = np.concatenate(
        [of, named["work"].to_numpy() - start], dtype=width(len(counts) * belong.count)
    )
    key *= belong.count
    key += np.concatenate([technology, named["technology"].to_numpy()])
    key.sort()
    of, technology = parted(key[begins(key)], belong.count)
    kept, places = counts[of], np.flatnonzero(counts)
    all_of = [of[kept], *(places for _ in belong.everything)]
    all_technologies = [technology[kept], *(np.full(len(places), each) for each in belong.everything)]
    return np.concatenate(all_of, dtype=np.int32), np.concatenate(all_technologies, dtype=np.int16)


def _by_topic(snapshot: Snapshot, part: str, belong: Members, start: int) -> tuple[Ints, Ints]:
    topics = pl.read_parquet(snapshot.part("topics", part), columns=["work", "topic"])
    rows, technology = technologies_of(topics["topic"].to_numpy(), belong.topics)
    return topics["work"].to_numpy()[rows] - start, technology
