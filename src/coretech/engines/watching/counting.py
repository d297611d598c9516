"""All that is kept of a technology after counting it: the row of each table, and what pages show beside them."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import polars as pl

from coretech.engines.indicators.counting import counted
from coretech.engines.indicators.country_rows import country_rows
from coretech.engines.indicators.definitions import Technology
from coretech.engines.indicators.histograms import Counter, Percentile, Years
from coretech.engines.indicators.missing import incomplete_year
from coretech.engines.indicators.tables import Snapshot
from coretech.engines.indicators.technology_rows import technology_rows
from coretech.engines.indicators.tracker import ONE_SIDED, institution_countries
from coretech.engines.watching.membership import Part, held_works, parts
from coretech.engines.watching.works_shown import WorkShown, drawn, most_cited, shown
from coretech.engines.watching.yearly import Rows, country_years, institutions, technology_years

Row = dict[str, object]


@dataclass(frozen=True, slots=True)
class Asked:
    """What to count: definitions, the seed of each one's sample, the years, and who says what is top."""

    technologies: Sequence[Technology]
    seeds: Sequence[str]
    years: Years
    percentile: Percentile


@dataclass(frozen=True, slots=True)
class Found:
    """One technology counted; ``row`` and ``countries`` have the columns of the two tables."""

    row: Mapping[str, object]
    coverage: Mapping[str, int]
    warnings: Sequence[str]
    countries: Sequence[Row]
    years: Rows
    parts: Sequence[Part]
    institutions: Rows
    reading: Sequence[WorkShown]
    sample: Sequence[WorkShown]


def count(snapshot: Snapshot, asked: Asked, counter: Counter) -> list[Found]:
    """Each technology asked for, in order."""
    technologies = asked.technologies
    histograms = counted(snapshot, technologies, counter, asked.years, asked.percentile)
    table = technology_rows(
        histograms,
        technologies,
        institution_countries(snapshot, histograms),
        asked.years,
        one_language=one_sided(languages(snapshot)),
        incomplete=incomplete_year(snapshot),
    )
    held = held_works(snapshot, technologies, asked.years)
    to_read, sample = most_cited(snapshot, held), drawn(held, asked.seeds)
    works = shown(snapshot, [each for found in (to_read, sample) for row in found.values() for each in row])
    by_year, named = technology_years(histograms), institutions(snapshot, histograms)
    countries = _countries(country_rows(histograms, technologies), technologies, country_years(histograms))
    return [
        Found(
            row,
            json.loads(str(row["coverage"])),
            str(row["warnings"]).split(),
            countries.get(place, []),
            by_year.get(place, []),
            parts(held, place, technologies[place].query),
            named.get(place, []),
            [works[each] for each in to_read.get(place, [])],
            [works[each] for each in sample.get(place, [])],
        )
        for place, row in enumerate(table.to_dicts())
    ]


def languages(snapshot: Snapshot) -> dict[str, int]:
    """Works that count by language, most first; those whose language is not known are left out."""
    if not snapshot.parts:
        return {}
    works = pl.scan_parquet(snapshot.all("works")).filter("counted").select("language").drop_nulls()
    counts = works.group_by("language").len().collect()
    return dict(counts.sort("len", "language", descending=[True, False]).rows())


def one_sided(counts: Mapping[str, int]) -> bool:
    """Whether nearly all works are in the same language."""
    return bool(counts) and max(counts.values()) >= ONE_SIDED * sum(counts.values())


def _countries(
    table: pl.DataFrame, technologies: Sequence[Technology], years: Mapping[tuple[int, str], Rows]
) -> dict[int, list[Row]]:
    places = {each.id: place for place, each in enumerate(technologies)}
    found: dict[int, list[Row]] = {}
    for row in table.to_dicts():
        place = places[row["technology_id"]]
        found.setdefault(place, []).append({**row, "years": years.get((place, row["country"]), [])})
    return found
