"""The budget of a parent is never the sum of itself and its children."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coretech.engines.progress.budgets import Amount, Budget, Misplaced, budgets, total
from tests.engines.progress.making import D


def tree(**own: tuple[str | None, int | None]) -> list[Amount]:
    return [Amount(key, parent, None if own_ is None else D(own_)) for key, (parent, own_) in own.items()]


PLAN = tree(
    plan=(None, None), one=("plan", 100), two=("plan", None), a=("one", 60), b=("one", 30), c=("two", 5)
)


@st.composite
def trees(draw: st.DrawFn) -> list[Amount]:
    """Every element hangs on an earlier one or on none; printed in any order."""
    size = draw(st.integers(1, 12))
    found = []
    for place in range(size):
        above = draw(st.none() | st.integers(0, place - 1)) if place else None
        own = draw(st.none() | st.integers(0, 999))
        found.append(
            Amount(str(place), None if above is None else str(above), None if own is None else D(own))
        )
    return draw(st.permutations(found))


def obvious(amounts: list[Amount], key: str) -> Decimal | None:
    """Its own amount, or else what stands below: said as one reads it."""
    own = next(each.own for each in amounts if each.key == key)
    if own is not None:
        return own
    below = [obvious(amounts, each.key) for each in amounts if each.parent == key]
    known = [each for each in below if each is not None]
    return sum(known, D(0)) if known else None


@given(trees())
def test_a_budget_is_its_own_amount_or_else_its_childrens(amounts: list[Amount]) -> None:
    found = budgets(amounts)
    assert {key: each.amount for key, each in found.items()} == {
        each.key: obvious(amounts, each.key) for each in amounts
    }


@given(trees())
def test_a_printed_parent_hides_its_children_from_the_total(amounts: list[Amount]) -> None:
    roots = [obvious(amounts, each.key) for each in amounts if each.parent is None]
    known = [each for each in roots if each is not None]
    assert total(amounts) == (sum(known, D(0)) if known else None)


def test_the_printed_100_stands_and_its_parts_of_90_are_reported() -> None:
    found = budgets(PLAN)
    assert found["plan"].amount == 105
    differs = found["one"].disagreement
    assert differs is not None
    assert differs.key == "one"
    assert (differs.own, differs.children, differs.difference) == (D(100), D(90), D(10))
    assert "相差 10 元" in differs.sentence.zh


def test_a_sum_with_a_gap_says_so() -> None:
    found = budgets(tree(plan=(None, None), a=("plan", 5), b=("plan", None)))
    assert found["plan"] == Budget("plan", D(5), printed=False, complete=False, disagreement=None)
    assert found["b"].amount is None


def test_parts_with_a_gap_disagree_only_where_they_come_to_more() -> None:
    less = budgets(tree(plan=(None, 10), a=("plan", 5), b=("plan", None)))
    more = budgets(tree(plan=(None, 10), a=("plan", 15), b=("plan", None)))
    assert less["plan"].disagreement is None
    assert more["plan"].disagreement is not None


def test_a_parent_of_another_list_is_none() -> None:
    assert total([Amount("a", "elsewhere", D(3))]) == 3


@pytest.mark.parametrize(
    "broken", [tree(a=("b", 1), b=("a", 1)), tree(a=("a", 1)), [*tree(a=(None, 1)), *tree(a=(None, 2))]]
)
def test_a_circle_or_a_key_twice_is_refused(broken: list[Amount]) -> None:
    with pytest.raises(Misplaced, match=r"循環|兩次"):
        budgets(broken)


def test_a_chain_of_ten_thousand_is_no_trouble() -> None:
    chain = [Amount(str(each), str(each - 1) if each else None, None) for each in range(10_000)]
    assert total([*chain, Amount("last", "9999", D(7))]) == 7


def test_a_budget_tells_where_its_amount_comes_from() -> None:
    found = budgets(PLAN)
    assert (found["one"].key, found["one"].printed, found["one"].complete) == ("one", True, True)
    assert found["two"] == Budget("two", D(5), printed=False, complete=True, disagreement=None)
    below = budgets(tree(plan=(None, None), a=("plan", None), b=("a", 1), c=("a", None)))
    assert (below["plan"].amount, below["plan"].complete) == (D(1), False)
