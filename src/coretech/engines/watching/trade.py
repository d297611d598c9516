"""Trade in some goods, by partner, flow and year, as one reporter tells it; codes of different levels never added."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

import polars as pl

WORLD = "WLD"
"""The partner of rows that give the sum over all partners."""
TOTAL = "TOTAL"


class Flow(StrEnum):
    """Which way goods go, seen from the reporter; ``OTHER`` where a table does not say, or says something else."""

    IMPORT = "import"
    EXPORT = "export"
    OTHER = "other"


_FLOWS = {
    Flow.IMPORT: ("m", "import", "imports", "進口", "輸入", "1"),
    Flow.EXPORT: ("x", "export", "exports", "出口", "輸出", "2"),
}


@dataclass(frozen=True, slots=True)
class Partner:
    """A partner with the value of each flow in the year that is shown."""

    key: str
    values: Mapping[Flow, float]


@dataclass(frozen=True, slots=True)
class Traded:
    """The trade that was asked for.

    Attributes:
        reporter: whose figures they are; empty where there are none.
        reporters: everybody who reports these goods.
        goods: the codes that were added up; none holds another.
        year: the year of ``partners``.
        flows: the flows there are.
        years: by year, the value of each flow over all partners.
        world: by year, what the table itself gives as the sum over all partners, where it does.
        partners: the partners of the year, most first.
    """

    reporter: str
    reporters: Sequence[str]
    goods: Sequence[str]
    year: int | None
    flows: Sequence[Flow]
    years: Mapping[int, Mapping[Flow, float]]
    world: Mapping[int, Mapping[Flow, float]]
    partners: Sequence[Partner]


@dataclass(frozen=True, slots=True)
class Asked:
    """Which trade: of which goods by their codes, as told by whom, in which year; the table's own choice by default."""

    goods: Sequence[str] = ()
    reporter: str = ""
    year: int | None = None
    home: str = "TW"


def count_trade(rows: pl.LazyFrame, asked: Asked) -> Traded:
    """Sum the trade asked for.

    ``rows`` are ``(hs, year, reporter, partner, flow, value)`` as `coretech.readers.counted.trade` sums them. A code
    that the table gives by its parts alone is the sum of these, at the highest level there is. The reporter is the one
    asked for, else home, else the one of most; the year the one asked for, else the newest.
    """
    there = rows.select("hs", "reporter").unique().collect()
    codes = {
        reporter: roots(there.filter(pl.col("reporter") == reporter)["hs"], asked.goods)
        for reporter in sorted(each for each in there["reporter"].unique() if each)
    }
    reporters = [each for each, found in codes.items() if found]
    wanted = (asked.reporter, asked.home, *reporters)
    reporter = next((each for each in wanted if each in reporters), "")
    goods = codes.get(reporter, [])
    own = rows.filter((pl.col("reporter") == reporter) & pl.col("hs").is_in(goods)).collect()
    table = own.with_columns(
        flow=pl.col("flow").map_elements(_flow, return_dtype=pl.String, skip_nulls=False)
    )
    partners = table.filter(pl.col("partner") != WORLD)
    years, world = _by_year(partners), _by_year(table.filter(pl.col("partner") == WORLD))
    every = sorted({*years, *world})
    year = asked.year if asked.year in every else (every[-1] if every else None)
    there_are = set(table["flow"])
    return Traded(
        reporter,
        reporters,
        goods,
        year,
        [each for each in Flow if each in there_are],
        years,
        world,
        [] if year is None else _partners(partners.filter(pl.col("year") == year)),
    )


def roots(there: Iterable[str], asked: Sequence[str] = ()) -> list[str]:
    """The codes to add up: of those asked for, or of all, the ones that no other one holds.

    For ``8542``, that is ``8542`` where the table has it, else each of its parts that no other part holds. A total
    over everything counts only where there is nothing else.
    """
    codes = sorted({each for each in there if each != TOTAL})
    found = [each for each in codes if not asked or any(each.startswith(code) for code in asked)]
    held = [found[0], *_not_held(found)] if found else []
    return held or ([TOTAL] if not asked and TOTAL in there else [])


def _not_held(found: Sequence[str]) -> Iterable[str]:
    """Those behind the first that begin with none before them; sorted, what holds another stands before it."""
    root = found[0]
    for _, each in pairwise(found):
        if not each.startswith(root):
            root = each
            yield each


def _flow(text: str | None) -> str:
    plain = (text or "").strip().casefold()
    return next((flow for flow, names in _FLOWS.items() if plain in names), Flow.OTHER)


def _by_year(rows: pl.DataFrame) -> dict[int, dict[Flow, float]]:
    found: dict[int, dict[Flow, float]] = {}
    summed = rows.group_by("year", "flow").agg(pl.col("value").sum()).sort("year", "flow")
    for year, flow, value in summed.rows():
        found.setdefault(year, {})[Flow(flow)] = value
    return found


def _partners(rows: pl.DataFrame) -> list[Partner]:
    found: dict[str, dict[Flow, float]] = {}
    for key, flow, value in rows.group_by("partner", "flow").agg(pl.col("value").sum()).rows():
        found.setdefault(key, {})[Flow(flow)] = value
    partners = [Partner(key, values) for key, values in found.items()]
    return sorted(partners, key=lambda each: (-sum(each.values.values()), each.key))
