"""``concentration``: who leads in a technology each year, how far ahead, and how concentrated the shares are.

Leader, runner-up, lead_ratio and hhi as for the whole, over the top papers of the year alone.
"""

from collections.abc import Sequence

import polars as pl

from coretech.engines.indicators.definitions import Technology
from coretech.engines.indicators.hhi import hhi
from coretech.engines.indicators.histograms import Histograms
from coretech.engines.indicators.holders import holders
from coretech.engines.indicators.lead import lead
from coretech.engines.indicators.periods import by_period, technology_and_year

SCHEMA = pl.Schema(
    {
        "technology_id": pl.String,
        "year": pl.Int64,
        "works": pl.Int64,
        "top10": pl.Int64,
        "leader": pl.String,
        "runner_up": pl.String,
        "lead_ratio": pl.Float64,
        "hhi": pl.Float64,
    }
)


def concentration(counted: Histograms, technologies: Sequence[Technology]) -> pl.DataFrame:
    """A row for each technology and year that has a work, in that order; ``top10`` are top papers with a country."""
    held = holders(by_period(counted.shares))
    rows = []
    for period, works, top in _works(counted.papers).rows():
        technology, year = technology_and_year(period)
        here = held.get(period, ())
        led, spread = lead(here), hhi([each.part for each in here])
        rows.append(
            (technologies[technology].id, year, works, top, led.leader, led.runner_up, led.ratio, spread)
        )
    return pl.DataFrame(rows, SCHEMA, orient="row")


def _works(papers: pl.DataFrame) -> pl.DataFrame:
    top = pl.col("works").filter((pl.col("top") == 1) & (pl.col("named") == 1)).sum()
    summed = by_period(papers).group_by("technology").agg(pl.col("works").sum(), top=top)
    return summed.sort("technology")
