"""Learning from judgements: plain, bounded, repeatable, and blind to the order they came in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coretech.engines.matching.learning import (
    Judged,
    Parameters,
    Weight,
    adjusted,
    as_data,
    from_data,
    learn,
    learning_terms,
)

TERMS = st.frozensets(st.sampled_from(["衛星", "雷達", "補助", "radar"]), max_size=4)
JUDGED = st.lists(st.builds(Judged, st.sampled_from("xy"), TERMS, st.booleans()), max_size=30)


def test_terms_are_words_of_both_languages_folded() -> None:
    assert {"卫星", "radar", "sar"} <= learning_terms("衛星 SAR Radars 14")
    assert "14" not in learning_terms("衛星 SAR Radars 14")


def test_a_term_of_accepted_texts_speaks_for_and_of_rejected_ones_against() -> None:
    judged = [Judged("x", frozenset({"衛星"}), accepted=True)] * 4
    judged += [Judged("x", frozenset({"補助"}), accepted=False)] * 4

    weights = {each.term: each for each in learn(judged)["x"]}

    assert weights["衛星"].weight > 0 > weights["補助"].weight
    assert (weights["衛星"].accepted, weights["衛星"].rejected) == (4, 0)


def test_few_texts_count_for_less_than_many() -> None:
    one = learn([Judged("x", frozenset({"衛星"}), accepted=True)])["x"][0].weight
    many = learn([Judged("x", frozenset({"衛星"}), accepted=True)] * 20)["x"][0].weight

    assert 0 < one < many <= Parameters().cap


@given(JUDGED)
def test_the_order_of_judgements_makes_no_difference_and_weights_are_capped(judged: list[Judged]) -> None:
    model = learn(judged)

    assert model == learn(list(reversed(judged)))
    assert from_data(as_data(model)) == model
    assert all(abs(each.weight) <= Parameters().cap for weights in model.values() for each in weights)


@given(st.floats(0, 1), st.lists(st.floats(-1, 1), max_size=9))
def test_a_score_stays_a_score_and_moves_the_way_its_weights_say(score: float, weights: list[float]) -> None:
    learned = [Weight(str(place), weight, 1, 1) for place, weight in enumerate(weights)]

    moved = adjusted(score, learned, frozenset(each.term for each in learned), 2.0)

    assert 0 <= moved <= 1
    if 0.001 < score < 0.999 and abs(sum(weights)) > 0.001:
        assert (moved > score) == (sum(weights) > 0)


def test_nothing_at_all_and_certainty_are_not_moved() -> None:
    learned, terms = [Weight("衛星", 1.0, 1, 0)], frozenset({"衛星"})

    assert adjusted(0.0, learned, terms, 2.0) == 0
    assert adjusted(1.0, learned, terms, 2.0) == 1
    assert adjusted(0.4, learned, frozenset(), 2.0) == pytest.approx(0.4)
