"""What holds of every kind of indicator."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import accumulate
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coretech.engines.progress.figures import Definition, TargetPoint
from coretech.engines.progress.kinds import Direction, Kind
from coretech.engines.progress.lines import lines
from coretech.engines.progress.reckoning import Status, reckon
from coretech.engines.progress.refusals import Repeated
from tests.engines.progress.making import (
    DAYS,
    END,
    FIGURES,
    MIDSUMMER_112,
    START,
    YEARS,
    Case,
    D,
    actual,
    cases,
    defined,
    forecast,
    targets,
)

NUMERIC = st.sampled_from([Kind.ANNUAL, Kind.CUMULATIVE, Kind.LEVEL, Kind.RECURRING])


@given(cases(), st.sets(YEARS), FIGURES)
def test_a_forecast_changes_no_actual_and_no_progress(case: Case, years: set[int], value: Decimal) -> None:
    foreseen = [*case.seen, *(forecast(year, str(value)) for year in sorted(years))]
    without, found = case.reckoned(), replace(case, seen=foreseen).reckoned()

    known = {year.year: year for year in without.years}
    assert replace(found, years=without.years) == without
    for year in found.years:
        if year.year in known:
            assert replace(year, forecast=None) == known[year.year]
        else:
            assert year.actual is None


@given(cases())
def test_a_dash_changes_nothing(case: Case) -> None:
    told = [each for each in case.seen if each.value is not None or each.done is not None]
    assert case.reckoned() == replace(case, seen=told).reckoned()


@given(cases(), st.randoms(use_true_random=False))
def test_the_order_of_targets_and_reports_changes_nothing(case: Case, random: Random) -> None:
    shuffled = random.sample(case.seen, len(case.seen))
    assert case.reckoned() == replace(case, plan=case.plan[::-1], seen=shuffled).reckoned()


@given(cases(), NUMERIC, st.integers(0, 7), FIGURES)
def test_more_never_means_less_where_higher_is_better(
    case: Case, kind: Kind, place: int, more: Decimal
) -> None:
    growing = replace(
        case,
        definition=replace(case.definition, kind=kind, direction=Direction.HIGHER),
        plan=[TargetPoint(point.year, point.value, point.upper) for point in case.plan],
    )
    better = [
        replace(each, value=each.value + more) if at == place and each.value is not None else each
        for at, each in enumerate(case.seen)
    ]
    low, high = growing.reckoned(), replace(growing, seen=better).reckoned()
    assert at_most(low.progress, high.progress)
    for before, after in zip(low.years, high.years, strict=True):
        assert at_most(before.share, after.share)


def at_most(low: Decimal | None, high: Decimal | None) -> bool:
    """Both there and in order, or neither there."""
    return low is high if low is None or high is None else low <= high


@given(cases(), DAYS)
def test_what_is_due_never_shrinks_while_a_count_is_planned_to_grow(case: Case, other: date) -> None:
    values = accumulate(point.value or D(0) for point in case.plan)
    plan = [TargetPoint(point.year, value) for point, value in zip(case.plan, values, strict=True)]
    growing = replace(case, definition=defined(Kind.CUMULATIVE), plan=plan)
    days = sorted([case.today, other])
    first, second = (replace(growing, today=day).reckoned().expected for day in days)
    assert first is None or (second is not None and first <= second)


@given(cases())
def test_every_answer_says_its_formula_and_no_share_stands_without_an_actual(case: Case) -> None:
    found = case.reckoned()
    assert found.formula.zh
    assert found.end_rule.en
    assert all(year.share is None for year in found.years if year.status is Status.NOT_YET)
    if not any(date(each.year + 1911, 1, 1) <= case.today for each in case.seen):
        assert found.progress is None


@pytest.mark.parametrize("kind", Kind)
def test_without_targets_there_is_nothing_to_tell(kind: Kind) -> None:
    found = reckon(defined(kind), (), [actual(110, 3)], END)
    assert (found.progress, found.expected, found.expected_end, found.steps) == (None, None, None, ())


def test_a_quarter_reported_twice_is_refused_by_name() -> None:
    with pytest.raises(Repeated, match="民國112年第 2 季"):
        reckon(
            defined(Kind.ANNUAL),
            (),
            [actual(112, 1, quarter=2), actual(112, 2, quarter=2)],
            MIDSUMMER_112,
        )


def test_two_targets_of_a_year_are_refused() -> None:
    with pytest.raises(Repeated, match="民國110年"):
        reckon(defined(Kind.ANNUAL), (*targets(y110=1), *targets(y110=2)), [], END)


def test_an_actual_of_a_year_that_has_not_begun_is_left_out() -> None:
    found = reckon(defined(Kind.ANNUAL), targets(y113=4), [actual(113, 4)], MIDSUMMER_112)
    assert (found.progress, found.years[0].actual) == (None, None)


@pytest.mark.parametrize(
    "broken",
    [
        lambda: Definition(Kind.LEVEL, Direction.HIGHER, "件", None, END, START),
        lambda: TargetPoint(110, D(5), D(4)),
        lambda: TargetPoint(110, None, D(4)),
        lambda: actual(110, 3, quarter=5),
    ],
)
def test_facts_that_cannot_be_are_refused(broken: object) -> None:
    assert callable(broken)
    with pytest.raises(ValueError, match=r"before|range|quarter"):
        broken()


def test_a_chart_has_a_point_for_every_figure_and_none_for_a_dash() -> None:
    plan, seen = targets(y110=2, y113=8), [actual(110, 1, quarter=2), actual(111, None), forecast(113, 7)]
    found = lines(defined(Kind.CUMULATIVE), plan, seen, MIDSUMMER_112)
    assert found.planned == ((START, D(0)), (date(2021, 12, 31), D(2)), (END, D(8)))
    assert (found.actual, found.forecast) == (((date(2021, 6, 30), D(1)),), ((END, D(7)),))
    assert found.joined
    assert not lines(defined(Kind.ANNUAL, baseline=5), plan, seen, MIDSUMMER_112).joined


def test_a_line_of_a_level_has_no_start_without_a_baseline() -> None:
    assert lines(defined(Kind.LEVEL), targets(y113=8), [], END).planned == ((END, D(8)),)
    assert lines(defined(Kind.LEVEL, baseline=3), (), [], END).planned == ((START, D(3)),)
    assert lines(defined(Kind.ANNUAL, baseline=3), (), [], END).planned == ()
    assert lines(defined(Kind.CUMULATIVE, baseline=3), (), [], END).planned == ((START, D(3)),)


def test_a_year_reported_twice_is_refused_without_a_quarter() -> None:
    with pytest.raises(Repeated) as refused:
        reckon(defined(Kind.ANNUAL), (), [actual(112, 1), actual(112, 2)], MIDSUMMER_112)
    assert refused.value.sentence.en == "2023 has two actual figures; of restated ones give only the last."
    assert refused.value.sentence.zh.startswith("民國112年的實績出現兩次")
