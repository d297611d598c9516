"""Early warning of prices, held against a slow and obvious reference."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coretech.engines.supplies.charts import Signal, price_chart
from tests.engines.supplies.series import months

CALM = [100, 102] * 6


def test_twelve_prices_that_move_by_2_around_101_set_limits_at_101_and_5_319() -> None:
    (found,) = price_chart(months("price", [*CALM, 106])).points

    assert (found.centre, found.price, found.signal) == (Decimal(101), Decimal(106), None)
    assert round(found.upper, 3) == Decimal("106.319")  # 101 + 3 × 2 ÷ 1.128
    assert round(found.lower, 3) == Decimal("95.681")


@pytest.mark.parametrize(("price", "signal"), [(107, Signal.ABOVE), (95, Signal.BELOW), (96, None)])
def test_a_price_beyond_a_limit_is_a_warning(price: int, signal: Signal | None) -> None:
    (found,) = price_chart(months("price", [*CALM, price])).points

    assert found.signal is signal


def test_eight_in_a_row_above_their_centres_are_a_warning_at_the_eighth() -> None:
    chart = price_chart(months("price", [*CALM, *[104] * 8]))

    assert [each.signal for each in chart.points] == [None] * 7 + [Signal.RUN_ABOVE]
    assert chart.warnings == chart.points[-1:]


def test_with_twelve_prices_one_more_is_asked_for() -> None:
    chart = price_chart(months("price", CALM))

    assert (chart.points, chart.lacking) == ((), 1)
    assert chart.steps[0].zh == "還需要1期價格才能判斷"


def test_a_lower_limit_is_never_less_than_nothing() -> None:
    (found,) = price_chart(months("price", [1, 100] * 6 + [50])).points

    assert found.lower == 0


def test_a_baseline_of_one_price_is_refused() -> None:
    with pytest.raises(ValueError, match="moving range"):
        price_chart([], baseline=1)


@given(st.lists(st.integers(0, 1000), max_size=30), st.integers(2, 12))
def test_the_chart_says_what_the_reference_says(prices: list[int], baseline: int) -> None:
    signals = [each.signal for each in price_chart(months("price", prices), baseline).points]

    assert signals == [_reference(prices[: at + 1], baseline) for at in range(baseline, len(prices))]


def _reference(prices: list[int], baseline: int) -> Signal | None:
    """The signal of the last price, in exact fractions and with everything worked out anew."""
    sides = []
    for at in range(baseline, len(prices)):
        before = prices[at - baseline : at]
        centre = Fraction(sum(before), baseline)
        ranges = [abs(before[place] - before[place - 1]) for place in range(1, baseline)]
        reach = 3 * Fraction(sum(ranges), baseline - 1) / Fraction("1.128")
        sides.append((prices[at] > centre) - (prices[at] < centre))
    away = prices[-1] - centre
    if abs(away) > reach:
        return Signal.ABOVE if away > 0 else Signal.BELOW
    if len(sides) >= 8 and abs(sum(sides[-8:])) == 8:
        return Signal.RUN_ABOVE if sides[-1] > 0 else Signal.RUN_BELOW
    return None
