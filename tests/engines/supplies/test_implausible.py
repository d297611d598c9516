"""Jumps out of a series' own spread, and periods that do not balance."""

from decimal import Decimal
from statistics import median

from hypothesis import given
from hypothesis import strategies as st

from coretech.engines.supplies.balance import Agreement, balances
from coretech.engines.supplies.figures import Figure
from coretech.engines.supplies.jumps import jumps
from coretech.engines.supplies.robust import usual_change
from coretech.engines.supplies.use import UseRule
from tests.engines.supplies.series import month, months

STEADY = [100, 103, 98, 101, 104, 99, 102, 97, 101, 100]


def _found(values: list[int]) -> list[int]:
    """The months, from 1, that are named."""
    found = jumps(months("stock", values), Figure.STOCK)
    assert found is not None
    return [(each.told.period_end.year - 2020) * 12 + each.told.period_end.month for each in found]


def test_a_steady_series_has_no_jump() -> None:
    assert _found(STEADY) == []


def test_a_figure_with_three_noughts_too_many_is_named_once_and_the_way_back_is_not() -> None:
    assert _found([*STEADY, 100_000, 102, 99]) == [11]


def test_a_new_level_that_stays_is_named_once() -> None:
    assert _found([*STEADY, 200, 202, 199, 201]) == [11]


def test_the_score_of_a_jump_is_the_modified_z_score_worked_out_by_hand() -> None:
    # changes 1 2 3 4 5 6 7 100: their median is 4.5
    values = [0, 1, 3, 6, 10, 15, 21, 28, 128]

    found = jumps(months("stock", values), Figure.STOCK)

    assert found is not None
    assert [(each.before, each.value) for each in found] == [(Decimal(28), Decimal(128))]
    assert round(found[0].score, 6) == round(Decimal("0.6745") * 100 / Decimal("4.5"), 6)
    assert found[0].steps[0].en == "change of closing stock, 2020-09-01 to 2020-09-30: 128 − 28 = 100"


def test_the_same_use_of_a_day_is_no_jump_though_months_differ_in_length() -> None:
    returns = [month(2025, at, sales=0) for at in range(1, 13)]
    returns = [month(2025, at, sales=10 * each.days) for at, each in enumerate(returns, 1)]

    assert jumps(returns, Figure.SALES) == ()


def test_with_seven_changes_nothing_can_be_said() -> None:
    assert jumps(months("stock", STEADY[:8]), Figure.STOCK) is None
    assert jumps(months("stock", []), Figure.PRICE) is None


def test_a_series_that_never_changed_is_named_at_its_first_change() -> None:
    assert _found([50] * 12) == []
    assert _found([*[50] * 12, 51]) == [13]


@given(st.lists(st.integers(-(10**6), 10**6), min_size=1, max_size=30))
def test_the_usual_change_is_the_scaled_median_of_sizes(numbers: list[int]) -> None:
    sizes = [Decimal(abs(number)) for number in numbers]
    found = usual_change([Decimal(number) for number in numbers])

    if median(sizes):
        assert round(found * Decimal("0.6745"), 9) == round(median(sizes), 9)
    else:
        assert (found == 0) == (set(sizes) == {0})


def test_100_and_30_and_50_less_20_and_60_leaves_100() -> None:
    told = month(2025, 2, production=30, imports=50, exports=20, consumption=60, stock=100)

    (found,) = balances([month(2025, 1, stock=100), told], UseRule.TWELVE_MONTHS)

    assert (found.agreement, found.reckoned, found.difference) == (Agreement.AGREES, Decimal(100), Decimal(0))
    assert found.steps[0].en == "2025-02-01 to 2025-02-28: 100 + 30 + 50 − 20 − 60 = 100"


def test_a_hundredth_of_what_was_there_and_came_may_be_lost_and_no_more() -> None:
    def agreement(stock: str) -> Agreement:
        told = month(2025, 2, production=0, imports=100, exports=0, sales=0, consumption=100, stock=stock)
        (found,) = balances([month(2025, 1, stock=100), told], UseRule.SALES_AND_OWN_USE)
        return found.agreement

    assert agreement("98") is Agreement.AGREES
    assert agreement("97.99") is Agreement.DIFFERS
    assert agreement("102.01") is Agreement.DIFFERS


def test_what_is_not_told_is_not_taken_for_zero() -> None:
    told = month(2025, 2, production=0, imports=0, consumption=10, stock=90)

    (found,) = balances([month(2025, 1, stock=100), told], UseRule.TWELVE_MONTHS)

    assert (found.agreement, found.difference) == (Agreement.UNCHECKED, None)
    assert found.steps[0].en == "not told, so it cannot be checked: exports"


def test_a_period_after_a_gap_cannot_be_checked() -> None:
    (found,) = balances([month(2025, 1, stock=100), month(2025, 3, stock=100)], UseRule.TWELVE_MONTHS)

    assert found.agreement is Agreement.UNCHECKED
