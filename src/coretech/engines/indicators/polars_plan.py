"""The histograms on one machine, part by part: places instead of joins, since works are numbered and rows are in order.

A key of several small numbers is packed into one before it is counted; two parts are counted at a time.
"""

from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np
import polars as pl

from coretech.engines.indicators.histograms import (
    CITATIONS,
    INSTITUTIONS,
    LEAST,
    SCHEMAS,
    Histograms,
    Percentile,
    Years,
)
from coretech.engines.indicators.members import Members
from coretech.engines.indicators.packing import counted_rows, summed
from coretech.engines.indicators.part import Ints, Papers, Signed, read_papers, read_signed
from coretech.engines.indicators.tables import Snapshot
from coretech.engines.indicators.thresholds import thresholds

AT_ONCE = 2
Frames = dict[str, pl.DataFrame]
Read = Callable[[str], Papers]


@dataclass(frozen=True, slots=True)
class PolarsCounter:
    """Counts parts side by side and sums them."""

    at_once: int = AT_ONCE

    def count(self, snapshot: Snapshot, belong: Members, years: Years, percentile: Percentile) -> Histograms:
        """All histograms."""

        def read(part: str) -> Papers:
            return read_papers(snapshot, part, belong, years)

        least = None
        with ThreadPoolExecutor(self.at_once) as pool:
            if percentile is Percentile.OPENALEX:
                counted = list(
                    pool.map(lambda part: _of_part(snapshot, part, read(part), None), snapshot.parts)
                )
            else:
                # Works and members are a few bytes each and are held; who signed them is read afterwards, part by part.
                held = list(pool.map(read, snapshot.parts))
                least = thresholds(summed(list(pool.map(_citations, held)), CITATIONS))
                both = zip(snapshot.parts, held, strict=True)
                counted = list(pool.map(lambda each: _of_part(snapshot, each[0], each[1], least), both))
        return _together(counted, least)


def _together(parts: Iterable[tuple[Frames, int, int]], least: pl.DataFrame | None) -> Histograms:
    frames, works, outside = zip(*parts, strict=True) if parts else ((), (), ())
    found = {
        name: summed([each[name] for each in frames], SCHEMAS[name])
        for name in SCHEMAS
        if name != "institutions"
    }
    institutions = pl.concat([pl.DataFrame(schema=INSTITUTIONS), *(each["institutions"] for each in frames)])
    by = ["technology", "institution"]
    return Histograms(
        **found,
        institutions=institutions.group_by(by).agg(pl.col("works").sum()),
        works=sum(works),
        outside=sum(outside),
        thresholds=pl.DataFrame(schema=LEAST) if least is None else least,
    )


def _of_part(
    snapshot: Snapshot, part: str, papers: Papers, least: pl.DataFrame | None
) -> tuple[Frames, int, int]:
    signed = read_signed(snapshot, part, papers)
    top = papers.top[papers.of] if least is None else _by_threshold(papers, least)
    held = np.zeros_like(papers.counts)
    held[papers.of] = True
    works = int(papers.counts.sum())
    frames = {
        "papers": _papers(papers, signed, top),
        **_by_country(papers, signed, top),
        "institutions": _institutions(papers, signed, top),
    }
    return frames, works, works - int(held.sum())


def _citations(papers: Papers) -> pl.DataFrame:
    year, citations = papers.year[papers.of], papers.citations[papers.of]
    known = (year >= 0) & (citations >= 0)
    return counted_rows(
        {"technology": papers.technology[known], "year": year[known], "citations": citations[known]}
    )


def _by_threshold(papers: Papers, least: pl.DataFrame) -> Ints:
    """1 for citations that are enough, 0 for fewer, -1 for what is not known."""
    rows = pl.DataFrame({"technology": papers.technology, "year": papers.year[papers.of]})
    joined = rows.join(least, on=["technology", "year"], how="left", maintain_order="left")["citations"]
    enough, cited = joined.fill_null(-1).to_numpy(), papers.citations[papers.of]
    return np.where((enough < 0) | (cited < 0), -1, cited >= enough).astype(np.int8)


def _papers(papers: Papers, signed: Signed, top: Ints) -> pl.DataFrame:
    of = papers.of
    return counted_rows(
        {
            "technology": papers.technology,
            "year": papers.year[of],
            "cited": (papers.citations[of] >= 0).astype(np.int8),
            "top": top,
            "named": (signed.sharers[of] > 0).astype(np.int8),
        }
    )


def _by_country(papers: Papers, signed: Signed, top: Ints) -> Frames:
    """Each work of a technology once for each of its countries."""
    rows, place = _spread(signed.first_country[papers.of], signed.sharers[papers.of])
    technology, country, work = papers.technology[rows], signed.country[place], papers.of[rows]
    shares = {
        "technology": technology,
        "year": papers.year[work],
        "country": country,
        "sharers": signed.sharers[work],
        "top": top[rows],
    }
    known = papers.citations[work] >= 0
    cited = {
        "technology": technology[known],
        "country": country[known],
        "citations": papers.citations[work][known],
    }
    return {"shares": counted_rows(shares), "cited": counted_rows(cited)}


def _institutions(papers: Papers, signed: Signed, top: Ints) -> pl.DataFrame:
    """Each of the most cited works once for each institution of its authors."""
    best = top == 1
    work, technology = papers.of[best], papers.technology[best]
    first = np.searchsorted(signed.at_work, work)
    rows, place = _spread(first, np.searchsorted(signed.at_work, work, side="right") - first)
    each = pl.DataFrame(
        {"row": rows, "technology": technology[rows], "institution": signed.institution[place]}
    )
    once = each.filter(pl.col("institution") >= 0).unique()
    return once.group_by("technology", "institution").agg(works=pl.len()).cast(INSTITUTIONS)


def _spread(first: Ints, times: Ints) -> tuple[Ints, Ints]:
    """For rows that each stand for several places: the row of each place, and the place."""
    rows = np.repeat(np.arange(len(times)), times)
    before = np.cumsum(times) - times
    return rows, np.arange(len(rows)) + np.repeat(first - before, times)
