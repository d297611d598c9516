"""Articles and questions explained by the API, as the command explains them."""

import pytest

from coretech.law import questions
from coretech.law.explain import explain
from coretech.law.provisions import provisions
from tests import factories
from tests.api.caller import Caller, problem_of

NUMBERS = sorted({provision.number for provision in provisions()})


@pytest.mark.parametrize("number", [*NUMBERS, "5", "7"])
def test_an_article_is_explained_in_the_law_s_own_words(public: Caller, number: str) -> None:
    explained = public.read(f"/law/articles/{number.replace(' ', '%20')}")

    assert explained == explain(number, as_of=factories.DAY).as_dict()
    assert explained["provisions"]


def test_every_question_is_explained_with_its_readings_and_figures(public: Caller) -> None:
    for described in questions():
        name = described.question.id
        assert public.read(f"/law/questions/{name}") == explain(name, as_of=factories.DAY).as_dict()


def test_the_figures_of_another_day_can_be_asked_for(public: Caller) -> None:
    assert public.read("/law/articles/3.1?as_of=2024-01-01")["as_of"] == "2024-01-01"


@pytest.mark.parametrize(
    "address", ["/articles/15", "/articles/5.9", "/articles/NSA%204", "/questions/meeting.weather"]
)
def test_what_the_law_does_not_have_is_not_found(public: Caller, address: str) -> None:
    problem_of(public.get(f"/law{address}"), 404)


@pytest.mark.parametrize(
    ("address", "field"),
    [
        ("/articles/meeting.quorum", "number"),
        ("/articles/5.3.1", "number"),
        ("/articles/５", "number"),
        ("/questions/5.3", "question"),
        ("/articles/5.3?as_of=2025-02-29", "as_of"),
    ],
)
def test_an_address_of_another_form_is_named(public: Caller, address: str, field: str) -> None:
    assert problem_of(public.get(f"/law{address}"), 422)["field"] == field
