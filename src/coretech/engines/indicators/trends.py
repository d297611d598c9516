"""``years``: each country's works and shares in a technology, year by year.

share(c, y) = Σ over works of the year that name c of 1 ÷ (countries of the work), divided by the works of that year
that name at least one country. ``top10_share`` is the one of the whole, over the top papers of that year alone.
"""

from collections.abc import Sequence

import polars as pl

from coretech.engines.indicators.definitions import Technology
from coretech.engines.indicators.histograms import Histograms
from coretech.engines.indicators.periods import by_period, technology_and_year
from coretech.engines.indicators.top10_share import top10_share
from coretech.engines.indicators.works import works
from coretech.engines.indicators.works_fractional import works_fractional
from coretech.kit.countries import country_of

SCHEMA = pl.Schema(
    {
        "technology_id": pl.String,
        "year": pl.Int64,
        "country": pl.String,
        "works": pl.Int64,
        "works_fractional": pl.Float64,
        "share": pl.Float64,
        "top10_share": pl.Float64,
    }
)


def trends(counted: Histograms, technologies: Sequence[Technology]) -> pl.DataFrame:
    """A row for each technology, year and country that has a work in it, in that order."""
    yearly = by_period(counted.shares)
    fractional, share = works_fractional(yearly), top10_share(yearly)
    rows = []
    for period, country, count in works(yearly).sort("technology", "country").rows():
        technology, year = technology_and_year(period)
        key = (period, country)
        figures = (count, fractional.sum(key), fractional.share(key), share.share(key))
        rows.append((technologies[technology].id, year, country_of(country), *figures))
    return pl.DataFrame(rows, SCHEMA, orient="row")
