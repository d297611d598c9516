"""Deadlines and the calendar by the API."""

from collections.abc import Callable
from urllib.parse import urlsplit

from django.test import Client

from coretech.apps.duties.queries import View, deadlines
from tests import factories
from tests.api.caller import Caller, problem_of

Callers = Callable[[str], Caller]


def test_deadlines_are_those_of_the_pages(caller: Callers) -> None:
    answer = caller("agency-nstc").get("/duties?view=agency").json()

    expected = deadlines(factories.acting("agency-nstc"), View.AGENCY)
    assert [each["key"] for each in answer] == [each.key for each in expected]
    review = next(each for each in answer if each["what"] == "yearly-review")
    assert review["title"]["en"] == (
        "Items not reviewed this year: National Science and Technology Council, 8 items"
    )
    assert (review["due_on"], review["status"], review["articles"]) == ("2025-12-31", "coming", ["10.1"])
    assert (review["agency"], review["topic"], review["page"]) == ("nstc", "reviews", "/reviews/")


def test_a_choice_narrows_and_a_wrong_word_is_refused(caller: Callers) -> None:
    office = caller("office")

    assert {each["topic"] for each in office.get("/duties?view=office&topic=reviews").json()} == {"reviews"}
    assert {each["status"] for each in office.get("/duties?view=office&status=no-day").json()} == {"no-day"}
    problem_of(office.get("/duties?topic=weather"), 422)
    problem_of(office.get("/duties?colour=red"), 422)
    problem_of(caller("member-02").get("/duties?view=office"), 403)


def test_a_calendar_is_made_once_a_key_and_ended(caller: Callers) -> None:
    officer = caller("agency-nstc").with_headers(Idempotency_Key="first")
    made = officer.send("POST", "/duties/calendar")
    again = officer.send("POST", "/duties/calendar")

    assert (made.status_code, again.status_code) == (201, 200)
    assert again.json()["address"] is None
    where = urlsplit(made.json()["address"]).path
    assert Client().get(where).status_code == 200
    assert caller("agency-nstc").send("POST", "/duties/calendar/end").status_code == 201
    assert Client().get(where).status_code == 404
    problem_of(caller("agency-nstc").send("POST", "/duties/calendar/end"), 409)
