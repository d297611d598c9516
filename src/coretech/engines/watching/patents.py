"""Patents of some classes, counted by country of applicant, office, class and year, from compact rows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import polars as pl

BY_CLASS = "class"


@dataclass(frozen=True, slots=True)
class Part:
    """What a country, an office or a class has: distinct patents, and shared equally by those of the same patent.

    ``years`` has the distinct patents of each year that has any.
    """

    key: str
    patents: int
    fractional: float
    years: Mapping[int, int]


@dataclass(frozen=True, slots=True)
class Patented:
    """The patents that were asked for.

    Attributes:
        patents: how many.
        with_country: how many of them name the country of an applicant: what shares of countries are shares of.
        years: how many by year, years in order.
        countries: countries of applicants, most by fractional counting first.
        offices: offices, most first; a patent has one.
        classes: subclasses, most first; those beside which a patent was found as well.
    """

    patents: int
    with_country: int
    years: Mapping[int, int]
    countries: Sequence[Part]
    offices: Sequence[Part]
    classes: Sequence[Part]


def count_patents(rows: pl.LazyFrame, classes: Sequence[str]) -> Patented:
    """Count the patents that have one of the classes at least; every patent where no class is told.

    ``rows`` are ``(patent, office, country, class, year)`` as `coretech.readers.counted.patents` keeps them. A class
    is told by its beginning.
    """
    own = _of_classes(rows, classes).select("patent").unique()
    mine = rows.join(own, on="patent", how="semi").collect()
    return Patented(
        mine["patent"].n_unique(),
        mine.drop_nulls("country")["patent"].n_unique(),
        _by_year(mine.select("patent", "year")),
        _parts(mine, "country"),
        _parts(mine, "office"),
        _parts(mine, BY_CLASS),
    )


def _of_classes(rows: pl.LazyFrame, classes: Sequence[str]) -> pl.LazyFrame:
    if not classes:
        return rows
    return rows.filter(pl.any_horizontal(pl.col(BY_CLASS).str.starts_with(each) for each in classes))


def _parts(mine: pl.DataFrame, by: str) -> list[Part]:
    one = mine.select("patent", "year", key=by).drop_nulls("key").unique()
    shared = one.with_columns(share=1.0 / pl.len().over("patent"))
    summed = shared.group_by("key").agg(patents=pl.len(), fractional=pl.col("share").sum().round(6))
    by_key = dict(summed.select("key", pl.struct("patents", "fractional")).rows())
    years = one.drop_nulls("year").group_by("key", "year").len().sort("key", "year")
    found: dict[str, dict[int, int]] = {key: {} for key in by_key}
    for key, year, many in years.rows():
        found[key][year] = many
    parts = [Part(key, of["patents"], of["fractional"], found[key]) for key, of in by_key.items()]
    return sorted(parts, key=lambda each: (-each.fractional, -each.patents, each.key))


def _by_year(one: pl.DataFrame) -> dict[int, int]:
    return dict(one.unique().drop_nulls("year").group_by("year").len().sort("year").rows())
