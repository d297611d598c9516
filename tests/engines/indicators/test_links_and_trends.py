"""Trends, specialisation, networks and flows are what the slow reference gives, on Polars and on DuckDB."""

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import polars as pl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coretech.engines.indicators import reference_links as reference
from coretech.engines.indicators.collaboration import edges, nodes
from coretech.engines.indicators.concentration import concentration
from coretech.engines.indicators.counting import counted
from coretech.engines.indicators.definitions import read_technologies
from coretech.engines.indicators.duckdb_plan import duckdb_counter
from coretech.engines.indicators.flow import flows, followed
from coretech.engines.indicators.growth import growth
from coretech.engines.indicators.growth_rows import growth_rows
from coretech.engines.indicators.histograms import Percentile, Years
from coretech.engines.indicators.ibis_links import IbisLinker
from coretech.engines.indicators.members import members
from coretech.engines.indicators.missing import incomplete_year, languages, missing_by_year
from coretech.engines.indicators.polars_links import PolarsLinker
from coretech.engines.indicators.polars_plan import PolarsCounter
from coretech.engines.indicators.specialisation import EVERYTHING, advantage, specialisation
from coretech.engines.indicators.trends import trends
from tests.factories.works_factories import read_in, works, written

if TYPE_CHECKING:
    from coretech.engines.indicators.links import Linker

TECHNOLOGIES = read_technologies(
    'technology_id,name,query\nall,,\ntopic,,T10001\nword,,"量子 -basin"\nnone,,T99999\n'
)

Rows = list[dict[str, Any]]


