"""Minutes and statistics through the API: the whole way, and what each reader gets."""

import hashlib
import json
from collections.abc import Callable

import pytest

from coretech.apps.bodies.models import Body
from coretech.apps.meetings.models import Meeting, Minutes
from tests.api.caller import Caller, problem_of
from tests.factories import minutes_factories

Call = Callable[[str], Caller]


def place(minutes: Minutes, step: str = "") -> str:
    return f"/meetings/{minutes.meeting_id}/minutes{step}"


def test_minutes_go_from_draft_to_correction(caller: Call, over: Meeting) -> None:
    office, chair, member = caller("office"), caller("member-01"), caller("member-02")
    where = office.done(f"/meetings/{over.pk}/minutes")
    words = {"items": [{"order": 2, "discussion": "一個摘要", "wording": "通過。"}], "seen": 1}
    office.done(f"{where}/words", words, "PUT")
    chair.done(f"{where}/signature", {"signed_name": "召集人（示範）"})
    office.done(f"{where}/signature", {"signed_name": "辦公室承辦人（示範）"})
    office.done(f"{where}/circulation", {"reply_until": "2025-06-09", "seen": 2})
    member.done(f"{where}/replies", {"agrees": False, "note": "漏記發言"})
    problem_of(office.post(f"{where}/confirmation", {}), 409)
    problem_of(office.post(f"{where}/correction", {"why": "誤植", "opening": "致詞"}), 409)

    shown = office.read(where)

    assert (shown["state"], shown["version"]["number"]) == ("circulating", 2)
    assert [each["role"] for each in shown["version"]["signatures"]] == ["chair", "recorder"]
    assert shown["version"]["content"]["items"][1]["discussion"] == "一個摘要"
    assert shown["closed"]["words"] is None
    assert shown["closed"]["correction"]["status"] == 409


def test_a_stranger_checks_a_signed_version_by_its_json(caller: Call, over: Meeting) -> None:
    minutes = minutes_factories.signed(over)
    version = caller("member-05").read(place(minutes, "/versions/2"))

    canonical = json.dumps(version["content"], ensure_ascii=False, sort_keys=True, separators=(",", ":"))

    assert version["withheld"] == []
    assert hashlib.sha256(canonical.encode()).hexdigest() == version["digest"]


def test_a_recused_reader_gets_none_of_the_item(caller: Call, over: Meeting) -> None:
    minutes = minutes_factories.signed(over)
    recused = caller(minutes_factories.RECUSED)

    for path in (place(minutes), place(minutes, "/versions/2")):
        text = recused.get(path).content.decode()
        assert minutes_factories.DISCUSSION not in text
        assert "2025-0001" not in text
    assert recused.read(place(minutes))["version"]["withheld"] == [2]


def test_the_versions_and_their_files_are_there(caller: Call, over: Meeting) -> None:
    minutes = minutes_factories.worded(over)
    office = caller("office")

    assert [each["number"] for each in office.read(place(minutes, "/versions"))] == [1, 2]
    assert office.get(place(minutes, "/versions/2/odt")).content.startswith(b"PK")
    assert office.get(place(minutes, "/versions/2/pdf")).content.startswith(b"%PDF")
    problem_of(office.get(place(minutes, "/versions/2/doc")), 422)
    problem_of(office.get(place(minutes, "/versions/9")), 404)


def test_an_outdated_edit_and_a_doubled_item_are_refused(caller: Call, over: Meeting) -> None:
    minutes = minutes_factories.worded(over)
    item = {"order": 2, "discussion": "a", "wording": "b"}

    problem_of(caller("office").send("PUT", place(minutes, "/words"), {"opening": "x", "seen": 1}), 409)
    problem_of(caller("office").send("PUT", place(minutes, "/words"), {"items": [item, item]}), 422)


@pytest.mark.parametrize("username", ["agency-nstc", "announcer"])
def test_nobody_else_learns_of_minutes(caller: Call, username: str, over: Meeting) -> None:
    minutes = minutes_factories.drafted(over)

    problem_of(caller(username).get(place(minutes)), 404)
    problem_of(caller(username).get(f"/bodies/{minutes.meeting.body_id}/statistics"), 403)


@pytest.mark.usefixtures("over")
def test_the_statistics_of_a_body_between_two_days(caller: Call) -> None:
    council = Body.objects.get(kind=Body.Kind.COUNCIL).pk

    shown = caller("office").read(f"/bodies/{council}/statistics?from=2025-01-01&to=2025-12-31")

    assert (shown["held"], shown["minutes_in_session"], shown["recusals"]) == (1, 95, {"relative": 1})
    assert {"outcome": "approved", "method": "named", "count": 1} in shown["decisions"]
    problem_of(caller("office").get(f"/bodies/{council}/statistics?from=2025-12-31&to=2025-01-01"), 422)
