"""The traffic lights, each with the rule that decided."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coretech.engines.progress.kinds import Kind
from coretech.engines.progress.lights import REASONS, Light, Rule, Rules, differs, light
from coretech.engines.progress.reckoned import Reckoned
from coretech.engines.progress.reckoning import reckon
from coretech.engines.progress.schedule import Counted, Work, counted
from coretech.kit.sentence import Sentence
from tests.engines.progress.making import END, D, actual, defined, targets

RULES = Rules(since=date(2021, 1, 1))
SPAN = (date(2021, 3, 1), date(2021, 6, 30))
ORDER = [Light.RED, Light.AMBER, Light.GREEN]


def cumulative(value: int, kind: Kind = Kind.CUMULATIVE) -> Reckoned:
    """So much of 100 that are due."""
    return reckon(defined(kind), targets(y113=100), [actual(113, value)], END)


def items(*, overdue: int = 0, late: int = 0, done: int = 0, unknown: int = 0) -> Counted:
    """A measure's items on a day in July; those late are planned from June to August."""
    ahead = (date(2021, 6, 1), date(2021, 8, 31))
    works = [Work((SPAN,), begun=True, done=False)] * overdue + [Work((ahead,), begun=False)] * late
    works += [Work((SPAN,), done=True)] * done + [Work((SPAN,))] * unknown
    return counted(works, date(2021, 7, 1))


@pytest.mark.parametrize(
    ("value", "colour"),
    [
        (120, Light.GREEN),
        (95, Light.GREEN),
        (94, Light.AMBER),
        (80, Light.AMBER),
        (79, Light.RED),
        (0, Light.RED),
    ],
)
def test_thresholds_count_in(value: int, colour: Light) -> None:
    found = light(cumulative(value), RULES)
    assert (found.light, found.rule) == (colour, Rule.PACE)


@given(st.integers(0, 200), st.integers(0, 200), st.integers(0, 100), st.integers(0, 100))
def test_more_is_never_a_worse_light(one: int, other: int, green: int, amber: int) -> None:
    low, high = sorted([one, other])
    lower, upper = sorted([amber, green])
    rules = Rules(date(2021, 1, 1), green=Decimal(upper) / 100, amber=Decimal(lower) / 100)
    worse, better = light(cumulative(low), rules).light, light(cumulative(high), rules).light
    assert ORDER.index(worse) <= ORDER.index(better)


def test_the_last_years_miss_is_amber_though_the_sum_made_up_for_it() -> None:
    found = reckon(
        defined(Kind.ANNUAL), targets(y110=4, y111=4), [actual(110, 8), actual(111, 0)], date(2022, 12, 31)
    )
    assert light(found, RULES).light is Light.GREEN
    later = reckon(
        defined(Kind.ANNUAL), targets(y110=4, y111=4), [actual(110, 8), actual(111, 0)], date(2023, 1, 1)
    )
    assert (light(later, RULES).light, light(later, RULES).rule) == (Light.AMBER, Rule.MISSED_YEAR)
    assert light(later, Rules(date(2021, 1, 1), missed_year=False)).light is Light.GREEN


def test_years_without_their_figure_are_named() -> None:
    found = reckon(defined(Kind.ANNUAL), targets(y110=4, y111=4, y112=4), [actual(111, 4)], date(2024, 1, 1))
    assert "No final figure yet for 2021, 2023." in light(found, RULES).sentence.en


@pytest.mark.parametrize(
    ("found", "rule"),
    [
        (reckon(defined(Kind.CUMULATIVE), targets(y113=9), [], END), Rule.NOTHING_REPORTED),
        (reckon(defined(Kind.CUMULATIVE), targets(y113=9), [], date(2021, 1, 1)), Rule.NOTHING_DUE),
        (reckon(defined(Kind.QUALITATIVE), (), [], END), Rule.NO_SHARE),
        (items(unknown=3), Rule.NOTHING_REPORTED),
        (counted([], END), Rule.NOTHING_REPORTED),
        (counted([Work((SPAN,))], date(2021, 1, 1)), Rule.NOTHING_DUE),
    ],
)
def test_grey_is_for_what_cannot_be_judged(found: Reckoned | Counted, rule: Rule) -> None:
    assert (light(found, RULES).light, light(found, RULES).rule) == (Light.GREY, rule)


