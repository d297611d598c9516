"""Golden: an indicator counted anew each year, worked out by hand."""

from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from coretech.engines.progress.figures import Comparator, TargetPoint
from coretech.engines.progress.kinds import Direction, Kind
from coretech.engines.progress.pace import AT_THIS_PACE, REACHED
from coretech.engines.progress.reckoning import Status, reckon
from tests.engines.progress.making import (
    DAYS,
    END,
    FIGURES,
    MIDSUMMER_112,
    START,
    D,
    actual,
    defined,
    targets,
)

ANNUAL = defined(Kind.ANNUAL)
PLAN = targets(y110=4, y111=5, y112=6, y113=5)
SO_FAR = [actual(110, 4), actual(111, 3), actual(112, 1, quarter=1), actual(112, 2, quarter=2)]


def test_years_add_up_and_quarters_do_not_4_and_3_and_2_of_20_is_45_per_cent() -> None:
    assert reckon(ANNUAL, PLAN, SO_FAR, MIDSUMMER_112).progress == D("0.45")


def test_due_by_midsummer_are_4_and_5_and_181_of_365_days_of_6() -> None:
    assert reckon(ANNUAL, PLAN, SO_FAR, MIDSUMMER_112).expected == (9 + D(6) * (D(181) / 365)) / 20


def test_at_45_per_cent_in_911_days_all_is_there_after_2025_days() -> None:
    # 911 ÷ 0.45 = 2,024.4…; the 2,025th day from 2021-01-01 on is 2026-07-18
    found = reckon(ANNUAL, PLAN, SO_FAR, MIDSUMMER_112)
    assert (found.expected_end, found.end_rule) == (date(2026, 7, 18), AT_THIS_PACE)


def test_each_year_stands_for_itself() -> None:
    years = reckon(ANNUAL, PLAN, SO_FAR, MIDSUMMER_112).years
    assert [(year.year, year.actual, year.share, year.status) for year in years] == [
        (110, D(4), D(1), Status.MET),
        (111, D(3), D("0.6"), Status.MISSED),
        (112, D(2), D(2) / 6, Status.UNDER_WAY),
        (113, None, None, Status.NOT_YET),
    ]


def test_more_in_one_year_makes_up_for_less_in_another_and_the_miss_stays_in_sight() -> None:
    found = reckon(ANNUAL, PLAN, [actual(110, 1), actual(111, 19)], date(2022, 12, 31))
    assert found.progress == 1
    assert (found.expected_end, found.end_rule) == (date(2022, 12, 31), REACHED)
    assert found.years[0].status is Status.MISSED


def test_the_steps_show_the_figures() -> None:
    said = [step.en for step in reckon(ANNUAL, PLAN, SO_FAR, MIDSUMMER_112).steps]
    assert said == ["Progress: (4 + 3 + 2) ÷ 20 = 45 %", "Due by now: 11.9753 ÷ 20 = 59.9 %"]


def test_a_dash_is_no_target_and_no_zero() -> None:
    found = reckon(ANNUAL, targets(y110=None, y111=4), [actual(110, None), actual(111, 0)], END)
    assert [(year.actual, year.share, year.status) for year in found.years] == [
        (None, None, Status.NO_TARGET),
        (D(0), D(0), Status.MISSED),
    ]


def test_a_year_that_is_over_with_its_third_quarter_only_is_unreported() -> None:
    found = reckon(ANNUAL, targets(y110=4), [actual(110, 3, quarter=3)], date(2022, 1, 1))
    assert found.years[0].status is Status.UNREPORTED


def test_a_count_that_reached_its_target_early_has_met_it() -> None:
    found = reckon(ANNUAL, targets(y110=4), [actual(110, 4, quarter=1)], date(2021, 4, 1))
    assert found.years[0].status is Status.MET


def test_a_ceiling_is_kept_or_not_1_year_of_2_and_never_added() -> None:
    ceiling = defined(Kind.ANNUAL, Direction.LOWER)
    found = reckon(ceiling, targets(y110=10, y111=10), [actual(110, 8), actual(111, 20)], END)
    assert (found.progress, found.expected) == (D("0.5"), D(1))
    assert [year.share for year in found.years] == [D(1), D("0.5")]
    assert "not added" in found.formula.en


def test_a_count_beyond_its_ceiling_has_missed_it_before_the_year_is_over() -> None:
    ceiling = defined(Kind.ANNUAL, Direction.LOWER)
    found = reckon(ceiling, targets(y110=10), [actual(110, 11, quarter=1)], date(2021, 4, 1))
    assert found.years[0].status is Status.MISSED
    within = reckon(ceiling, targets(y110=10), [actual(110, 9, quarter=1)], date(2021, 4, 1))
    assert within.years[0].status is Status.UNDER_WAY


def test_about_100_is_met_by_95_and_not_by_94() -> None:
    about = (TargetPoint(110, D(100), comparator=Comparator.ABOUT),)
    found = [reckon(ANNUAL, about, [actual(110, value)], END).years[0].status for value in (95, 94)]
    assert found == [Status.MET, Status.MISSED]


@given(st.lists(st.tuples(FIGURES, FIGURES), min_size=4, max_size=4), DAYS)
def test_it_is_what_counting_day_by_day_comes_to(rows: list[tuple[Decimal, Decimal]], today: date) -> None:
    plan = [TargetPoint(110 + place, target) for place, (target, _) in enumerate(rows)]
    seen = [actual(110 + place, str(value)) for place, (_, value) in enumerate(rows)]
    found = reckon(ANNUAL, plan, seen, today)

    total = sum(target for target, _ in rows)
    if total == 0:
        assert found.progress is found.expected is None
        return
    due = Decimal(0)
    for ordinal in range(START.toordinal(), min(today, END).toordinal() + 1):
        day = date.fromordinal(ordinal)
        due += rows[day.year - 2021][0] / (366 if day.year == 2024 else 365)
    begun = [value for place, (_, value) in enumerate(rows) if date(2021 + place, 1, 1) <= today]
    assert found.progress == (sum(begun) / total if begun else None)
    assert found.expected is not None
    assert abs(found.expected - due / total) < D("1e-20")


def test_the_fourth_quarter_is_the_years_last_figure() -> None:
    found = reckon(ANNUAL, targets(y110=4, y111=4), [actual(110, 3, quarter=4)], date(2022, 1, 1))
    assert [year.status for year in found.years] == [Status.MISSED, Status.UNDER_WAY]


def test_a_single_1_is_a_whole_plan() -> None:
    assert reckon(ANNUAL, targets(y110=1), [actual(110, 1)], END).progress == 1


def test_what_is_added_says_so() -> None:
    assert "某年超出的部分可補他年不足" in reckon(ANNUAL, PLAN, SO_FAR, MIDSUMMER_112).formula.zh


def test_a_target_from_before_the_term_is_due_once_its_year_is_over() -> None:
    plan = targets(y109=5, y110=5)
    assert [reckon(ANNUAL, plan, [], day).expected for day in (date(2020, 12, 30), date(2020, 12, 31))] == [
        D(0),
        D("0.5"),
    ]
