"""What carries a score: figures with units, acronyms, phrases, generic words; and the explanation in both texts."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coretech.engines.matching.acronyms import acronyms_of
from coretech.engines.matching.broader import broader_than, fields_in
from coretech.engines.matching.explaining import explain
from coretech.engines.matching.folding import folded
from coretech.engines.matching.generic import tells, weight_of
from coretech.engines.matching.lexicon import lexicon
from coretech.engines.matching.phrases import phrase_of, phrases_in
from coretech.engines.matching.quantities import quantities_of
from coretech.engines.matching.spelling import stemmed
from coretech.engines.matching.terms import stem
from coretech.engines.matching.units import features_of, units_of


@pytest.mark.parametrize(
    "written", ["14 nm", "14nm", "14 奈米", "１４ｎｍ", "0.014 µm", "14-nm", "14纳米", "0.000014 mm"]
)
def test_the_same_figure_is_one_term_however_it_is_written(written: str) -> None:
    assert [each.term for each in quantities_of(folded(written))] == ["=1.4e-08 length"]


@pytest.mark.parametrize("written", ["140 nm", "14 mm", "14 GHz", "1.4 nm"])
def test_another_figure_is_another_term(written: str) -> None:
    assert [each.term for each in quantities_of(folded(written))] != ["=1.4e-08 length"]


@pytest.mark.parametrize("written", ["a14nm", "14 names", "1.2.3 nm", "v14"])
def test_what_is_no_figure_with_a_unit_is_none(written: str) -> None:
    assert list(quantities_of(folded(written))) == []


@given(
    st.integers(1, 9999),
    st.sampled_from([("nm", "μm", 3), ("mhz", "ghz", 3), ("kw", "mw", 3), ("kev", "mev", 3)]),
)
def test_a_figure_in_the_larger_unit_is_the_same_term(figure: int, units: tuple[str, str, int]) -> None:
    small, large, power = units
    one, other = (
        list(quantities_of(text)) for text in (f"{figure} {small}", f"{figure / 10**power:.7f} {large}")
    )

    assert one[0].term == other[0].term


def test_letters_stand_for_the_words_beside_each_other_and_for_those_a_text_tells_itself() -> None:
    words = [(0, 4, "high"), (5, 16, "performance"), (17, 26, "computing")]
    long = "high performance computing (hpc) " + "radar " * 20
    many = words + [(33 + 6 * place, 38 + 6 * place, "radar") for place in range(20)]

    assert ("hpc", range(3)) in list(acronyms_of(words, "high performance computing"))
    assert ("hpc", range(3)) in list(acronyms_of([*words, (28, 31, "hpc"), *many[3:]], long))
    assert list(acronyms_of(many, long.replace("(hpc)", "     "))) == []


def test_words_that_tell_little_weigh_little() -> None:
    assert weight_of("technolog") < weight_of("process") < weight_of("radar") == 1
    assert not tells("技术")
    assert tells("量子")


def test_a_phrase_is_known_by_its_stems_only_where_it_stands_whole() -> None:
    assert [(places, phrase) for places, phrase, _ in phrases_in(("use", "direct", "energi"))] == [
        (range(1, 3), "direct energi")
    ]
    assert list(phrases_in(("energi", "direct"))) == []
    assert phrase_of(("machin", "learn")) == "machin learn"
    assert phrase_of(("machin",)) is None


def test_a_term_belongs_to_its_fields_in_both_languages() -> None:
    assert {"生物科技", "biotechnolog"} <= set(broader_than(folded("疫苗")))
    assert {"生物科技", "biotechnolog"} <= set(broader_than("vaccin"))
    assert broader_than("radarless") == ()
    assert (1, "energi") in list(fields_in(("new", "fuel", "cell")))


def test_a_text_is_broadened_and_an_item_is_not() -> None:
    def fields(*, listed: bool) -> set[str]:
        return {name for unit in units_of("mRNA 疫苗", lexicon(), listed=listed) for name, _ in unit.features}

    assert "biotechnolog" in fields(listed=False)
    assert "biotechnolog" not in fields(listed=True)


@pytest.mark.parametrize(
    ("text", "item", "words"),
    [
        ("後量子密碼", "Post-quantum cryptography", "後量子密碼 = Post-quantum cryptography"),
        ("１４ｎｍ 邏輯製程", "14 奈米以下", "１４ｎｍ = 14 奈米"),
        ("先進雷達", "Radar", "雷達 = Radar"),
        ("量子", "量子", "量子"),
    ],
)
def test_an_explanation_names_the_terms_as_written_in_both_texts(text: str, item: str, words: str) -> None:
    assert words in explain(text, item, lexicon()).words.split("; ")


def test_what_has_nothing_in_common_has_no_explanation() -> None:
    assert explain("", "Radar", lexicon()).terms == ()
    assert explain("糖醋排骨", "Radar", lexicon()).terms == ()


@settings(deadline=None)
@given(st.text(st.sampled_from("量子雷達 eradr14nmﬁ\u0301①カ각ᄀ"), max_size=30))
def test_the_places_of_an_explanation_lie_in_the_texts(text: str) -> None:
    for each in explain(text, "量子雷達 radar 14 nm", lexicon()).terms:
        assert text[each.left.start : each.left.end] == each.left.text != ""
        assert "量子雷達 radar 14 nm"[each.right.start : each.right.end] == each.right.text
        assert 0 < each.weight <= 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("optimisation", "optimization"),
        ("fibres", "fiber"),
        ("labelled", "labeled"),
        ("analysed", "analyzed"),
        ("anaemia", "anemia"),
        ("defence", "defense"),
    ],
)
def test_a_word_spelled_in_two_ways_is_one_term(one: str, other: str) -> None:
    assert stemmed(one) == stemmed(other)


@pytest.mark.parametrize("word", ["rise", "precise", "disease", "enterprise", "noise", "basis", "gas", "5g"])
def test_a_word_that_only_looks_so_keeps_its_spelling(word: str) -> None:
    assert stemmed(word) == stem(word)


def test_letters_and_figures_that_others_write_apart_are_met_apart() -> None:
    mixed = dict(units_of("ISO9000", lexicon())[0].features)

    assert {"iso9000", "iso", "9000"} <= set(mixed)
    assert "tio" not in dict(units_of("TiO2", lexicon())[0].features)


def test_a_word_within_another_counts_less_where_it_means_something_else() -> None:
    robot, learning = (dict(features_of(word, lexicon())) for word in ("机器人", "机器学习"))

    assert robot["机器"] < learning["机器"] < 1


def test_the_parts_of_a_phrase_tell_as_little_in_chinese_as_in_english() -> None:
    directed = dict(features_of(folded("定向能"), lexicon()))

    assert directed["direct energi"] == 1
    assert directed["energi"] <= 0.3


def test_the_more_words_are_of_a_field_the_surer_a_text_is_of_it() -> None:
    def sure(text: str) -> float:
        return max(dict(unit.features).get("生物技术", 0.0) for unit in units_of(text, lexicon()))

    assert 0 < sure("疫苗") < sure("疫苗與抗體") < sure("疫苗、抗體、基因與細胞") <= 0.8
    assert sure("疫苗") == sure("疫苗、疫苗、疫苗")
