"""Golden: ranges and recurring indicators, kept or not in each year."""

from datetime import date

import pytest

from coretech.engines.progress.kinds import Direction, Kind
from coretech.engines.progress.reckoning import Status, reckon
from tests.engines.progress.making import END, MIDSUMMER_112, D, actual, defined, targets

BAND = defined(Kind.RANGE, Direction.WITHIN)


@pytest.mark.parametrize(
    ("value", "status", "share"),
    [
        (9, Status.MISSED, D(9) / 10),
        (10, Status.MET, D(1)),
        (12, Status.MET, D(1)),
        (15, Status.MET, D(1)),
        (20, Status.MISSED, D(15) / 20),
    ],
)
def test_from_10_to_15_both_ends_count_in(value: int, status: Status, share: object) -> None:
    year = reckon(BAND, targets(y110="10-15"), [actual(110, value)], END).years[0]
    assert (year.status, year.share) == (status, share)


def test_where_higher_is_better_only_the_lower_bound_counts() -> None:
    higher = defined(Kind.RANGE, Direction.HIGHER)
    year = reckon(higher, targets(y110="10-15"), [actual(110, 20)], END).years[0]
    assert (year.status, year.share) == (Status.MET, D(2))


def test_2_of_4_years_kept_with_3_due_at_midsummer_of_the_third_with_it_met() -> None:
    plan = targets(y110="10-15", y111="10-15", y112="10-15", y113="10-15")
    found = reckon(BAND, plan, [actual(110, 12), actual(111, 9), actual(112, 14)], MIDSUMMER_112)
    assert (found.progress, found.expected) == (D("0.5"), D("0.75"))
    assert found.expected_end is None


def test_every_year_stands_alone_600_once_is_not_200_three_times() -> None:
    plan = targets(y110=200, y111=200, y112=200)
    seen = [actual(110, 600), actual(111, 0), actual(112, 0)]
    found = reckon(defined(Kind.RECURRING, unit="人次"), plan, seen, END)
    assert (found.progress, found.expected) == (D(1) / 3, D(1))
    assert [year.share for year in found.years] == [D(3), D(0), D(0)]


def test_a_year_without_a_report_is_not_kept() -> None:
    found = reckon(defined(Kind.RECURRING), targets(y110=2, y111=2), [actual(110, 2)], date(2023, 1, 1))
    assert found.progress == D("0.5")
    assert [year.status for year in found.years] == [Status.MET, Status.UNREPORTED]


def test_without_any_report_there_is_no_progress_rather_than_none_of_it() -> None:
    found = reckon(defined(Kind.RECURRING), targets(y110=2, y111=2), [], date(2023, 1, 1))
    assert (found.progress, found.expected) == (None, D(1))


def test_the_steps_count_years() -> None:
    plan = targets(y110=2, y111=2, y112=2, y113=2)
    found = reckon(defined(Kind.RECURRING), plan, [actual(110, 2), actual(111, 1)], MIDSUMMER_112)
    assert [step.en for step in found.steps] == [
        "Progress: 1 years met ÷ 4 = 25 %",
        "Due by now: 2 years ÷ 4 = 50 %",
    ]
    assert found.steps[0].zh == "進度：達成 1 年 ÷ 4 年 = 25 %"


def test_a_year_is_not_due_on_its_last_day() -> None:
    found = reckon(defined(Kind.RECURRING), targets(y110=2, y111=2), [], date(2021, 12, 31))
    assert found.expected == 0