def alike(found: pl.DataFrame, wanted: Rows) -> None:
    """The same rows in any order, of the columns the reference has."""
    columns = sorted(wanted[0]) if wanted else []
    assert found.height == len(wanted)
    ordered = sorted(found.select(columns).to_dicts(), key=str)
    assert ordered == sorted(({name: row[name] for name in columns} for row in wanted), key=str)


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(made=st.lists(works(), max_size=30), percentile=st.sampled_from(Percentile))
def test_years_and_specialisation_are_those_of_the_reference(
    made: list[dict[str, Any]], percentile: Percentile
) -> None:
    recompute = percentile is Percentile.RECOMPUTE
    with tempfile.TemporaryDirectory() as folder:
        snapshot, _ = read_in(Path(folder), written(Path(folder), made))
        fast, other = (
            counted(snapshot, [*TECHNOLOGIES, EVERYTHING], each, Years(), percentile)
            for each in (PolarsCounter(), duckdb_counter())
        )

    yearly, led = trends(fast, TECHNOLOGIES_AND_ALL), concentration(fast, TECHNOLOGIES_AND_ALL)
    wanted = [
        row for each in TECHNOLOGIES_AND_ALL for row in reference.yearly(made, each, recompute=recompute)
    ]
    alike(yearly, wanted)
    alike(
        led,
        [
            row
            for each in TECHNOLOGIES_AND_ALL
            for row in reference.leading_yearly(made, each, recompute=recompute)
        ],
    )
    found = specialisation(fast, TECHNOLOGIES)
    assert found.select(pl.exclude("specialisation")).equals(
        specialisation(other, TECHNOLOGIES).select(pl.exclude("specialisation"))
    )
    special = [row for each in TECHNOLOGIES for row in reference.specialised(made, each)]
    alike(
        found.drop("specialisation"),
        [{k: v for k, v in row.items() if k != "specialisation"} for row in special],
    )
    assert found["specialisation"].to_list() == pytest.approx([row["specialisation"] for row in special])
    assert fast.thresholds.sort(pl.all()).equals(other.thresholds.sort(pl.all()))


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(made=st.lists(works(), max_size=30))
def test_networks_and_flows_are_those_of_the_reference_on_both_engines(made: list[dict[str, Any]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        snapshot, _ = read_in(Path(folder), written(Path(folder), made))
        belong = members(snapshot, TECHNOLOGIES)
        linkers: list[Linker] = [PolarsLinker(), IbisLinker(duckdb_counter())]
        pairs, moves, signed = (
            [getattr(each, name)(snapshot, belong, Years()) for each in linkers]
            for name in ("pairs", "moves", "signed")
        )

    for fast, other in (pairs, moves, signed):
        assert fast.sort(pl.all()).equals(other.sort(pl.all()))
    alike(
        edges(pairs[0], TECHNOLOGIES), [row for each in TECHNOLOGIES for row in reference.network(made, each)]
    )
    went = flows(moves[0], TECHNOLOGIES)
    told = {
        (each.id, *places): authors
        for each in TECHNOLOGIES
        for places, authors in reference.flow(made, each).items()
    }
    assert {tuple(row[:3]): row[3] for row in went.rows()} == told
    rows = followed(moves[0], signed[0], TECHNOLOGIES)
    parts = pl.sum_horizontal("without_country", "one_year", "unclear", "stayed", "moved")
    assert rows.filter(parts != pl.col("authors")).is_empty()
    assert rows.filter(pl.col("without_country") < 0).is_empty()


TECHNOLOGIES_AND_ALL = [*TECHNOLOGIES, EVERYTHING]


def signed_by(author: str, country: str) -> dict[str, Any]:
    return {"author": {"id": author}, "countries": [country], "institutions": []}


def work(number: int, year: int, *signed: dict[str, Any], language: str = "en") -> dict[str, Any]:
    return {
        "id": f"W{number}",
        "title": "quantum",
        "publication_year": year,
        "language": language,
        "cited_by_count": 0,
        "authorships": list(signed),
    }


def test_an_author_goes_where_most_works_of_the_last_year_are(tmp_path: Path) -> None:
    home, away = signed_by("A1", "TW"), signed_by("A1", "US")
    made = [
        work(1, 2019, home, signed_by("A2", "TW"), signed_by("A3", "JP")),
        work(2, 2021, away, signed_by("A2", "TW")),
        work(3, 2021, away),
        work(4, 2021, home),
        work(5, 2021, {"countries": ["DE"]}),
        work(6, 2021, signed_by("A4", "TW"), signed_by("A4", "US")),
        work(7, 2018, signed_by("A4", "TW")),
    ]
    snapshot, _ = read_in(tmp_path, written(tmp_path, made))
    technologies = TECHNOLOGIES[:1]
    belong = members(snapshot, technologies)
    moves = PolarsLinker().moves(snapshot, belong, Years())

    assert flows(moves, technologies).rows() == [("all", "TW", "TW", 1, 0.5), ("all", "TW", "US", 1, 0.5)]
    signed = PolarsLinker().signed(snapshot, belong, Years())
    assert followed(moves, signed, technologies).rows() == [("all", 7, 1, 4, 0, 1, 1, 1, 1)]


def test_two_small_countries_can_be_tied_more_strongly_than_two_large_ones(tmp_path: Path) -> None:
    large = [work(number, 2020, signed_by("A1", "US")) for number in range(3)]
    small = [work(9, 2020, signed_by("A2", "TW"), signed_by("A3", "JP"))]
    both = [work(10, 2020, signed_by("A1", "US"), signed_by("A5", "CN"))]
    snapshot, _ = read_in(tmp_path, written(tmp_path, [*large, *small, *both]))
    pairs = PolarsLinker().pairs(snapshot, members(snapshot, TECHNOLOGIES[:1]), Years())

    tied = {row[1:3]: row[-1] for row in edges(pairs, TECHNOLOGIES[:1]).rows()}
    assert tied == {("JP", "TW"): 1.0, ("CN", "US"): 0.5}
    assert nodes(pairs, TECHNOLOGIES[:1]).row(0)[1:] == ("US", 4, 1, 0.25, 1)


def test_what_a_year_lacks_is_told_and_an_incomplete_newest_year_is_called_so(tmp_path: Path) -> None:
    made = [work(number, 2022, signed_by("A1", "TW"), language="zh") for number in range(5)]
    made += [work(number, 2023) for number in range(10, 13)]
    snapshot, _ = read_in(tmp_path, written(tmp_path, made))
    held = counted(snapshot, TECHNOLOGIES[:1], PolarsCounter(), Years(), Percentile.RECOMPUTE)

    assert incomplete_year(snapshot) == 2023
    assert missing_by_year(held, TECHNOLOGIES[:1], 2023).rows() == [
        ("all", 2022, 5, 0, 0, 0, 5, 0, False),
        ("all", 2023, 3, 3, 0, 0, 3, 0, True),
    ]
    assert languages(snapshot).rows() == [("zh", 5, 0.625, 0), ("en", 3, 0.375, 3)]


def test_a_countrys_growth_is_over_the_years_of_its_technology(tmp_path: Path) -> None:
    made = [work(number, 2018 + number % 6, signed_by("A1", "TW")) for number in range(12)]
    made += [work(number, 2023, signed_by("A1", "JP")) for number in range(20, 24)]
    snapshot, _ = read_in(tmp_path, written(tmp_path, made))
    held = counted(snapshot, TECHNOLOGIES[:1], PolarsCounter(), Years(), Percentile.OPENALEX)

    whole, japan, taiwan = growth_rows(held, TECHNOLOGIES[:1], Years()).rows()
    assert (whole[1], japan[1], taiwan[1]) == (None, "JP", "TW")
    assert (japan[2:4], japan[5]) == ((2018, 2023), None)
    assert taiwan[5] == growth(dict.fromkeys(range(2018, 2024), 2), 2018, 2023).rate == 0


def test_specialisation_is_one_where_a_country_is_as_everybody_and_its_interval_holds_it() -> None:
    value, low, high = advantage(20, 100, 200, 1000)

    assert value == 1.0
    assert low < 1 < high
    assert advantage(5, 5, 5, 5) == (1.0, 1.0, 1.0)
