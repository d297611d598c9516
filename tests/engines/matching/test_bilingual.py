"""Matching across languages: the dictionary, cutting into words, likeness of terms, coverage both ways."""

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from coretech.engines.matching.bilingual import Bilingual
from coretech.engines.matching.lexicon import lexicon
from coretech.engines.matching.likeness import Near
from coretech.engines.matching.segmenting import inner, reaches, segmented
from coretech.engines.matching.units import units_of

PAIRS = [
    ("自駕車感知系統", "Perception for self-driving cars"),
    ("離岸風電維運", "Operation and maintenance of offshore wind power"),
    ("基因定序平台", "Genome sequencing platform"),
    ("矽光子封裝", "Silicon photonics packaging"),
    ("鋰電池回收", "Recycling of lithium batteries"),
    ("精準醫療大數據", "Big data for precision medicine"),
    ("碳纖維複合材料", "Carbon fibre composites"),
    ("衛星姿態控制", "Satellite attitude control"),
]
WORDS = {"量子", "子密", "密码", "量子密码", "量", "码"}


@pytest.mark.parametrize(("zh", "en"), PAIRS)
def test_a_chinese_name_finds_its_english_twin_and_the_other_way_round(zh: str, en: str) -> None:
    place = PAIRS.index((zh, en))
    to_english = Bilingual([en for _, en in PAIRS], lexicon()).cover(zh).score[0]
    to_chinese = Bilingual([zh for zh, _ in PAIRS], lexicon()).cover(en).score[0]

    assert int(np.argmax(to_english)) == place
    assert int(np.argmax(to_chinese)) == place


def test_a_text_about_nothing_on_the_list_scores_nothing() -> None:
    catalogue = Bilingual([en for _, en in PAIRS], lexicon())

    assert catalogue.cover("").score.max() == 0
    assert catalogue.cover("🙂 and the of").score.max() == 0
    assert catalogue.cover("糖醋排骨").score.max() < 0.2


def test_words_are_found_under_both_their_writings() -> None:
    assert ("sensor",) in lexicon().senses("感测器")
    assert "积体电路" in lexicon()
    assert lexicon().senses("積體電路") == ()


def test_a_sense_that_only_points_elsewhere_tells_nothing() -> None:
    assert all("variant" not in sense for sense in lexicon().senses("台"))


@given(st.text(st.sampled_from("量子密码外"), max_size=7))
def test_a_run_is_cut_at_the_least_cost_of_all_cuts(run: str) -> None:
    found = segmented(run, WORDS, reaches(WORDS))

    def cost(parts: list[str]) -> float:
        return sum(
            (1.3 if part in WORDS else 2.2)
            if len(part) == 1
            else (1 - 0.02 * len(part) if part in WORDS else float("inf"))
            for part in parts
        )

    cuts = (
        [run[a:b] for a, b in itertools.pairwise((0, *places, len(run)))]
        for size in range(max(1, len(run)))
        for places in itertools.combinations(range(1, len(run)), size)
    )
    least = min(map(cost, cuts), default=0.0) if run else 0.0
    known = sum(cost([word.text]) for word in found)
    left = len(run) - sum(len(word.text) for word in found)
    assert known + 2.2 * left == pytest.approx(least)
    assert [run[word.start : word.end] for word in found] == [word.text for word in found]


def test_the_words_inside_a_word_are_found_with_their_places() -> None:
    whole = segmented("量子密码", WORDS, reaches(WORDS))[0]

    assert [(part.text, part.start) for part in inner(whole, WORDS)] == [
        ("量子", 0),
        ("子密", 1),
        ("密码", 2),
    ]


@pytest.mark.parametrize(
    ("term", "other", "alike"),
    [
        ("genet", "gene", 0.75),
        ("supercapacitor", "capacitor", 0.6),
        ("sensor", "sensor", 1.0),
        ("sensor", "senso", 0.75),
        ("station", "nation", 0.0),
        ("ic", "icing", 0.0),
        ("14", "140", 0.0),
    ],
)
def test_terms_are_alike_that_share_most_of_their_beginning_or_hold_one_another(
    term: str, other: str, alike: float
) -> None:
    assert dict(Near([other]).to(term)).get(other, 0.0) == alike


def test_a_unit_tells_where_it_stands_in_the_text() -> None:
    text = "14nm 量子運算"
    units = units_of(text, lexicon())

    assert [(unit.start, unit.end) for unit in units] == [(0, 4), (5, 7), (7, 9)]
    assert "comput" in dict(units[-1].features)


def test_equal_items_score_equally_and_the_whole_catalogue_is_answered() -> None:
    scores = (
        Bilingual(["Quantum computing", "Quantum computing", "", "Radar"], lexicon())
        .cover("量子運算")
        .score[0]
    )

    assert scores.shape == (4,)
    assert scores[0] == scores[1] > scores[3] == scores[2] == 0


def test_a_word_of_many_meanings_weighs_no_more_than_how_often_any_of_them_stands() -> None:
    items = ["Mass spectrometry", "Quality of water", "Quality of air", "Quality of soil", "Radar"]
    found = Bilingual(items, lexicon()).cover("質量與雷達")

    assert found.of_text[0][items.index("Radar")] > found.of_text[0][items.index("Mass spectrometry")]


def test_a_word_met_by_half_is_no_short_text_about_it() -> None:
    catalogue = Bilingual(["Energy technologies", "Directed energy"], lexicon())
    half, whole = catalogue.cover("定向能").score[0]

    assert half < 0.4 < whole
