"""Years of a technology and of a country in it, and the institutions with most top papers, from the histograms."""

from collections import defaultdict

import polars as pl

from coretech.engines.indicators.histograms import Histograms
from coretech.engines.indicators.institutions_in_leader import TEN
from coretech.engines.indicators.tables import Snapshot
from coretech.kit.countries import country_of

Rows = list[list[object]]


def technology_years(counted: Histograms) -> dict[int, Rows]:
    """``[year, works, top papers]`` by technology, years in order; works without a year are in none."""
    known = counted.papers.filter(pl.col("year").is_not_null())
    top = pl.col("works").filter(pl.col("top") == 1).sum()
    summed = known.group_by("technology", "year").agg(works=pl.col("works").sum(), top=top)
    found: dict[int, Rows] = defaultdict(list)
    for technology, *row in summed.sort("technology", "year").rows():
        found[technology].append(row)
    return found


def country_years(counted: Histograms) -> dict[tuple[int, str], Rows]:
    """``[year, works, works by fractional counting, top papers by fractional counting]`` by technology and country."""
    known = counted.shares.filter(pl.col("year").is_not_null())
    part = pl.col("works") / pl.col("sharers")
    summed = known.group_by("technology", "country", "year").agg(
        works=pl.col("works").sum(),
        fractional=part.sum().round(6),
        top=part.filter(pl.col("top") == 1).sum().round(6),
    )
    found: dict[tuple[int, str], Rows] = defaultdict(list)
    for technology, country, *row in summed.sort("technology", "country", "year").rows():
        found[technology, country_of(country)].append(row)
    return found


def institutions(snapshot: Snapshot, counted: Histograms) -> dict[int, Rows]:
    """``[name, country, top papers]`` of the ten institutions with most, by technology."""
    if counted.institutions.is_empty():
        return {}
    ordered = counted.institutions.sort(
        "technology", "works", "institution", descending=[False, True, False], nulls_last=True
    )
    ten = ordered.group_by("technology", maintain_order=True).head(TEN)
    named = pl.read_parquet(snapshot.all("institutions")).unique(
        "institution", keep="last", maintain_order=True
    )
    joined = ten.join(named, on="institution", how="left", maintain_order="left")
    found: dict[int, Rows] = defaultdict(list)
    for technology, name, country, works in joined.select("technology", "name", "country", "works").rows():
        found[technology].append([name or "", country or "", works])
    return found
