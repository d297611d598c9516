"""Bodies by the API: the board on any day, appointments and what becomes of them."""

from collections.abc import Callable

import pytest

from coretech.apps.bodies.models import Body
from tests.api.caller import Caller, json_of, problem_of
from tests.factories import bodies_factories as bodies

Call = Callable[[str], Caller]


@pytest.fixture
def office(caller: Call) -> Caller:
    return caller("office")


def council() -> str:
    return f"/bodies/{bodies.council().pk}"


def test_the_list_holds_the_bodies_of_the_account(caller: Call) -> None:
    assert [body["kind"] for body in caller("office").read("/bodies")] == ["council", "office"]
    assert [body["kind"] for body in caller("agency-nstc").read("/bodies")] == ["council", "office", "panel"]


def test_the_board_of_a_day_names_the_holders_and_the_law_s_word(office: Caller) -> None:
    board = office.read(f"{council()}?on=2025-06-02")

    assert len(board["seats"]) == 25
    assert board["seats"][0]["holder"]["name"]["zh"] == "召集人（示範）"
    assert board["seats"][0]["until"] == "2027-03-02"
    assert [ruling["question"] for ruling in board["rulings"]] == [
        "council.composition",
        "council.capacity",
        "duty.annual_meeting",
    ]
    assert office.read(f"{council()}?on=2021-01-01")["seats"][0]["agency"]["zh"] == "科技部"


def test_what_falls_due_comes_with_its_ruling(office: Caller) -> None:
    due = office.read(f"{council()}?on=2027-03-01")["due"]

    assert [each["what"] for each in due].count("term_ends") == 25
    assert due[-1]["ruling"]["question"] == "council.composition"


def test_a_panel_and_a_body_that_is_not_there_are_closed(caller: Call, office: Caller) -> None:
    panel = Body.objects.get(kind="panel", agency__code="moea")

    problem_of(office.get(f"/bodies/{panel.pk}"), 403)
    problem_of(caller("agency-nstc").get(f"/bodies/{panel.pk}/record"), 403)
    problem_of(office.get("/bodies/999999"), 404)
    problem_of(office.get(f"{council()}?on=2025-02-30"), 422)


def test_an_appointment_lives_from_seat_to_fill(office: Caller) -> None:
    office.done(f"{council()}/seats", {"category": 4})
    where = office.done(f"{council()}/seats/26/appointments", {"name_zh": "林一", "start": "2025-06-02"})
    assert where == council()
    made = office.read(where)["seats"][25]
    assert (made["holder"]["name"]["zh"], made["until"]) == ("林一", "2027-06-01")

    appointment = f"/appointments/{made['appointment']}"
    office.done(f"{appointment}/ending", {"left_on": "2025-06-02", "why": "resigned"})
    office.done(f"{appointment}/fill", {"name_zh": "陳二", "start": "2025-06-03"})

    row = office.read(f"{council()}/record")[-1]
    assert (row["name_zh"], row["end"], row["fills"]) == ("陳二", "2027-06-01", "2025-06-02")


def test_a_second_renewal_is_refused_with_the_ruling(office: Caller) -> None:
    office.done(f"/appointments/{bodies.held(20).pk}/renewal", {})

    problem = problem_of(office.post(f"/appointments/{bodies.held(20).pk}/renewal", {}), 409)

    assert problem["ruling"]["question"] == "term.renewal"
    assert "lifetime-cap" in problem["ruling"]["readings"]


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"person": 999999, "start": "2025-06-02"}, "person"),
        ({"person": 1, "name_zh": "林一", "start": "2025-06-02"}, "person"),
        ({"start": "2025-06-02"}, "name_zh"),
        ({"name_zh": "林一", "start": "2025-06-02", "end": "2025-06-01"}, "end"),
        ({"name_zh": "林一", "start": "2025-06-02", "convenes_as": "head"}, "convenes_as"),
        ({"name_zh": "林一", "start": "9999-06-02"}, "start"),
    ],
)
def test_bad_input_names_its_field(office: Caller, given: dict[str, object], field: str) -> None:
    bodies.new_seat()

    response = office.post(f"{council()}/seats/26/appointments", given)

    assert response.status_code == 422
    assert field in str(json_of(response))


def test_nobody_else_writes(caller: Call) -> None:
    member = caller("member-03")

    problem_of(member.post(f"{council()}/seats", {"category": 4}), 403)
    problem_of(
        member.post(f"/appointments/{bodies.held(20).pk}/ending", {"left_on": "2025-06-02", "why": "died"}),
        403,
    )
    problem_of(caller("office").post("/appointments/999999/renewal", {}), 404)
    problem_of(caller("office").post(f"{council()}/seats/99/appointments", {"start": "2025-06-02"}), 404)
