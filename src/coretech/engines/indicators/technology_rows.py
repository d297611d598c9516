"""The table of technologies: one row each, also for one that nothing matched."""

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence

import polars as pl

from coretech.engines.indicators.coverage import Coverage, coverage
from coretech.engines.indicators.definitions import Technology
from coretech.engines.indicators.growth import Growth, growth
from coretech.engines.indicators.hhi import hhi
from coretech.engines.indicators.histograms import Histograms, Years
from coretech.engines.indicators.holders import holders
from coretech.engines.indicators.institutions_in_leader import institutions_in_leader, ten_institutions
from coretech.engines.indicators.lead import Holder, lead
from coretech.engines.indicators.monopoly_risk import monopoly_risk
from coretech.engines.indicators.thin import warnings
from coretech.engines.indicators.thresholds import uncited_top

SCHEMA = pl.Schema(
    {
        "technology_id": pl.String,
        "name": pl.String,
        "works": pl.Int64,
        "leader": pl.String,
        "runner_up": pl.String,
        "lead_ratio": pl.Float64,
        "hhi": pl.Float64,
        "institutions_in_leader": pl.Int64,
        "monopoly_risk": pl.String,
        "growth": pl.Float64,
        "growth_low": pl.Float64,
        "growth_high": pl.Float64,
        "growth_warning": pl.Boolean,
        "coverage": pl.String,
        "warnings": pl.String,
    }
)
"""``coverage`` is an object of counts in JSON; ``warnings`` are names parted by spaces; see ``thin.Warned``."""
Row = dict[str, object]


def technology_rows(  # noqa: PLR0913 - the last two are what the counts do not show
    counted: Histograms,
    technologies: Sequence[Technology],
    countries: Mapping[int, str | None],
    years: Years,
    *,
    one_language: bool,
    incomplete: int | None = None,
) -> pl.DataFrame:
    """Rows in the order of the technologies.

    ``countries`` are those of institutions, ``incomplete`` is a year whose works are still coming in.
    """
    held, covered = holders(counted.shares), coverage(counted.papers, counted.outside)
    yearly, ten = _yearly(counted.papers), ten_institutions(counted.institutions)
    uncited = uncited_top(counted.thresholds)
    rows = []
    for place, technology in enumerate(technologies):
        cover = covered.get(place, Coverage(without_technology=counted.outside))
        grown = _grown(yearly.get(place, {}), years)
        rows.append(
            {
                "technology_id": technology.id,
                "name": technology.name,
                "works": cover.works,
                **_led(held.get(place, ()), ten.get(place, []), countries),
                **_growing(grown),
                "coverage": json.dumps(cover.as_dict()),
                "warnings": " ".join(
                    warnings(
                        cover,
                        grown,
                        one_language=one_language,
                        incomplete=incomplete in yearly.get(place, {}),
                        uncited_top=place in uncited,
                    )
                ),
            }
        )
    return pl.DataFrame(rows, SCHEMA)


def _led(holders: Sequence[Holder], ten: list[int], countries: Mapping[int, str | None]) -> Row:
    led = lead(holders)
    institutions = institutions_in_leader(ten, countries, led.leader)
    return {
        "leader": led.leader,
        "runner_up": led.runner_up,
        "lead_ratio": led.ratio,
        "hhi": hhi([each.part for each in holders]),
        "institutions_in_leader": institutions,
        "monopoly_risk": monopoly_risk(institutions, led.ratio),
    }


def _yearly(papers: pl.DataFrame) -> dict[int, dict[int, int]]:
    yearly: dict[int, dict[int, int]] = defaultdict(dict)
    known = (
        papers.filter(pl.col("year").is_not_null()).group_by("technology", "year").agg(pl.col("works").sum())
    )
    for technology, year, count in known.rows():
        yearly[technology][year] = count
    return yearly


def _grown(works_by_year: Mapping[int, int], years: Years) -> Growth:
    """Growth over the years asked for; where an end is open, to the technology's own first or last year."""
    if not works_by_year:
        return growth({}, 0, 0)
    first = min(works_by_year) if years.first is None else years.first
    return growth(works_by_year, first, max(works_by_year) if years.last is None else years.last)


def _growing(grown: Growth) -> Row:
    return {
        "growth": grown.rate,
        "growth_low": grown.low,
        "growth_high": grown.high,
        "growth_warning": grown.small_base,
    }
