"""``growth``: yearly growth of a technology as a whole and in each country, with its interval of 95 %.

The formula is that of ``growth``; every country's growth is over the years of its technology, so that they compare.
"""

from collections import defaultdict
from collections.abc import Sequence

import polars as pl

from coretech.engines.indicators.definitions import Technology
from coretech.engines.indicators.growth import growth
from coretech.engines.indicators.histograms import Histograms, Years
from coretech.kit.countries import country_of

SCHEMA = pl.Schema(
    {
        "technology_id": pl.String,
        "country": pl.String,
        "first_year": pl.Int64,
        "last_year": pl.Int64,
        "works": pl.Int64,
        "growth": pl.Float64,
        "growth_low": pl.Float64,
        "growth_high": pl.Float64,
        "small_base": pl.Boolean,
    }
)
Yearly = dict[int, int]


def growth_rows(counted: Histograms, technologies: Sequence[Technology], years: Years) -> pl.DataFrame:
    """The technology's own row first, without a country, then one for each country by letters."""
    whole, countries = _yearly(counted.papers, "technology"), _yearly(counted.shares, "technology", "country")
    rows = []
    for (technology,), works in sorted(whole.items()):
        span = _span(works, years)
        of = technologies[technology].id
        rows.append((of, None, *_figures(works, span)))
        rows += [
            (of, country_of(key[1]), *_figures(countries[key], span))
            for key in sorted(countries)
            if key[0] == technology
        ]
    return pl.DataFrame(rows, SCHEMA, orient="row")


def _yearly(counts: pl.DataFrame, *by: str) -> dict[tuple[int, ...], Yearly]:
    known = counts.filter(pl.col("year").is_not_null()).group_by(*by, "year").agg(pl.col("works").sum())
    found: dict[tuple[int, ...], Yearly] = defaultdict(dict)
    for *key, year, works in known.select(*by, "year", "works").rows():
        found[tuple(key)][year] = works
    return found


def _span(works: Yearly, years: Years) -> tuple[int, int]:
    first = min(works) if years.first is None else years.first
    return first, max(works) if years.last is None else years.last


def _figures(works: Yearly, span: tuple[int, int]) -> tuple[object, ...]:
    grown = growth(works, *span)
    return (*span, sum(works.values()), grown.rate, grown.low, grown.high, grown.small_base)
