"""Before a meeting, through the API: notice, agenda, answers, stand-ins, observers, agreements."""

from collections.abc import Callable
from typing import Any

import pytest

from coretech.apps.meetings.models import Meeting
from tests import factories
from tests.api.caller import Caller, problem_of

Call = Callable[[str], Caller]
CALL = {"held_on": "2025-06-20", "place": "Room 1", "begins_at": "09:30", "minutes": 90}


@pytest.fixture
def meeting(public: Caller) -> Meeting:  # noqa: ARG001 - the stage must stand first
    return factories.called_meeting()


def seat(number: int) -> int:
    return factories.seats()[number - 1].pk


def test_a_meeting_is_called_for_an_hour_and_shows_it(caller: Call) -> None:
    office = caller("office")

    shown = office.read(office.done("/meetings", CALL))

    assert (shown["begins_at"], shown["minutes"], shown["notice"]) == ("09:30", 90, 1)


@pytest.mark.parametrize(
    "change",
    [{"begins_at": "25:00"}, {"begins_at": "9:30"}, {"minutes": 5}, {"place": "x" * 121}, {"body": 0}],
)
def test_a_notice_that_cannot_be_sent_is_a_problem(caller: Call, change: dict[str, object]) -> None:
    problem_of(caller("office").post("/meetings", CALL | change), 422)


def test_a_notice_is_changed_and_cancelled(caller: Call, meeting: Meeting) -> None:
    office, at = caller("office"), f"/meetings/{meeting.pk}"

    assert office.read(office.done(f"{at}/notice", CALL, "PUT"))["held_on"] == "2025-06-20"
    problem_of(office.send("PUT", f"{at}/notice", CALL), 422)
    assert office.read(office.done(f"{at}/cancellation", {"why": "a typhoon"}))["state"] == "cancelled"

    problem_of(caller("member-02").post(f"{at}/cancellation", {"why": "x"}), 403)
    problem_of(caller("agency-moea").post(f"{at}/cancellation", {"why": "x"}), 404)


def test_an_agenda_is_filled_and_ordered(caller: Call, meeting: Meeting) -> None:
    office, at = caller("office"), f"/meetings/{meeting.pk}"
    for title in ("甲", "乙"):
        office.done(f"{at}/items", {"kind": "report", "title_zh": title})
    first, second = meeting.items.values_list("pk", flat=True)

    office.done(f"{at}/agenda", {"items": [second, first]}, "PUT")

    assert [item["name"]["zh"] for item in office.read(at)["items"]] == ["乙", "甲"]
    problem_of(office.send("PUT", f"{at}/agenda", {"items": [first]}), 422)
    problem_of(office.post(f"{at}/items", {"kind": "case", "title_zh": "丙"}), 422)


def test_members_answer_and_the_secretariat_reads_it(caller: Call, meeting: Meeting) -> None:
    at = f"/meetings/{meeting.pk}"
    caller("member-02").done(f"{at}/reply", {"answer": "leave", "cause": "abroad"})

    replies = caller("office").read(f"{at}/replies")

    assert replies["counts"] == {"accepted": 0, "stand_in": 0, "leave": 1, "silent": 24}
    assert replies["seats"][1]["cause"] == "abroad"
    problem_of(caller("member-03").get(f"{at}/replies"), 403)
    problem_of(caller("member-03").post(f"{at}/reply", {"answer": "leave"}), 422)


def test_an_agency_finds_its_seat_sends_somebody_and_takes_it_back(caller: Call, meeting: Meeting) -> None:
    agency = caller("agency-moea")
    (place,) = agency.read("/designations")
    candidate = place["candidates"][0]
    assert (place["meeting"], place["seat"]) == (meeting.pk, 2)

    sent = {"appointment": place["appointment"], "on": place["on"], "person": candidate["person"]["id"]}
    agency.done("/designations", sent | {"cause": "abroad"})
    assert agency.read("/designations")[0]["stand_in"]["id"] == candidate["person"]["id"]
    agency.done("/designations", {"appointment": place["appointment"], "on": place["on"]})
    assert agency.read("/designations")[0]["stand_in"] is None

    expert = {"appointment": seat(16), "on": place["on"], "person": candidate["person"]["id"], "cause": "x"}
    problem = problem_of(agency.post("/designations", expert), 409)
    assert problem["ruling"]["question"] == "stand_in.admission"
    problem_of(caller("office").get("/designations"), 403)


def test_an_observer_is_invited_admitted_and_struck_off(caller: Call, meeting: Meeting) -> None:
    office, at = caller("office"), f"/meetings/{meeting.pk}/observers"
    office.done(at, {"name": "林專家", "organisation": "協會", "why": "說明"})
    observer: Any = office.read(at)[0]
    assert problem_of(office.send("PUT", f"{at}/presence", {"present": [observer["id"]]}), 409)["ruling"]

    office.done(f"{at}/{observer['id']}/agreement", {"signed_on": "2025-06-02"}, "PUT")
    office.done(f"{at}/presence", {"present": [observer["id"]]}, "PUT")
    assert office.read(at)[0]["present"]
    office.done(f"{at}/presence", {"present": []}, "PUT")
    office.done(f"{at}/{observer['id']}/withdrawal")

    assert office.read(at) == []
    problem_of(office.post(f"{at}/{observer['id']}/withdrawal"), 404)
    problem_of(caller("member-02").get(at), 403)


def test_the_agreement_is_published_signed_and_withdrawn(caller: Call, meeting: Meeting) -> None:
    del meeting
    office, member = caller("office"), caller("member-02")
    office.done(
        "/agreements/texts", {"zh": "新版。", "en": "New.", "why": "x", "supersedes_on": "2025-06-02"}
    )

    standings = {line["name"]["zh"]: line["standing"] for line in office.read("/agreements/signatures")}
    assert standings["委員02（示範）"] == "superseded"
    assert member.read("/agreements/texts/2")["text"]["en"] == "New."
    member.done("/agreements", {"signed_name": "委員02（示範）"})
    assert [each["version"] for each in member.read("/agreements")] == [2, 1]
    member.done("/agreements/withdrawal", {"why": ""})
    assert all(each["withdrawn_at"] for each in member.read("/agreements"))
    problem_of(member.post("/agreements/withdrawal", {}), 409)
    problem_of(member.get("/agreements/signatures"), 403)
    problem_of(member.post("/agreements/texts", {"zh": "x", "en": "x", "why": "x"}), 403)
