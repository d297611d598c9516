"""The histograms on one machine, part by part: places instead of joins, since works are numbered and rows are in order.

A key of several small numbers is packed into one and sorted to be counted; two parts are counted at a time.
"""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np
import polars as pl

from coretech.engines.indicators.histograms import (
    CITATIONS,
    CITED,
    INSTITUTIONS,
    LEAST,
    PAPERS,
    SHARES,
    Histograms,
    Percentile,
    Years,
)
from coretech.engines.indicators.members import Members
from coretech.engines.indicators.packing import Counts, counted_rows, summed
from coretech.engines.indicators.part import Papers, Signed, read_papers, read_signed
from coretech.engines.indicators.places import Ints, begins, parted, spread, width
from coretech.engines.indicators.tables import Snapshot
from coretech.engines.indicators.thresholds import thresholds

AT_ONCE = 2
Counted = dict[str, Counts]
OfPart = tuple[Counted, int, int]
"""The histograms of a part by name, its works that count, and those of them that no technology holds."""


@dataclass(frozen=True, slots=True)
class PolarsCounter:
    """Counts parts side by side and sums them."""

    at_once: int = AT_ONCE

    def count(self, snapshot: Snapshot, belong: Members, years: Years, percentile: Percentile) -> Histograms:
        """All histograms."""

        def read(part: str) -> Papers:
            return read_papers(snapshot, part, belong, years)

        with ThreadPoolExecutor(self.at_once) as pool:
            if percentile is Percentile.OPENALEX:
                counted = list(pool.map(lambda part: _of_part(snapshot, part, read(part)), snapshot.parts))
                return _together(counted, pl.DataFrame(schema=LEAST))
            # Works and members are a few bytes each and are held; who signed them is read afterwards, part by part.
            held = list(pool.map(read, snapshot.parts))
            least = thresholds(summed(list(pool.map(_citations, held)), CITATIONS))

            def of(part: str, papers: Papers) -> OfPart:
                return _of_part(snapshot, part, papers, _ranked(papers, least, belong.count))

            return _together(list(pool.map(of, snapshot.parts, held)), least)


def _together(parts: Sequence[OfPart], least: pl.DataFrame) -> Histograms:
    def of(name: str) -> list[Counts]:
        return [counted[name] for counted, _, _ in parts]

    institutions = [pl.DataFrame(schema=INSTITUTIONS), *(pl.DataFrame(each) for each in of("institutions"))]
    by = pl.concat(institutions, how="vertical_relaxed").group_by("technology", "institution")
    return Histograms(
        papers=summed(of("papers"), PAPERS),
        shares=summed(of("shares"), SHARES),
        cited=summed(of("cited"), CITED),
        institutions=by.agg(pl.col("works").sum()).cast(INSTITUTIONS),
        works=sum(works for _, works, _ in parts),
        outside=sum(outside for _, _, outside in parts),
        thresholds=least,
    )


def _of_part(snapshot: Snapshot, part: str, papers: Papers, top: Ints | None = None) -> OfPart:
    signed = read_signed(snapshot, part, papers)
    if top is None:
        top = papers.top[papers.of]
    held = np.zeros_like(papers.counts)
    held[papers.of] = True
    works = int(papers.counts.sum())
    counted = {
        "papers": _papers(papers, signed, top),
        **_by_country(papers, signed, top),
        "institutions": _institutions(papers, signed, top),
    }
    return counted, works, works - int(held.sum())


def _citations(papers: Papers) -> Counts:
    year, citations = papers.year[papers.of], papers.citations[papers.of]
    known = (year >= 0) & (citations >= 0)
    return counted_rows(
        {"technology": papers.technology[known], "year": year[known], "citations": citations[known]}
    )


def _ranked(papers: Papers, least: pl.DataFrame, technologies: int) -> Ints:
    """1 for citations that are enough, 0 for fewer, -1 for what is not known."""
    year, cited = papers.year[papers.of], papers.citations[papers.of]
    at = least["technology"].to_numpy(), least["year"].to_numpy()
    last = max(int(each.max(initial=0)) for each in (year, at[1]))
    enough = np.full((technologies, last + 2), -1, np.int32)  # a year of -1 is the place behind the last
    enough[at] = least["citations"].to_numpy()
    needed = enough[papers.technology, year]
    return np.where((needed < 0) | (cited < 0), -1, cited >= needed).astype(np.int8)


def _papers(papers: Papers, signed: Signed, top: Ints) -> Counts:
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


def _by_country(papers: Papers, signed: Signed, top: Ints) -> Counted:
    """Each work of a technology once for each of its countries."""
    rows, place = spread(signed.first_country[papers.of], signed.sharers[papers.of])
    technology, country, work = papers.technology[rows], signed.country[place], papers.of[rows]
    shares = {
        "technology": technology,
        "year": papers.year[work],
        "country": country,
        "sharers": signed.sharers[work],
        "top": top[rows],
    }
    citations = papers.citations[work]
    known = citations >= 0
    cited = {"technology": technology[known], "country": country[known], "citations": citations[known]}
    return {"shares": counted_rows(shares), "cited": counted_rows(cited)}


def _institutions(papers: Papers, signed: Signed, top: Ints) -> Counts:
    """Each of the most cited works once for each institution of its authors."""
    best = np.flatnonzero(top == 1)
    work = papers.of[best]
    rows, place = spread(signed.first_line[work], signed.lines[work])
    institution = signed.institution[place]
    known = institution >= 0
    numbers, each = np.unique(institution[known], return_inverse=True)
    key: Ints = rows[known].astype(width(len(best) * len(numbers)))
    key *= len(numbers)
    key += each
    key.sort()
    rows, each = parted(key[begins(key)], max(len(numbers), 1))
    counts = counted_rows({"technology": papers.technology[best[rows]], "institution": each})
    return {**counts, "institution": numbers[counts["institution"]]}
