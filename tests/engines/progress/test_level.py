"""Golden: a level to be reached and held, worked out by hand."""

from datetime import date

import pytest

from coretech.engines.progress.kinds import Direction, Kind
from coretech.engines.progress.pace import NO_WAY, REACHED
from coretech.engines.progress.reckoning import Status, reckon
from tests.engines.progress.making import END, MIDSUMMER_112, D, actual, defined, targets

DAYS_OF_COVER = targets(y110=7, y111=8, y113=11)


def test_from_7_days_of_cover_to_11_a_stock_of_10_is_three_quarters_of_the_way() -> None:
    found = reckon(
        defined(Kind.LEVEL, baseline=7, unit="天"), DAYS_OF_COVER, [actual(112, 10)], MIDSUMMER_112
    )
    assert found.progress == D("0.75")


def test_due_lies_on_the_line_from_8_at_the_end_of_111_to_11_at_the_end_of_113() -> None:
    # 181 of the 731 days between them
    found = reckon(defined(Kind.LEVEL, baseline=7), DAYS_OF_COVER, [], MIDSUMMER_112)
    assert found.expected == (8 + D(3) * (D(181) / 731) - 7) / 4


def test_down_from_50_to_30_a_level_of_45_is_a_quarter_of_the_way() -> None:
    lower = defined(Kind.LEVEL, Direction.LOWER, baseline=50, unit="%")
    found = reckon(lower, targets(y113=30), [actual(112, 45)], MIDSUMMER_112)
    assert found.progress == D("0.25")


def test_the_wrong_way_is_below_nothing_and_has_no_end() -> None:
    found = reckon(defined(Kind.LEVEL, baseline=50), targets(y113=60), [actual(112, 45)], MIDSUMMER_112)
    assert (found.progress, found.expected_end) == (D("-0.5"), None)


@pytest.mark.parametrize(
    ("direction", "value", "progress"),
    [
        (Direction.HIGHER, 18, D("0.75")),
        (Direction.HIGHER, 30, D("1.25")),
        (Direction.LOWER, 32, D("0.75")),
        (Direction.LOWER, 12, D(1)),
        (Direction.WITHIN, 24, D(1)),
        (Direction.WITHIN, 18, D("0.75")),
        (Direction.WITHIN, 32, D("0.75")),
    ],
)
def test_without_a_baseline_24_is_compared_by_itself(
    direction: Direction, value: int, progress: object
) -> None:
    found = reckon(defined(Kind.LEVEL, direction), targets(y113=24), [actual(112, value)], MIDSUMMER_112)
    assert found.progress == progress
    assert found.end_rule == (REACHED if found.progress is not None and found.progress >= 1 else NO_WAY)


def test_a_baseline_beyond_the_target_is_no_start() -> None:
    found = reckon(defined(Kind.LEVEL, baseline=30), targets(y113=24), [actual(112, 18)], END)
    assert (found.progress, found.expected) == (D("0.75"), D(1))


def test_a_level_that_fell_back_is_not_reached_any_more() -> None:
    found = reckon(
        defined(Kind.LEVEL, baseline=0),
        targets(y113=10),
        [actual(110, 10), actual(111, 5)],
        date(2022, 12, 31),
    )
    assert found.progress == D("0.5")
    assert found.expected_end == date(2024, 12, 30)


def test_a_level_that_holds_has_met_its_year_so_far() -> None:
    found = reckon(defined(Kind.LEVEL), targets(y110=7), [actual(110, 7, quarter=1)], date(2021, 4, 1))
    assert found.years[0].status is Status.MET


def test_a_target_of_zero_has_no_share_by_itself() -> None:
    found = reckon(defined(Kind.LEVEL), targets(y110=0), [actual(110, 3)], END)
    assert (found.years[0].share, found.years[0].status) == (None, Status.MET)


def test_each_year_is_told_from_the_baseline_too() -> None:
    lower = defined(Kind.LEVEL, Direction.LOWER, baseline=50)
    year = reckon(lower, targets(y110=40, y113=30), [actual(110, 45)], END).years[0]
    assert (year.share, year.status) == (D("0.5"), Status.MISSED)


def test_without_a_way_the_steps_say_figure_and_target() -> None:
    found = reckon(
        defined(Kind.LEVEL, Direction.WITHIN), targets(y113="20-25"), [actual(112, 16)], MIDSUMMER_112
    )
    assert [step.en for step in found.steps] == ["Progress: figure 16, target 20–25: 80 %"]
    single = reckon(defined(Kind.LEVEL), targets(y113=20), [actual(112, 16)], MIDSUMMER_112)
    assert single.steps[0].zh == "進度：數值 16，目標 20，得 80 %"


def test_a_baseline_beyond_the_target_makes_nothing_due_before_the_first_target() -> None:
    found = reckon(defined(Kind.LEVEL, baseline=30), targets(y113=24), [actual(112, 24)], MIDSUMMER_112)
    assert (found.expected, found.expected_end) == (None, MIDSUMMER_112)


def test_down_to_a_range_its_upper_end_is_the_goal() -> None:
    lower = defined(Kind.LEVEL, Direction.LOWER, baseline=50)
    found = reckon(lower, targets(y112="20-30"), [actual(112, 40)], MIDSUMMER_112)
    assert (found.progress, found.years[0].share) == (D("0.5"), D("0.5"))
    assert found.steps[0].en == "Progress: (40 − 50) ÷ (30 − 50) = 50 %"


def test_a_way_of_1_is_a_way_and_one_of_nothing_is_none() -> None:
    one = reckon(defined(Kind.LEVEL, baseline=9), targets(y113=10), [actual(112, "9.5")], MIDSUMMER_112)
    none = reckon(defined(Kind.LEVEL, baseline=10), targets(y113=10), [actual(112, "9.5")], MIDSUMMER_112)
    assert (one.progress, none.progress) == (D("0.5"), D("0.95"))
