"""Compiled scores held against slow and plain arithmetic."""

import math
from decimal import Decimal
from random import Random
from statistics import fmean, pstdev

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coretech.engines.scoring.compiling import Given, Weighed, compiled, mean_of

CRITERIA = (Weighed(1, Decimal("62.5"), 5), Weighed(2, Decimal("37.5"), 10))
scores = st.dictionaries(
    st.tuples(st.integers(1, 5), st.sampled_from(CRITERIA), st.sampled_from(["a", "b"])),
    st.integers(0, 500),
    max_size=20,
)


def rows(found: dict[tuple[int, Weighed, str], int]) -> list[Given]:
    """Scores of 0 to the highest, in hundredths where the highest is 5."""
    return [
        Given(who, criterion.number, key, Decimal(value) * criterion.most / 500)
        for (who, criterion, key), value in found.items()
    ]


@given(scores)
def test_means_and_spreads_are_those_of_plain_arithmetic(found: dict[tuple[int, Weighed, str], int]) -> None:
    given_rows = rows(found)

    for scored in compiled(["a", "b"], CRITERIA, given_rows):
        for criterion in CRITERIA:
            plain = [
                float(row.score)
                for row in given_rows
                if row.element == scored.key and row.criterion == criterion.number
            ]
            spread = scored.by_criterion[criterion.number]
            assert spread.count == len(plain)
            if not plain:
                assert spread.mean is None
                continue
            assert math.isclose(float(spread.mean or 0), fmean(plain), abs_tol=0.00501)
            assert math.isclose(float(spread.deviation or 0), pstdev(plain), abs_tol=0.00501)
            assert (float(spread.lowest or 0), float(spread.highest or 0)) == pytest.approx(
                (min(plain), max(plain)), abs=0.00501
            )


@given(scores)
def test_a_total_is_the_weighted_sum_of_whole_scorings_alone(
    found: dict[tuple[int, Weighed, str], int],
) -> None:
    given_rows = rows(found)

    for scored in compiled(["a", "b"], CRITERIA, given_rows):
        totals = []
        for who in range(1, 6):
            own = {
                row.criterion: float(row.score)
                for row in given_rows
                if (row.evaluator, row.element) == (who, scored.key)
            }
            if len(own) == len(CRITERIA):
                totals.append(sum(float(each.weight) * own[each.number] / each.most for each in CRITERIA))
        assert scored.total.count == len(totals)
        assert scored.total.is_thin is (len(totals) < 3)
        if totals:
            assert math.isclose(float(scored.total.mean or 0), fmean(totals), abs_tol=0.00501)
            assert 0 <= (scored.total.lowest or 0) <= (scored.total.highest or 0) <= 100


@given(scores, st.randoms(use_true_random=False))
def test_the_order_of_the_scores_changes_nothing(
    found: dict[tuple[int, Weighed, str], int], random: Random
) -> None:
    given_rows = rows(found)
    shuffled = list(given_rows)
    random.shuffle(shuffled)

    assert compiled(["a", "b"], CRITERIA, shuffled) == compiled(["a", "b"], CRITERIA, given_rows)


def test_what_nobody_scored_has_no_mean_and_zero_is_a_score() -> None:
    nothing, zero = compiled(
        ["a", "b"], CRITERIA, [Given(1, 1, "b", Decimal(0)), Given(1, 2, "b", Decimal(0))]
    )

    assert (nothing.total.mean, zero.total.mean) == (None, Decimal(0))
    assert mean_of([nothing.total]) is None
    assert mean_of([nothing.total, zero.total]) == 0


def test_weights_that_do_not_make_a_whole_are_refused() -> None:
    with pytest.raises(ValueError, match="100"):
        compiled(["a"], CRITERIA[:1], [])
