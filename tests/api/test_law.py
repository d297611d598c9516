"""Asking the law by the API: the same rulings as everywhere, on facts that anybody gives."""

import pytest

from coretech.law import ask, questions
from tests import factories
from tests.api.caller import Caller, json_of, problem_of

QUORUM = {"members_in_office": 25, "present": 13}


def test_the_ruling_is_the_law_s_own(public: Caller) -> None:
    response = public.post("/law/meeting.quorum", QUORUM)

    assert response.status_code == 200
    assert json_of(response) == ask("meeting.quorum", QUORUM, as_of=factories.DAY).as_dict()


def test_another_day_s_law_can_be_asked(public: Caller) -> None:
    response = public.post("/law/meeting.quorum?as_of=2024-01-01", QUORUM)

    assert json_of(response)["as_of"] == "2024-01-01"


def test_every_question_is_listed_with_its_facts(public: Caller) -> None:
    listed = public.read("/law/questions")

    assert [each["question"] for each in listed] == [entry.question.id for entry in questions()]
    assert all(each["facts"] for each in listed)


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({}, "members_in_office"),
        (QUORUM | {"present": "13"}, "present"),
        (QUORUM | {"present": 26}, "present"),
        (QUORUM | {"more": 1}, "more"),
        (QUORUM | {"question": 1}, "question"),
    ],
)
def test_facts_that_do_not_fit_are_named(public: Caller, facts: dict[str, object], field: str) -> None:
    assert problem_of(public.post("/law/meeting.quorum", facts), 422)["field"] == field


def test_a_question_nobody_asks_is_not_found(public: Caller) -> None:
    problem_of(public.post("/law/meeting.weather", QUORUM), 404)
