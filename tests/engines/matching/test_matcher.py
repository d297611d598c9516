"""The matcher: scores in order and in bounds, batches that change nothing, a slow reference, nothing as an answer."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coretech.engines.matching.bilingual import Bilingual
from coretech.engines.matching.lexical import Lexical
from coretech.engines.matching.lexicon import lexicon
from coretech.engines.matching.matcher import THRESHOLD, Matcher
from coretech.engines.matching.units import units_of

CATALOGUE = [
    "量子運算",
    "Post-quantum cryptography",
    "先進半導體製程技術 14 奈米以下",
    "Directed energy",
    "生物科技",
    "能源技術",
    "High performance computing",
    "主動式相位陣列天線",
]
WORDS = [
    "量子",
    "運算",
    "energy",
    "directed",
    "技術",
    "14 nm",
    "140奈米",
    "HPC",
    "天線",
    "biotechnology",
    "。",
    "🙂",
]
TEXTS = st.lists(st.sampled_from(WORDS), max_size=6).map(" ".join)
MATCHER = Matcher(CATALOGUE, lexicon())


def _slow_cover(catalogue: list[str], text: str) -> list[tuple[float, float]]:
    """The shares of each item and of the text, worked out by loops over units from the engine's own weights."""
    engine = Bilingual(catalogue, lexicon())
    tells, idf, number = engine._tells, engine._idf, engine._number  # noqa: SLF001 - the reference starts from the same weights
    mine = units_of(text, lexicon())
    rows = [engine._numbered(unit.features, exact=False) for unit in mine]  # noqa: SLF001 - as above
    meant = [{name: sure * float(tells[name]) for name, sure in zip(*row, strict=True)} for row in rows]
    items = [
        [
            {number[name]: sure * float(tells[number[name]]) for name, sure in unit.features}
            for unit in units_of(item, lexicon(), listed=True)
        ]
        for item in catalogue
    ]
    met = [[_met(row, there) for row in meant] for there in items]
    weights = []
    for place, (unit, row) in enumerate(zip(mine, meant, strict=True)):
        told = engine._told(unit.weight)  # noqa: SLF001 - as above
        unseen = (1.0 if unit.end - unit.start == 1 else 3.0) * told
        rarest = max((sure * float(idf[name]) for name, sure in row.items()), default=0.0)
        surest = max(row.values(), default=0.0)
        often = sum(each[place] >= 0.5 for each in met)
        of_any = max(0.05, np.log((len(catalogue) + 1) / (often + 0.5))) * surest
        found = (rarest + min(rarest, of_any)) / 2
        weights.append(found + 0.7 * max(0.0, 1 - surest / told) * unseen if found else unseen)
    shares = []
    for there, said in zip(items, met, strict=True):
        own = [max(sure * float(idf[name]) for name, sure in unit.items()) for unit in there]
        covered = [
            max((sure * row.get(name, 0.0) for row in meant for name, sure in unit.items()), default=0.0)
            for unit in there
        ]
        of_item = sum(a * b for a, b in zip(own, covered, strict=True)) / sum(own) if sum(own) else 0.0
        of_text = sum(a * b for a, b in zip(weights, said, strict=True)) / sum(weights) if weights else 0.0
        shares.append((of_item, of_text))
    return shares


def _met(row: dict[int, float], there: list[dict[int, float]]) -> float:
    """How much of what a unit means an item knows."""
    return min(1.0, sum(sure * max(unit.get(name, 0.0) for unit in there) for name, sure in row.items()))


@settings(deadline=None, max_examples=40)
@given(TEXTS)
def test_coverage_is_what_a_slow_count_over_units_says(text: str) -> None:
    covered = Bilingual(CATALOGUE, lexicon()).cover(text)

    slow = _slow_cover(CATALOGUE, text)
    assert covered.of_item[0] == pytest.approx([of_item for of_item, _ in slow], abs=1e-4)
    assert covered.of_text[0] == pytest.approx([of_text for _, of_text in slow], abs=1e-4)