@pytest.mark.parametrize(
    ("found", "colour"),
    [
        (items(done=5), Light.GREEN),
        (items(done=5, late=1), Light.AMBER),
        (items(done=5, overdue=1), Light.AMBER),
        (items(done=4, overdue=1), Light.RED),
        (items(done=4, overdue=1, unknown=5), Light.RED),
    ],
)
def test_overdue_items_decide_by_their_share_of_those_known(found: Counted, colour: Light) -> None:
    assert light(found, RULES).light is colour


def test_the_officers_own_light_is_noted_where_it_differs() -> None:
    assert differs(Light.GREEN, Light.GREEN) is None
    said = differs(Light.RED, Light.AMBER)
    assert said is not None
    assert (said.zh[:7], "says red" in said.en) == ("系統計算為紅燈", False)
    assert "rules say red, the officer says amber" in said.en


@pytest.mark.parametrize(
    ("green", "amber", "overdue"),
    [
        ("0.7", "0.8", "0.2"),
        ("1.1", "0.8", "0.2"),
        ("0.9", "-0.1", "0.2"),
        ("0.9", "0.8", "0"),
        ("0.9", "0.8", "1.1"),
    ],
)
def test_thresholds_out_of_order_are_refused(green: str, amber: str, overdue: str) -> None:
    with pytest.raises(ValueError, match="thresholds"):
        Rules(date(2021, 1, 1), D(green), D(amber), D(overdue))


def test_every_default_has_its_reason() -> None:
    assert set(REASONS) == {"green", "amber", "overdue", "missed_year"}


def test_pace_is_progress_over_what_is_due() -> None:
    half_way = reckon(defined(Kind.RECURRING), targets(y110=2, y113=2), [actual(110, 2)], date(2022, 6, 1))
    assert (half_way.progress, half_way.expected) == (D("0.5"), D("0.5"))
    assert light(half_way, RULES).light is Light.GREEN


@pytest.mark.parametrize(
    ("found", "zh", "en"),
    [
        (
            cumulative(96),
            "完成至今應有的 96 %，不低於 95 %。",
            "96 % of what is due by now is there, at least 95 %.",
        ),
        (
            cumulative(90),
            "完成至今應有的 90 %，不低於 80 %。",
            "90 % of what is due by now is there, at least 80 %.",
        ),
        (
            cumulative(70),
            "完成至今應有的 70 %，低於 80 %。",
            "70 % of what is due by now is there, below 80 %.",
        ),
        (
            items(done=3, late=1, overdue=1),
            "已知進度的 5 項中，逾期 1 項、應開始而未開始 1 項；逾期達 20 % 者為紅燈。",
            "Of 5 work items with a known standing 1 are overdue and 1 are late to begin; red from 20 % overdue.",
        ),
        (
            reckon(
                defined(Kind.ANNUAL),
                targets(y110=4, y111=4),
                [actual(110, 8), actual(111, 0)],
                date(2023, 1, 1),
            ),
            "整體符合進度，但民國111年未達成目標。",
            "On pace as a whole, but 2022 missed its target.",
        ),
    ],
)
def test_the_sentence_says_what_decided(found: Reckoned | Counted, zh: str, en: str) -> None:
    assert light(found, RULES).sentence == Sentence(zh, en)


def test_overdue_names_its_rule_and_all_of_them_may_be_asked_for() -> None:
    assert light(items(done=1), RULES).rule is Rule.OVERDUE
    only_all = Rules(date(2021, 1, 1), overdue=D(1))
    assert light(items(done=1, overdue=9), only_all).light is Light.AMBER
    assert light(items(overdue=9), only_all).light is Light.RED


def test_what_is_planned_below_nothing_is_not_due() -> None:
    below = defined(Kind.LEVEL, baseline=10)
    found = reckon(below, targets(y110=5, y113=20), [actual(110, 5)], date(2021, 12, 31))
    assert (found.expected, light(found, RULES).rule) == (D("-0.5"), Rule.NOTHING_DUE)
