"""Rounds by the API: the board, and one from its keeper to the Office's word."""

from collections.abc import Callable

import pytest

from tests.api.caller import Caller, problem_of
from tests.factories import inventory_factories as inventory

Call = Callable[[str], Caller]
OPENING = {"agency": "nstc", "due_on": "2025-09-30", "scope": inventory.SCOPE}
REVIEW = {"held_on": "2025-06-02", "present": 9, "in_favour": 8, "opinion": "同意"}


def test_a_nil_round_goes_its_way(caller: Call) -> None:
    officer, office = caller("agency-nstc"), caller("office")
    kept = {"agency": "nstc", "kind": "unit", "since": "2025-06-02", "name": "科技處"}
    assert officer.done("/keepers", kept) == "/rounds"
    where = officer.done("/rounds", OPENING)
    officer.done(f"{where}/review", REVIEW)
    problem_of(officer.post(f"{where}/report", {}), 422)
    officer.done(f"{where}/report", {"note": inventory.NOTE})
    office.done(f"{where}/acknowledgement", {})

    made = officer.read(where)
    assert (made["state"], made["nil"], made["lock"]) == ("reported", True, 4)
    assert made["ruling"]["level"] == {"9.1": "explanation"}
    assert made["reviews"][0]["opinion"] == "同意"
    (line,) = officer.read("/rounds")["agencies"]
    assert (line["marks"], line["keeper"]["name"]) == (["done"], "科技處")
    assert set(line["duties"].values()) == {"met"}


def test_the_office_reads_every_agency_and_any_year(caller: Call) -> None:
    inventory.opened()

    assert len(caller("office").read("/rounds")["agencies"]) == inventory.BOUND
    past = caller("office").read("/rounds?year=2024")
    assert {tuple(line["marks"][:1]) for line in past["agencies"]} == {("missed",)}
    problem_of(caller("office").get("/rounds?year=x"), 422)


def test_a_write_on_an_old_version_is_refused(caller: Call) -> None:
    made = inventory.opened()
    officer = caller("agency-nstc")

    problem_of(officer.post(f"/rounds/{made.pk}/review", REVIEW | {"seen": 0}), 409)
    problem_of(officer.with_headers(If_Match='"0"').post(f"/rounds/{made.pk}/review", REVIEW), 412)
    officer.done(f"/rounds/{made.pk}/review", REVIEW | {"seen": made.lock})


@pytest.mark.parametrize(("username", "status"), [("agency-moea", 404), ("member-02", 403)])
def test_a_round_is_its_agency_s_and_the_office_s(caller: Call, username: str, status: int) -> None:
    made = inventory.opened()
    other = caller(username)

    problem_of(other.get(f"/rounds/{made.pk}"), status)
    problem_of(other.post(f"/rounds/{made.pk}/report", {"note": "x"}), status)
    problem_of(other.post("/rounds", OPENING), status)
    problem_of(caller("agency-nstc").get("/rounds/999999"), 404)


def test_bad_input_names_its_field(caller: Call) -> None:
    officer = caller("agency-nstc")

    problem_of(officer.post("/rounds", OPENING | {"due_on": "2026-01-01"}), 422)
    problem_of(
        officer.post("/keepers", {"agency": "nstc", "kind": "unit", "since": "2025-06-02", "name": ""}), 422
    )
