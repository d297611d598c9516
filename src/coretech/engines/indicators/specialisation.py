"""``specialisation``: how much larger a technology is in a country's works than in all works.

It is the revealed comparative advantage of Balassa 1965:

specialisation = (works of the country in the technology ÷ all works of the country)
    ÷ (works in the technology that name a country ÷ all works that name one)

Works are counted whole. The interval of 95 % takes both quotients as shares of counts (Katz 1978):
ln(specialisation) ± 1.96 · √(1/a − 1/c + 1/t − 1/n), in the order of the formula. That the country is a part of the
whole is left out, which makes the interval rather too wide than too narrow.
"""

from collections.abc import Sequence
from math import exp, log, sqrt

import polars as pl

from coretech.engines.indicators.definitions import Technology
from coretech.engines.indicators.growth import SURE
from coretech.engines.indicators.histograms import Histograms
from coretech.engines.indicators.queries import read_query
from coretech.engines.indicators.works import works
from coretech.kit.countries import country_of

EVERYTHING = Technology("", "", read_query(""))
"""What a technology is compared with; it is counted as the last of the technologies."""
SCHEMA = pl.Schema(
    {
        "technology_id": pl.String,
        "country": pl.String,
        "works": pl.Int64,
        "country_works": pl.Int64,
        "technology_works": pl.Int64,
        "all_works": pl.Int64,
        "specialisation": pl.Float64,
        "low": pl.Float64,
        "high": pl.Float64,
    }
)


def specialisation(counted: Histograms, technologies: Sequence[Technology]) -> pl.DataFrame:
    """A row for each technology and country that has a work in it; ``counted`` has everything as one place more."""
    whole = len(technologies)
    each = works(counted.shares).sort("technology", "country").rows()
    of_country = {country: count for technology, country, count in each if technology == whole}
    named = dict(
        counted.papers.filter(pl.col("named") == 1).group_by("technology").agg(pl.col("works").sum()).rows()
    )
    rows = []
    for technology, country, count in each:
        if technology < whole:
            counts = (count, of_country[country], named[technology], named[whole])
            rows.append((technologies[technology].id, country_of(country), *counts, *advantage(*counts)))
    return pl.DataFrame(rows, SCHEMA, orient="row")


def advantage(both: int, country: int, technology: int, every: int) -> tuple[float, float, float]:
    """The specialisation and the ends of its interval; all counts are at least 1."""
    value = (both / country) / (technology / every)
    error = SURE * sqrt(max(1 / both - 1 / country + 1 / technology - 1 / every, 0))
    return value, exp(log(value) - error), exp(log(value) + error)
