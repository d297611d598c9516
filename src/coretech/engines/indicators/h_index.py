"""``h_index``: the largest h such that h papers of the country in the technology have at least h citations each.

From counts by citations: h = max over c of min(c, papers with at least c citations).
"""

from collections.abc import Sequence

import polars as pl


def h_index(counts: pl.DataFrame, by: Sequence[str]) -> pl.DataFrame:
    """``(*by, h_index)`` from ``(*by, citations, works)``; who has no paper with a citation has 0."""
    ordered = counts.sort(*by, "citations", descending=[*(False for _ in by), True])
    at_least = pl.col("works").cum_sum().over(list(by))
    each = ordered.with_columns(h=pl.min_horizontal(pl.col("citations").cast(pl.Int64), at_least))
    return each.group_by(list(by)).agg(h_index=pl.col("h").max())
