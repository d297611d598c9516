"""A technology in one year, as one number: what is reckoned of a technology is then reckoned of each of its years."""

import polars as pl

YEARS = 10_000
"""More than any year, so that the pair fits into one number and comes out again."""


def by_period(counts: pl.DataFrame) -> pl.DataFrame:
    """A histogram whose ``technology`` is a technology's year; works without a year are in none."""
    period = pl.col("technology").cast(pl.Int32) * YEARS + pl.col("year")
    return counts.filter(pl.col("year").is_not_null()).with_columns(technology=period)


def technology_and_year(period: int) -> tuple[int, int]:
    """What a number stands for."""
    return divmod(period, YEARS)
