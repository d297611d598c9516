"""``h_index``: the largest h such that h papers of the country in the technology have at least h citations each.

From counts by citations: h = max over c of min(c, papers with at least c citations).
"""

from collections.abc import Sequence

import polars as pl


def h_index(counts: pl.DataFrame, by: Sequence[str]) -> pl.DataFrame:
    """``(*by, h_index)`` from ``(*by, citations, works)``; who has no paper with a citation has 0."""
    at_least = pl.col("works").cum_sum()
    h = pl.min_horizontal(pl.col("citations").cast(pl.Int64), at_least).max()
    return counts.sort("citations", descending=True).group_by(list(by)).agg(h_index=h)
