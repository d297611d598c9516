"""``top10_share``: the country's fractional share of the 10 % most cited papers of the technology and year.

top10_share(c) = Σ over top papers that name c of 1 ÷ (countries of the paper), divided by the number of top papers that
name at least one country. The parts of a paper add up to 1, so that number is the sum of the parts of all countries.
"""

import polars as pl

from coretech.engines.indicators.shared import Parts, summed


def top10_share(shares: pl.DataFrame) -> Parts:
    """The parts of top papers; of a technology that has any, every country with a work has a part, if only of 0."""
    top = shares.filter(pl.col("top") == 1).group_by("technology", "country", "sharers")
    held = summed(top.agg(pl.col("works").sum()).rows())
    every = shares.select("technology", "country").unique().rows()
    nothing = {key: 0 for key in every if key[0] in held.totals}
    return Parts(held.whole, {**nothing, **held.parts})
