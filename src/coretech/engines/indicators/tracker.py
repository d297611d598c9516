"""The whole of it: from a snapshot and definitions to the two tables."""

from collections.abc import Sequence
from dataclasses import dataclass

import polars as pl

from coretech.engines.indicators.counting import counted
from coretech.engines.indicators.country_rows import country_rows
from coretech.engines.indicators.definitions import Technology
from coretech.engines.indicators.histograms import Counter, Histograms, Percentile, Years
from coretech.engines.indicators.institutions_in_leader import ten_institutions
from coretech.engines.indicators.missing import incomplete_year, missing_by_year
from coretech.engines.indicators.tables import Snapshot
from coretech.engines.indicators.technology_rows import technology_rows

ONE_SIDED = 0.95


@dataclass(frozen=True, slots=True)
class Tracked:
    """The tables of countries and of technologies, what each year of them lacks, and over how many works."""

    countries: pl.DataFrame
    technologies: pl.DataFrame
    coverage: pl.DataFrame
    works: int


def track(
    snapshot: Snapshot,
    technologies: Sequence[Technology],
    counter: Counter,
    years: Years,
    percentile: Percentile = Percentile.OPENALEX,
) -> Tracked:
    """Count, and make the tables."""
    held = counted(snapshot, technologies, counter, years, percentile)
    incomplete = incomplete_year(snapshot)
    table = technology_rows(
        held,
        technologies,
        institution_countries(snapshot, held),
        years,
        one_language=_one_language(snapshot),
        incomplete=incomplete,
    )
    missing = missing_by_year(held, technologies, incomplete)
    return Tracked(country_rows(held, technologies), table, missing, held.works)


def institution_countries(snapshot: Snapshot, counted: Histograms) -> dict[int, str | None]:
    """The countries of the institutions that lead some technology, as OpenAlex gives them; the last part is right."""
    if not snapshot.parts:
        return {}
    wanted = {each for ten in ten_institutions(counted.institutions).values() for each in ten}
    named = pl.read_parquet(snapshot.all("institutions"), columns=["institution", "country"])
    return dict(named.filter(pl.col("institution").is_in(wanted)).drop_nulls().rows())


def _one_language(snapshot: Snapshot) -> bool:
    """Whether nearly all works whose language is known are in the same one."""
    if not snapshot.parts:
        return False
    counts = pl.scan_parquet(snapshot.all("works")).filter("counted").select("language").drop_nulls()
    held = counts.group_by("language").len().collect()["len"]
    counted = held.to_list()
    return bool(counted) and max(counted) >= ONE_SIDED * sum(counted)
