"""``network``: which countries work together in a technology, and how strongly.

salton = works that name both countries ÷ √(works of the one × works of the other), from 0 to 1
(Salton and McGill 1983). It asks how much of either's work is shared, so that two small countries may be tied more
strongly than two large ones.
"""

from collections import Counter
from collections.abc import Sequence
from math import sqrt

import polars as pl

from coretech.engines.indicators.definitions import Technology
from coretech.kit.countries import country_of

EDGES = pl.Schema(
    {
        "technology_id": pl.String,
        "country": pl.String,
        "other": pl.String,
        "works": pl.Int64,
        "country_works": pl.Int64,
        "other_works": pl.Int64,
        "salton": pl.Float64,
    }
)
NODES = pl.Schema(
    {
        "technology_id": pl.String,
        "country": pl.String,
        "works": pl.Int64,
        "abroad": pl.Int64,
        "abroad_share": pl.Float64,
        "partners": pl.Int64,
    }
)
"""``abroad``: works that name another country as well; ``partners``: how many countries these are."""


def edges(pairs: pl.DataFrame, technologies: Sequence[Technology]) -> pl.DataFrame:
    """A row for each pair that shares a work, each pair once, most works first within a technology."""
    of = {(row[0], row[1]): row[3] for row in pairs.rows() if row[1] == row[2]}
    rows = []
    for technology, country, other, works, _ in _ordered(pairs.filter(pl.col("country") != pl.col("other"))):
        one, two = of[technology, country], of[technology, other]
        names = (technologies[technology].id, country_of(country), country_of(other))
        rows.append((*names, works, one, two, works / sqrt(one * two)))
    return pl.DataFrame(rows, EDGES, orient="row")


def nodes(pairs: pl.DataFrame, technologies: Sequence[Technology]) -> pl.DataFrame:
    """A row for each country of a technology, most works first within it."""
    partners = Counter(
        (row[0], each) for row in pairs.rows() if row[1] != row[2] for each in (row[1], row[2])
    )
    rows = []
    for technology, country, _, works, abroad in _ordered(pairs.filter(pl.col("country") == pl.col("other"))):
        figures = (works, abroad, abroad / works, partners[technology, country])
        rows.append((technologies[technology].id, country_of(country), *figures))
    return pl.DataFrame(rows, NODES, orient="row")


def _ordered(pairs: pl.DataFrame) -> list[tuple[int, ...]]:
    return pairs.sort(
        "technology", "works", "country", "other", descending=[False, True, False, False]
    ).rows()
