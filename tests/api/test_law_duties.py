"""A year's duties by the API, as the command tells them."""

import datetime as dt

import pytest

from coretech.api.law_duties import MOST_ENTRIES
from coretech.law.duties import duties_of
from tests import factories
from tests.api.caller import Caller, json_of, problem_of

BOOKS: dict[str, object] = {
    "council": {"members_in_office": 25, "convener_post": "minister", "directors": 1},
    "bodies": [{"id": "nstc", "kind": "funding_agency", "dedicated_unit": True}],
    "meetings": [{"body": "council", "on": "2025-03-03"}],
    "inventories": [{"body": "nstc", "year": 2025, "candidates": 2}],
    "items": [{"id": "12", "authority": "nstc", "in_force_since": "2023-12-05"}],
}


def test_the_duties_are_the_law_s_own(public: Caller) -> None:
    response = public.post("/law/duties", BOOKS)

    assert response.status_code == 200
    assert json_of(response) == [duty.as_dict() for duty in duties_of(BOOKS, today=factories.DAY)]
    stand = {(duty["for"], duty["duty"]): duty["status"] for duty in json_of(response)}
    assert stand["council", "council-meeting"] == "met"
    assert stand["nstc", "panel-meeting"] == "due"


def test_a_past_year_is_told_from_today(public: Caller) -> None:
    told = json_of(public.post("/law/duties?year=2024", BOOKS))

    assert told == [duty.as_dict() for duty in duties_of(BOOKS, today=factories.DAY, year=2024)]
    assert {duty["status"] for duty in told if duty["due_on"]} == {"missed"}


def test_another_day_can_be_looked_at(public: Caller) -> None:
    told = json_of(public.post("/law/duties?as_of=2026-01-01&year=2025", BOOKS))

    assert told == [duty.as_dict() for duty in duties_of(BOOKS, today=dt.date(2026, 1, 1), year=2025)]


def test_what_is_not_known_is_not_judged(public: Caller) -> None:
    assert [duty["duty"] for duty in json_of(public.post("/law/duties", {}))] == ["council-meeting"]


@pytest.mark.parametrize(
    ("more", "field"),
    [
        ({"bodies": [{"id": "nstc", "kind": "ministry"}]}, "bodies[1].kind"),
        ({"meetings": [{"body": "moda", "on": "2025-01-01"}]}, "meetings[1].body"),
        ({"items": "none"}, "items"),
        ({"people": []}, "people"),
        ({"meetings": [{"body": "council", "on": "2025-01-01"}] * (MOST_ENTRIES + 1)}, "meetings"),
    ],
)
def test_facts_that_do_not_fit_are_named(public: Caller, more: dict[str, object], field: str) -> None:
    assert problem_of(public.post("/law/duties", BOOKS | more), 422)["field"] == field


@pytest.mark.parametrize("year", ["0", "10000", "-1", "1e3", "２０２５", ""])
def test_a_year_the_calendar_does_not_have_is_named(public: Caller, year: str) -> None:
    assert problem_of(public.post(f"/law/duties?year={year}", BOOKS), 422)["field"] == "year"


@pytest.mark.parametrize("year", [1, 9999])
def test_the_first_and_the_last_year_of_the_calendar_are_years(public: Caller, year: int) -> None:
    assert public.post(f"/law/duties?year={year}", BOOKS).status_code == 200
