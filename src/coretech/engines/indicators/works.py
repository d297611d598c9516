"""``works``: papers of the technology with at least one author in the country (full counting)."""

import polars as pl


def works(shares: pl.DataFrame) -> pl.DataFrame:
    """``(technology, country, works)`` from the histogram of shares."""
    return shares.group_by("technology", "country").agg(pl.col("works").sum())
