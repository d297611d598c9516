"""Matching by tf-idf alone: the same best items and cosines as a slow and plain count over features."""

from collections import Counter
from itertools import pairwise
from math import log, sqrt

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from coretech.engines.matching.best import best_places
from coretech.engines.matching.grams import Listed, Table
from coretech.engines.matching.lexical import Lexical
from coretech.engines.matching.tokens import tokens_of

WORDS = ["量子運算", "量子", "密碼", "天線", "radar", "14", "the", "，", "🙂", "İ", "㎏", " "]
TEXTS = st.lists(st.sampled_from(WORDS), max_size=8).map("".join)
Vector = dict[str, float]


def _vectors(catalogue: list[str], texts: list[str]) -> list[Vector]:
    """Each text's features of the catalogue with their weights, of length one together."""
    items = [Counter(tokens_of(item)) for item in catalogue]
    often = Counter(name for item in items for name in item)
    counted = [Counter(tokens_of(text)) for text in texts]
    weighed = [
        {
            name: (1 + log(times)) * (log((1 + len(items)) / (1 + often[name])) + 1)
            for name, times in each.items()
            if name in often
        }
        for each in counted
    ]
    lengths = [sqrt(sum(weight * weight for weight in each.values())) for each in weighed]
    return [
        {name: weight / length for name, weight in each.items()}
        for each, length in zip(weighed, lengths, strict=True)
    ]


@given(st.lists(TEXTS, min_size=1, max_size=5), st.lists(TEXTS, max_size=4), st.integers(1, 7))
@example(["量子", "", "量子", "🙂"], ["量子", "", "the 🙂", "量子" * 9], 7)
@example(["量子運算"], ["天線", "量子運算與量子"], 1)
def test_the_best_items_and_their_cosines_are_those_of_a_slow_count(
    catalogue: list[str], texts: list[str], top: int
) -> None:
    matched = list(Lexical(catalogue).matched(texts, top))

    items = _vectors(catalogue, catalogue)
    rows = [row for batch in matched for row in zip(*batch, strict=True)]
    for text, (places, scores) in zip(_vectors(catalogue, texts), rows, strict=True):
        cosines = [sum(text.get(name, 0.0) * weight for name, weight in item.items()) for item in items]
        assert scores == pytest.approx(sorted(cosines, reverse=True)[:top], abs=1e-5)
        assert [cosines[place] for place in places] == pytest.approx(scores, abs=1e-5)
        assert len(set(places.tolist())) == min(top, len(catalogue))
        ranked = list(zip(-scores, places, strict=True))
        assert all(one < next_one for one, next_one in pairwise(ranked))


def test_many_texts_score_as_each_does_alone() -> None:
    catalogue = [f"量子{word}密碼" for word in WORDS]
    texts = [f"{WORDS[number % 7]}{WORDS[number % 5]}與{number}量子" for number in range(600)]
    engine = Lexical(catalogue)

    batches = list(engine.matched(texts, 3))

    assert [len(places) for places, _ in batches] == [512, 88]
    together = np.concatenate([scores for _, scores in batches])
    alone = np.concatenate([scores for text in texts for _, scores in engine.matched([text], 3)])
    np.testing.assert_allclose(together, alone, rtol=1e-6)


def test_no_items_and_no_texts_are_no_error() -> None:
    assert [places.shape for places, _ in Lexical([]).matched(["量子"], 5)] == [(1, 0)]
    assert list(Lexical(["量子"]).matched([], 5)) == []


@given(st.lists(st.lists(st.sampled_from([0.0, 0.5, 1.0]), min_size=20, max_size=20), min_size=1, max_size=4))
def test_equal_scores_stand_in_the_catalogues_order_however_many_are_asked_for(
    cells: list[list[float]],
) -> None:
    scores = np.array(cells, dtype=np.float32)
    whole = np.argsort(-scores, axis=1, kind="stable")

    for top in (0, 1, 5, 16, 17, 20, 30):
        np.testing.assert_array_equal(best_places(scores, top), whole[:, :top])


@given(st.sets(st.integers(0, 999), max_size=30), st.lists(st.integers(0, 999), max_size=30))
def test_a_table_and_a_list_of_codes_find_the_same(known: set[int], asked: list[int]) -> None:
    codes = np.array(sorted(known), dtype=np.int64)
    wanted = [(at, 7 + sorted(known).index(code)) for at, code in enumerate(asked) if code in known]

    for grams in (Table(codes, 7, 1000), Listed(codes, 7)):
        at, numbers = grams.find(np.array(asked, dtype=np.int64))

        assert list(zip(at.tolist(), numbers.tolist(), strict=True)) == wanted
