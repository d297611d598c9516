"""Measures of rankings: worked out by hand, and held against slow or well-known ways."""

import math
import statistics

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.metrics import ndcg_score, roc_auc_score

from coretech.engines.ranking.evaluating import evaluate
from coretech.engines.ranking.measures import hit, ndcg, recall, reciprocal_rank, work_saved
from coretech.engines.ranking.refusing import auc

ITEMS = tuple("abcdefgh")
RANKINGS = st.permutations(ITEMS).flatmap(lambda order: st.integers(0, 8).map(lambda size: order[:size]))
RELEVANCE = st.dictionaries(st.sampled_from(ITEMS), st.sampled_from([0.0, 1.0, 2.0, 3.0]))
SCORES = st.lists(st.integers(0, 6).map(lambda tenths: tenths / 10), min_size=1, max_size=12)


def test_the_figures_of_a_small_ranking_are_those_worked_out_by_hand() -> None:
    ranking, relevance = ["x", "a", "y", "b"], {"a": 2.0, "b": 1.0, "c": 1.0, "n": 0.0}

    assert [hit(ranking, relevance, k) for k in (1, 2)] == [0, 1]
    assert recall(ranking, relevance, 4) == pytest.approx(2 / 3)
    assert reciprocal_rank(ranking, relevance) == 0.5
    gained = 2 / math.log2(3) + 1 / math.log2(5)
    assert ndcg(ranking, relevance, 4) == pytest.approx(gained / (2 + 1 / math.log2(3) + 1 / 2))


def test_work_saved_counts_what_need_not_be_read() -> None:
    relevance = {"a": 1.0, "b": 1.0}

    assert work_saved(["a", "b", *"0123"], relevance, size=10) == pytest.approx(0.8 - 0.05)
    assert work_saved(["a"], relevance, size=10) == pytest.approx(-0.05)
    twenty = {f"r{number}": 1.0 for number in range(20)}
    assert work_saved(list(twenty), twenty, size=100) == pytest.approx(0.81 - 0.05)


def test_nothing_found_is_nothing_gained() -> None:
    assert (hit([], {"a": 1}, 5), recall([], {"a": 1}, 5), ndcg([], {"a": 1}, 5)) == (0, 0, 0)
    assert (recall(["a"], {}, 5), ndcg(["a"], {"a": 0.0}, 5), reciprocal_rank(["a"], {})) == (0, 0, 0)


@given(st.permutations(ITEMS), RELEVANCE.filter(lambda found: any(found.values())), st.integers(1, 8))
def test_gain_is_what_scikit_learn_has_for_it(
    ranking: list[str], relevance: dict[str, float], k: int
) -> None:
    truth = [relevance.get(item, 0.0) for item in ranking]
    scores = [-place for place, _ in enumerate(ranking)]

    assert ndcg(ranking, relevance, k) == pytest.approx(ndcg_score([truth], [scores], k=k))


@given(RANKINGS, RELEVANCE, st.integers(1, 9))
def test_hits_recall_and_rank_are_what_counting_one_by_one_tells(
    ranking: list[str], relevance: dict[str, float], k: int
) -> None:
    good = {item for item, gain in relevance.items() if gain}
    met = [item for item in ranking[:k] if item in good]
    first = [place + 1 for place, item in enumerate(ranking) if item in good]

    assert hit(ranking, relevance, k) == (1 if met else 0)
    assert recall(ranking, relevance, k) == (len(met) / len(good) if good else 0)
    assert reciprocal_rank(ranking, relevance) == (1 / first[0] if first else 0)


@given(RANKINGS, RELEVANCE.filter(lambda found: any(found.values())))
def test_work_saved_is_what_reading_on_until_enough_is_found_saves(
    ranking: list[str], relevance: dict[str, float]
) -> None:
    good = {item for item, gain in relevance.items() if gain}
    reads = [size for size in range(9) if 100 * len(good & set(ranking[:size])) >= 95 * len(good)]
    read = reads[0] if reads else 8

    assert work_saved(ranking, relevance, 8) == pytest.approx((8 - read) / 8 - 0.05)


@given(SCORES, SCORES)
def test_telling_partnered_from_alone_is_the_area_that_scikit_learn_finds(
    partnered: list[float], alone: list[float]
) -> None:
    truth = [1] * len(partnered) + [0] * len(alone)

    assert auc(partnered, alone) == pytest.approx(roc_auc_score(truth, partnered + alone))


def test_with_one_side_empty_nothing_can_be_told_apart() -> None:
    assert (auc([], [0.1]), auc([0.1], [])) == (None, None)


def test_a_run_is_told_by_the_queries_that_have_a_partner() -> None:
    run = {"q1": ["a", "b"], "q3": ["a"], "q9": ["a"]}
    judged = {"q1": {"a": 1.0}, "q2": {"b": 1.0}, "q3": {"a": 0.0}}

    told = evaluate(run, judged, 2, {"q1": 0.9, "q3": 0.2, "q9": 0.9})

    assert (len(told.queries), told.not_answered, told.without_partner, told.not_judged) == (2, 1, 1, 1)
    assert told.means["hit@1"] == statistics.fmean([1, 0])
    assert told.means["precision@1 answered"] == 1
    assert told.refusal_auc == 0.5


def test_without_scores_refusing_is_not_told() -> None:
    assert evaluate({"q": ["a"]}, {"q": {"a": 1}, "n": {}}, 1).refusal_auc is None
