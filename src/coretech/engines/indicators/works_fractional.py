"""``works_fractional``: papers of the technology, each shared equally by the distinct countries it names.

works_fractional(c) = Σ over papers that name c of 1 ÷ (number of distinct countries of the paper)
"""

import polars as pl

from coretech.engines.indicators.shared import Parts, summed


def works_fractional(shares: pl.DataFrame) -> Parts:
    """Exact sums from the histogram of shares."""
    grouped = shares.group_by("technology", "country", "sharers").agg(pl.col("works").sum())
    return summed(grouped.rows())
