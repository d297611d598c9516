"""Trade: no good counted twice, whatever levels a table has; the world never added to its parts."""

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from coretech.engines.watching.trade import Asked, Flow, Traded, count_trade, roots

SCHEMA = {
    "hs": pl.String,
    "year": pl.Int16,
    "reporter": pl.String,
    "partner": pl.String,
    "flow": pl.String,
    "value": pl.Float64,
}
Row = tuple[str, int, str, str, str | None, float]
ROWS: list[Row] = [
    ("8542", 2022, "TW", "US", "X", 80.0),
    ("8542", 2022, "TW", "WLD", "X", 120.0),
    ("854231", 2022, "TW", "US", "X", 60.0),
    ("8542", 2022, "TW", "JP", "進口", 30.0),
    ("8542", 2023, "TW", "JP", None, 5.0),
    ("854231", 2023, "US", "TW", "Import", 7.0),
    ("854232", 2023, "US", "TW", "Import", 6.0),
]


def summed(*goods: str, reporter: str = "", year: int | None = None) -> Traded:
    return count_trade(
        pl.DataFrame(ROWS, schema=SCHEMA, orient="row").lazy(), Asked(goods, reporter=reporter, year=year)
    )


def test_a_heading_is_not_added_to_its_parts_nor_the_world_to_countries() -> None:
    made = summed("8542", year=2022)

    assert (made.reporter, list(made.goods), made.year) == ("TW", ["8542"], 2022)
    assert made.years == {
        2022: {Flow.EXPORT: 80.0, Flow.IMPORT: 30.0},
        2023: {Flow.OTHER: 5.0},
    }
    assert made.world == {2022: {Flow.EXPORT: 120.0}}
    assert [(each.key, dict(each.values)) for each in made.partners] == [
        ("US", {Flow.EXPORT: 80.0}),
        ("JP", {Flow.IMPORT: 30.0}),
    ]


def test_a_reporter_that_has_the_parts_alone_is_summed_over_them() -> None:
    made = summed("8542", reporter="US")

    assert (made.reporter, list(made.goods)) == ("US", ["854231", "854232"])
    assert made.years == {2023: {Flow.IMPORT: 13.0}}


def test_goods_that_are_not_there_leave_nothing() -> None:
    made = summed("01")

    assert (made.reporter, made.reporters, made.goods, made.year, made.partners) == ("", [], [], None, [])


def test_a_year_or_a_reporter_that_is_not_there_gives_way() -> None:
    made = summed("8542", reporter="ZZ", year=1999)

    assert (made.reporter, made.year) == ("TW", 2023)


@pytest.mark.parametrize(
    ("there", "asked", "found"),
    [
        (["8542", "854231"], ["8542", "854231"], ["8542"]),
        (["85", "8542", "8543", "TOTAL"], [], ["85"]),
        (["TOTAL"], [], ["TOTAL"]),
        (["TOTAL"], ["85"], []),
        (["8542"], ["854231"], []),
        ([], [], []),
    ],
)
def test_codes_to_add_up(there: list[str], asked: list[str], found: list[str]) -> None:
    assert roots(there, asked) == found


@given(
    st.sets(st.integers(1, 3).flatmap(lambda level: st.text("12", min_size=2 * level, max_size=2 * level)))
)
def test_no_code_is_held_by_another_and_every_one_is_held(there: set[str]) -> None:
    found = roots(there)

    assert not any(a != b and a.startswith(b) for a in found for b in found)
    assert all(any(each.startswith(root) for root in found) for each in there)
