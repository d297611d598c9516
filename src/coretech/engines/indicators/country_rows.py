"""The table of countries: one row for each technology and country that has a work in it."""

from collections.abc import Sequence

import polars as pl

from coretech.engines.indicators.definitions import Technology
from coretech.engines.indicators.h_index import h_index
from coretech.engines.indicators.histograms import Histograms
from coretech.engines.indicators.rank import rank
from coretech.engines.indicators.top10_share import top10_share
from coretech.engines.indicators.works import works
from coretech.engines.indicators.works_fractional import works_fractional
from coretech.kit.countries import country_of

SCHEMA = pl.Schema(
    {
        "technology_id": pl.String,
        "country": pl.String,
        "works": pl.Int64,
        "works_fractional": pl.Float64,
        "top10_share": pl.Float64,
        "h_index": pl.Int64,
        "rank": pl.Int64,
    }
)


def country_rows(counted: Histograms, technologies: Sequence[Technology]) -> pl.DataFrame:
    """Rows in the order of the technologies, within each by rank, then works, then letters.

    Share and rank are null where the technology has no top paper that names a country.
    """
    fractional, share = works_fractional(counted.shares), top10_share(counted.shares)
    places = rank(share)
    hs = {(each[0], each[1]): each[2] for each in h_index(counted.cited, ("technology", "country")).rows()}
    rows = []
    for technology, country, count in works(counted.shares).rows():
        key = (technology, country)
        figures = (count, fractional.sum(key), share.share(key), hs.get(key, 0), places.get(key))
        rows.append((technology, technologies[technology].id, country_of(country), *figures))
    table = pl.DataFrame(rows, {"place": pl.Int16, **SCHEMA}, orient="row")
    ordered = table.sort(
        "place", "rank", "works", "country", descending=[False, False, True, False], nulls_last=True
    )
    return ordered.drop("place")
