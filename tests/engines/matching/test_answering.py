"""Answers: what stands in a title weighs more, the reasons only where asked for, one preparation a process."""

import numpy as np

from coretech.engines.matching.answering import Answer, Answering, Recipe, answering
from coretech.engines.matching.lexicon import lexicon
from coretech.engines.matching.matcher import Matcher

CATALOGUE = ("衛星操控技術", "後量子密碼保護技術")
TITLE, BODY = "衛星操控系統", "後量子密碼的應用與保護"


def test_a_title_weighs_more_than_the_text_below_it() -> None:
    engine = Answering(Recipe(CATALOGUE, 2))
    text = f"{TITLE}\n{BODY}"

    (plain,), (titled,) = engine.answers([text]), engine.answers([text], [len(TITLE)])

    assert share(titled) > share(plain)


def test_answers_are_the_matchers_own_with_reasons_where_asked_for() -> None:
    texts = [TITLE, BODY, ""]
    hits = list(Matcher(CATALOGUE, lexicon()).matched(texts, 2))

    plain = list(Answering(Recipe(CATALOGUE, 2)).answers(texts))
    told = list(Answering(Recipe(CATALOGUE, 2, explain=True)).answers(texts))

    assert [scores(each) for each in plain] == [[(hit.item, hit.score) for hit in of] for of in hits]
    assert {answer.why for each in plain for answer in each} == {""}
    assert "衛星" in told[0][0].why


def test_no_answer_depends_on_how_texts_are_parted() -> None:
    engine = Answering(Recipe(CATALOGUE, 2))
    texts = [TITLE, BODY, "satellite 14 nm", "。", "quantum"] * 3
    heads = [2, 0, 3, 0, 0] * 3

    whole = list(engine.answers(texts, heads))
    parted = [
        each for at in range(0, 15, 4) for each in engine.answers(texts[at : at + 4], heads[at : at + 4])
    ]

    assert np.allclose(
        [a.score for each in whole for a in each], [a.score for each in parted for a in each], atol=1e-6
    )
    assert [[a.item for a in each] for each in whole] == [[a.item for a in each] for each in parted]


def test_a_recipe_is_made_ready_once() -> None:
    first = answering(Recipe(CATALOGUE, 2))

    assert answering(Recipe(CATALOGUE, 2)) is first
    assert answering(Recipe(CATALOGUE, 1)) is not first


def scores(answers: list[Answer]) -> list[tuple[int, float]]:
    return [(answer.item, answer.score) for answer in answers]


def share(answers: list[Answer]) -> float:
    """How much of both scores the first item has."""
    found = dict(scores(answers))
    return found[0] / (found[0] + found[1])