@settings(deadline=None, max_examples=40)
@given(st.lists(TEXTS, max_size=5))
def test_scores_are_ordered_in_bounds_and_the_same_alone_or_in_a_batch(texts: list[str]) -> None:
    together = list(MATCHER.matched(texts, 5))

    for text, hits in zip(texts, together, strict=True):
        scores = [hit.score for hit in hits]
        assert scores == sorted(scores, reverse=True)
        assert all(0 <= score <= 1 for score in scores)
        alone = next(MATCHER.matched([text], 5))
        assert [hit.item for hit in alone] == [hit.item for hit in hits]
        assert [hit.score for hit in alone] == pytest.approx(scores, abs=1e-5)


@pytest.mark.parametrize(
    ("text", "item"),
    [
        ("量子计算机", "量子運算"),
        ("quantum computing", "量子運算"),
        ("後量子密碼", "Post-quantum cryptography"),
        ("Semiconductor process at 0.014 µm", "先進半導體製程技術 14 奈米以下"),
        ("HPC", "High performance computing"),
        ("active phased array antennas", "主動式相位陣列天線"),
        ("定向能武器", "Directed energy"),
    ],
)
def test_a_text_finds_its_item_above_the_threshold(text: str, item: str) -> None:
    hits = next(MATCHER.matched([text], 1))

    assert CATALOGUE[hits[0].item] == item
    assert hits[0].score >= THRESHOLD


@pytest.mark.parametrize(
    "text", ["", "the of and", "技術與系統之發展", "🙂🙂", "糖醋排骨", "140 nm", "。" * 50]
)
def test_nothing_is_an_answer(text: str) -> None:
    assert list(MATCHER.matched([text], 5, THRESHOLD)) == [[]]


def test_words_that_mean_something_else_together_do_not_find_their_parts() -> None:
    scores = next(MATCHER.scored(["Directed energy weapons"]))

    assert scores[CATALOGUE.index("Directed energy")] > 2 * scores[CATALOGUE.index("能源技術")]


def test_two_identical_items_come_in_the_catalogues_order() -> None:
    hits = next(Matcher(["Radar", "Sonar", "Radar"], lexicon()).matched(["radar"], 3))

    assert [hit.item for hit in hits] == [0, 2, 1]
    assert hits[0].score == hits[1].score > hits[2].score


def test_a_longer_text_is_scored_as_a_short_one_about_the_same() -> None:
    short = next(MATCHER.matched(["後量子密碼"], 1))[0]
    long = next(
        MATCHER.matched(["後量子密碼的實作，探討晶圓廠於雨季期間的用水、運輸與人力安排，並比較各地作法。"], 1)
    )[0]

    assert short.item == long.item
    assert long.score > short.score / 4


def test_a_text_of_five_megabytes_and_an_empty_catalogue_are_answered() -> None:
    assert next(MATCHER.matched(["量子 computing " * 20_000], 1))[0].item == 0
    assert list(Matcher([], lexicon()).matched(["量子"], 5)) == [[]]
    assert list(Matcher(["", "🙂"], lexicon()).matched(["量子"], 1, 0.1)) == [[]]


def test_the_words_of_a_title_weigh_more_than_those_below_it() -> None:
    text = "天線\n量子運算與天線之比較"
    plain, stressed = next(MATCHER.scored([text])), next(MATCHER.scored([text], [2]))
    antenna, quantum = CATALOGUE.index("主動式相位陣列天線"), CATALOGUE.index("量子運算")

    assert stressed[antenna] / stressed[quantum] > plain[antenna] / plain[quantum]


def test_the_quick_way_orders_as_the_cosine_does() -> None:
    texts = ["量子運算與天線", "energy"]
    places, scores = next(Lexical(CATALOGUE).matched(texts, 3))

    assert places.shape == scores.shape == (2, 3)
    assert np.all(np.diff(scores, axis=1) <= 0)
    assert CATALOGUE[places[0][0]] == "量子運算"
