"""``coverage``: how much of a technology the figures rest on, and what they cannot see."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass

import polars as pl


@dataclass(frozen=True, slots=True)
class Coverage:
    """Works of a technology, and how many of them lack what a figure needs.

    ``without_technology`` is of the whole snapshot: works that no technology of the table holds.
    """

    works: int = 0
    without_country: int = 0
    without_citations: int = 0
    without_percentile: int = 0
    without_year: int = 0
    top10: int = 0
    top10_without_country: int = 0
    without_technology: int = 0

    def as_dict(self) -> dict[str, int]:
        """The counts by name."""
        return asdict(self)


def coverage(papers: pl.DataFrame, outside: int) -> Mapping[int, Coverage]:
    """The coverage of each technology that has works, from the histogram of papers."""
    counts = {
        "works": pl.lit(value=True),
        "without_country": pl.col("named") == 0,
        "without_citations": pl.col("cited") == 0,
        "without_percentile": pl.col("top").is_null(),
        "without_year": pl.col("year").is_null(),
        "top10": pl.col("top") == 1,
        "top10_without_country": (pl.col("top") == 1) & (pl.col("named") == 0),
    }
    summed = papers.group_by("technology").agg(
        pl.col("works").filter(which).sum().alias(name) for name, which in counts.items()
    )
    return {
        row["technology"]: Coverage(**{name: row[name] for name in counts}, without_technology=outside)
        for row in summed.to_dicts()
    }
