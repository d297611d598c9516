"""Golden: an indicator counted from the start of the term, worked out by hand."""

from datetime import date

import pytest

from coretech.engines.progress import cumulative, keeping
from coretech.engines.progress.kinds import Direction, Kind
from coretech.engines.progress.pace import AT_THIS_PACE, NO_PACE
from coretech.engines.progress.reckoning import Status, reckon
from tests.engines.progress.making import END, MIDSUMMER_112, D, actual, defined, targets

CUMULATIVE = defined(Kind.CUMULATIVE)
PLAN = targets(y110=28, y111=31, y112=34, y113=40)
SO_FAR = [actual(110, 28), actual(111, 30), actual(112, 32, quarter=2)]


def test_the_latest_counts_and_years_are_never_added_32_of_40_is_80_per_cent() -> None:
    assert reckon(CUMULATIVE, PLAN, SO_FAR, MIDSUMMER_112).progress == D("0.8")


def test_from_a_baseline_of_24_on_it_is_32_less_24_of_40_less_24_half_the_way() -> None:
    found = reckon(defined(Kind.CUMULATIVE, baseline=24), PLAN, SO_FAR, MIDSUMMER_112)
    assert found.progress == D("0.5")
    assert [year.share for year in found.years] == [D(1), D(6) / 7, D("0.8"), None]
    assert found.steps[0].en == "Progress: (32 − 24) ÷ (40 − 24) = 50 %"


def test_due_lies_181_of_365_days_on_the_line_from_31_to_34() -> None:
    assert reckon(CUMULATIVE, PLAN, SO_FAR, MIDSUMMER_112).expected == (31 + D(3) * (D(181) / 365)) / 40


@pytest.mark.parametrize(
    ("today", "due"),
    [
        (date(2020, 12, 31), None),
        (date(2021, 1, 1), D(0)),
        (date(2021, 12, 31), D(28) / 40),
        (END, D(1)),
        (date(2030, 1, 1), D(1)),
    ],
)
def test_the_line_starts_at_nothing_and_ends_at_all(today: date, due: object) -> None:
    assert reckon(CUMULATIVE, PLAN, [], today).expected == due


def test_a_target_from_before_the_term_is_no_point_behind_its_start() -> None:
    found = reckon(defined(Kind.CUMULATIVE), targets(y109=10, y113=40), [], date(2021, 1, 1))
    assert found.expected == 0


def test_half_the_way_in_911_days_takes_1822() -> None:
    # 911 ÷ 0.5 = 1,822; the 1,822nd day from 2021-01-01 on is 2025-12-27
    found = reckon(defined(Kind.CUMULATIVE, baseline=24), PLAN, SO_FAR, MIDSUMMER_112)
    assert (found.expected_end, found.end_rule) == (date(2025, 12, 27), AT_THIS_PACE)


def test_nothing_of_the_way_has_no_pace() -> None:
    found = reckon(CUMULATIVE, PLAN, [actual(110, 0)], MIDSUMMER_112)
    assert (found.progress, found.expected_end, found.end_rule) == (D(0), None, NO_PACE)


def test_at_a_crawl_no_day_is_told() -> None:
    crawl = reckon(CUMULATIVE, targets(y113=10_000), [actual(110, 1)], MIDSUMMER_112)
    assert (crawl.expected_end, crawl.end_rule) == (None, NO_PACE)


def test_reached_is_the_first_day_all_was_there() -> None:
    found = reckon(CUMULATIVE, PLAN, [actual(111, 41, quarter=3), actual(112, 45)], MIDSUMMER_112)
    assert found.expected_end == date(2022, 9, 30)


def test_a_target_of_2_to_3_is_met_by_2_and_by_4() -> None:
    plan = targets(y110="2-3")
    found = [reckon(CUMULATIVE, plan, [actual(110, value)], END).years[0].status for value in (1, 2, 4)]
    assert found == [Status.MISSED, Status.MET, Status.MET]


def test_a_ceiling_on_a_count_has_no_way_and_is_kept_or_not() -> None:
    found = reckon(defined(Kind.CUMULATIVE, Direction.LOWER), PLAN, [actual(110, 20), actual(111, 40)], END)
    assert found.progress == D("0.25")


def test_a_figure_of_the_terms_first_day_has_a_pace() -> None:
    found = reckon(CUMULATIVE, targets(y113=10), [actual(110, 5)], date(2021, 1, 1))
    assert found.expected_end == date(2021, 1, 2)


def test_a_day_a_hundred_years_on_is_the_last_that_is_told() -> None:
    # the first day has 1 of 36,526 and of 36,527: the last day comes 36,525 and 36,526 days later
    ends = [
        reckon(CUMULATIVE, targets(y113=goal), [actual(110, 1)], date(2021, 1, 1)).expected_end
        for goal in (36_526, 36_527)
    ]
    assert ends == [date(2121, 1, 2), None]


def test_the_steps_and_the_formula_are_those_of_a_count_from_the_start() -> None:
    found = reckon(CUMULATIVE, PLAN, [actual(110, 20)], date(2021, 12, 31))
    assert [step.zh for step in found.steps] == [
        "進度：(20 − 0) ÷ (40 − 0) = 50 %",
        "至今應有：(28 − 0) ÷ (40 − 0) = 70 %",
    ]
    assert found.steps[1].en == "Due by now: (28 − 0) ÷ (40 − 0) = 70 %"
    ceiling = reckon(defined(Kind.CUMULATIVE, Direction.LOWER), PLAN, [], END)
    assert (found.formula, ceiling.formula) == (cumulative.FORMULA, keeping.FORMULA)
