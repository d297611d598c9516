"""A question or an article explained, with the figures in force."""

from datetime import date
from pathlib import Path

import pytest

from coretech.law.explain import explain
from coretech.law.facts import BadFacts
from coretech.law.parameters import Parameters
from tests.law.given import amend

DAY = date(2025, 3, 3)


def test_a_question_is_explained_by_its_paragraphs_and_figures() -> None:
    explained = explain("panel.composition", as_of=DAY)
    assert [each.number for each in explained.provisions] == ["8.2"]
    assert [each.question.id for each in explained.questions] == ["panel.composition"]
    assert {each.name: each.on(DAY) for each in explained.figures} == {
        "panel.people_min": 5,
        "panel.people_max": 11,
    }


def test_an_article_is_explained_by_its_questions() -> None:
    explained = explain("12", as_of=DAY)
    assert "recusal.required" in [each.question.id for each in explained.questions]
    assert {each.level.value for each in explained.provisions} == {"text", "explanation"}


def test_a_whole_article_is_explained_paragraph_by_paragraph() -> None:
    assert [each.number for each in explain("7", as_of=DAY).provisions] == ["7.1", "7.2", "7.1"]


def test_an_amended_figure_is_shown_with_its_days(tmp_path: Path) -> None:
    amend(tmp_path, "recusal.degree", "3\nfrom = 2027-01-01\n[[degree.values]]\nvalue = 2")
    explained = explain("3.1", as_of=DAY, parameters=Parameters(tmp_path))
    figure = next(each for each in explained.figures if each.name == "recusal.degree")
    assert figure.on(DAY) == 2
    assert figure.as_dict(date(2027, 1, 1)) == {
        "name": "recusal.degree",
        "article": "3.1",
        "says": {"zh": "數", "en": "figure"},
        "value": 3,
        "since": [{"from": None, "value": 2}, {"from": "2027-01-01", "value": 3}],
    }


def test_an_explanation_is_plain_data() -> None:
    data = explain("12", as_of=DAY).as_dict()
    assert list(data) == ["what", "as_of", "provisions", "questions", "figures"]
    assert data["as_of"] == "2025-03-03"


@pytest.mark.parametrize("what", ["15", "5.9", "meeting", "", "quorum"])
def test_what_is_neither_a_question_nor_an_article_is_refused(what: str) -> None:
    with pytest.raises(BadFacts, match="what"):
        explain(what, as_of=DAY)
