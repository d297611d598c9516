"""How many citations put a work among the 10 % most cited of its technology and year.

Of n works whose citations are known, the threshold is what the work in place ceil(n ÷ 10) has, counted from the most
cited; every work with as many or more is in, so that ties at the threshold are all in. Works without citations or year
take no part.
"""

import polars as pl

SHARE = 10
"""One in ten."""


def thresholds(citations: pl.DataFrame) -> pl.DataFrame:
    """``(technology, year, citations)``: the fewest citations that are enough, from the histogram of citations."""
    by = ["technology", "year"]
    ordered = citations.sort(*by, "citations", descending=[False, False, True])
    reached = ordered.with_columns(
        so_far=pl.col("works").cum_sum().over(by),
        places=(pl.col("works").sum().over(by) + SHARE - 1) // SHARE,
    )
    enough = reached.filter(pl.col("so_far") >= pl.col("places"))
    return enough.group_by(by).agg(pl.col("citations").max()).sort(by)


def uncited_top(least: pl.DataFrame) -> set[int]:
    """The technologies in which, in some year, works that nobody cited are among the most cited."""
    return set(least.filter(pl.col("citations") == 0)["technology"])
