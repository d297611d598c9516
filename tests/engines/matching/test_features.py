"""The features of texts: the fast way over arrays agrees with the slow way, and the weights with scikit-learn's."""

from collections import Counter

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.feature_extraction.text import TfidfVectorizer

from coretech.engines.matching.cosines import Cosines
from coretech.engines.matching.folding import folded
from coretech.engines.matching.tokens import tokens_of
from coretech.engines.matching.vocabulary import Vocabulary
from coretech.engines.matching.weighing import Weighing

CATALOGUE = [
    "14奈米以下製程之IC製造技術及其關鍵氣體",
    "後量子密碼保護技術",
    "太空規格X-Band影像下載技術",
    "Quantum computing and quantum sensors",
    "量子運算與量子感測",
]
TEXTS = st.text(
    st.sampled_from("量子密碼保護技術太空 abIC14x-\n，🙂ﬁＡ㎏e\u0301\u1100\u1161İ繐\U000e0041"), max_size=40
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("臺灣", "台湾"),
        ("積體電路", "积体电路"),
        ("ＩＣ", "ic"),
        ("Ｘ－Ｂａｎｄ", "x-band"),
        ("㎏", "kg"),
        ("CO₂", "co2"),
        ("豈", "岂"),
    ],
)
def test_two_ways_of_writing_fold_to_one(one: str, other: str) -> None:
    assert folded(one) == other


def test_chinese_is_cut_by_twos_and_threes_and_latin_into_stems() -> None:
    assert list(tokens_of("量子密码 Sensors")) == ["量子", "子密", "密码", "量子密", "子密码", "sensor"]


@given(st.lists(TEXTS, min_size=1, max_size=4), st.lists(TEXTS, max_size=5))
def test_features_are_found_in_arrays_just_as_one_by_one(catalogue: list[str], texts: list[str]) -> None:
    vocabulary = Vocabulary(catalogue)

    found = vocabulary.find(texts)

    counted = Counter(zip(found.of.tolist(), found.feature.tolist(), strict=True))
    wanted = Counter(
        (row, vocabulary.number[token])
        for row, text in enumerate(texts)
        for token in tokens_of(text.replace("\n", " "))
        if token in vocabulary.number
    )
    assert counted == wanted


def test_a_catalogue_too_wide_for_a_table_is_found_by_a_list() -> None:
    letters = [chr(code) for code in range(0x4E00, 0x4E00 + 9000)]
    wide = ["".join(letters[start : start + 3]) for start in range(0, 9000, 3)]
    vocabulary = Vocabulary(wide)

    found = vocabulary.find([wide[7], "沒有", wide[2999]])

    names = sorted(
        (int(row), vocabulary.names[number]) for row, number in zip(found.of, found.feature, strict=True)
    )
    assert names == sorted(
        (row, token) for row, text in ((0, wide[7]), (2, wide[2999])) for token in tokens_of(text)
    )


def test_the_weights_are_those_of_scikit_learn() -> None:
    peer = TfidfVectorizer(analyzer=lambda text: list(tokens_of(text)), sublinear_tf=True)
    theirs = peer.fit_transform(CATALOGUE).toarray()
    ours = Weighing(CATALOGUE)
    order = [ours.vocabulary.number[name] for name in peer.get_feature_names_out()]

    np.testing.assert_allclose(ours.items.toarray()[:, order], theirs, rtol=1e-5)


@given(st.lists(TEXTS, min_size=1, max_size=5))
def test_items_stand_in_the_order_that_scikit_learn_puts_them(texts: list[str]) -> None:
    peer = TfidfVectorizer(analyzer=lambda text: list(tokens_of(text)), sublinear_tf=True)
    theirs = peer.fit_transform(CATALOGUE)
    wanted = (peer.transform(text.replace("\n", " ") for text in texts) @ theirs.T).toarray()

    scores = Cosines(CATALOGUE).scored(texts).scores

    for mine, peers in zip(scores, wanted, strict=True):
        length = np.linalg.norm(mine) / np.linalg.norm(peers) if np.linalg.norm(peers) else 1.0
        np.testing.assert_allclose(mine, peers * length, rtol=1e-4, atol=1e-6)


def test_a_text_of_stop_words_alone_has_no_features() -> None:
    assert not len(Weighing(CATALOGUE).counted(["and the of", "🙂", ""]).of)
