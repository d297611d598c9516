"""``coretech meeting`` before a meeting, and ``coretech agreement``."""

from pathlib import Path

import pytest

from coretech.apps.meetings.models import Meeting, Observer
from tests import factories
from tests.calendar_entry import entry_of
from tests.cli.conftest import Run

OFFICE = ("--as", "office")


@pytest.fixture
def meeting(run: Run) -> str:  # noqa: ARG001 - the stage must stand first
    return str(factories.called_meeting().pk)


def test_a_meeting_is_called_for_an_hour_moved_and_cancelled(run: Run) -> None:
    called = run(
        *("meeting", "call", "--held-on", "114.6.20", "--place", "Room 1", "--begins-at", "09:30"),
        *("--minutes", "90", *OFFICE, "--json"),
    )
    moved = run("meeting", "change", called.number, "--place", "Room 2", *OFFICE)
    cancelled = run("meeting", "cancel", called.number, "--why", "a typhoon", *OFFICE)

    found = Meeting.objects.get()
    assert (called.status, moved.status, cancelled.status) == (0, 0, 0)
    assert (f"{found.begins_at:%H:%M}", found.minutes_planned, found.place) == ("09:30", 90, "Room 2")
    assert (found.state, found.notice) == ("cancelled", 3)


def test_what_cannot_be_read_as_an_hour_is_said(run: Run, meeting: str) -> None:
    ran = run("meeting", "change", meeting, "--begins-at", "noon", *OFFICE)

    assert (ran.status, "no time of day" in ran.err) == (2, True)
    assert run("meeting", "change", meeting, *OFFICE).status == 2, "nothing would change"


def test_the_calendar_is_printed_as_a_file(run: Run, meeting: str) -> None:
    ran = run("meeting", "calendar", meeting, "--as", "member-02", "--json")

    assert entry_of(ran.data["calendar"]).uid.startswith(f"meeting-{meeting}@")
    assert "BEGIN:VCALENDAR" in run("meeting", "calendar", meeting, "--as", "member-02").out
    assert run("meeting", "calendar", meeting).status == 2


def test_an_agenda_is_listed_and_ordered(run: Run, meeting: str) -> None:
    items = [
        run("meeting", "list-item", meeting, "--kind", "report", "--title", title, *OFFICE, "--json").number
        for title in ("甲", "乙")
    ]

    assert run("meeting", "order", meeting, *reversed(items), *OFFICE).status == 0

    shown = run("meeting", "show", meeting, *OFFICE, "--json").data["items"]
    assert [item["name"]["zh"] for item in shown] == ["乙", "甲"]


def test_members_answer_and_an_agency_sends_somebody(run: Run, meeting: str) -> None:
    officer = str(factories.acting("agency-moea").person_id)
    seat = str(factories.seats()[1].pk)
    run("meeting", "reply", meeting, "--as", "member-03")
    run("meeting", "reply", meeting, "--leave", "abroad", "--as", "member-20")
    sent = run(
        *("meeting", "designate", seat, "--on", "2025-06-02", "--person", officer, "--cause", "abroad"),
        *("--as", "agency-moea"),
    )

    counts = run("meeting", "replies", meeting, *OFFICE, "--json").data["counts"]

    assert sent.status == 0
    assert counts == {"accepted": 1, "stand_in": 1, "leave": 1, "silent": 22}
    assert "stand_in" in run("meeting", "replies", meeting, *OFFICE).out
    assert run("meeting", "replies", meeting, "--as", "member-02").status == 1
    back = run("meeting", "designate", seat, "--on", "2025-06-02", "--as", "agency-moea")
    assert back.status == 0


def test_an_observer_is_invited_signed_for_and_marked(run: Run, meeting: str) -> None:
    run("meeting", "invite", meeting, "--name", "Lin", "--organisation", "Union", "--why", "figures", *OFFICE)
    observer = str(Observer.objects.get().pk)
    refused = run("meeting", "observers-present", meeting, observer, *OFFICE)
    run("meeting", "observer-signed", observer, "--signed-on", "2025-06-02", *OFFICE)
    marked = run("meeting", "observers-present", meeting, observer, *OFFICE)

    assert (refused.status, marked.status) == (1, 0)
    assert run("meeting", "observers", meeting, *OFFICE, "--json").data[0]["present"] is True
    assert run("meeting", "observers", meeting, *OFFICE).out.startswith(observer)
    assert run("meeting", "observers-present", meeting, *OFFICE).status == 0
    assert run("meeting", "uninvite", observer, *OFFICE).status == 0
    assert not Observer.objects.exists()


def test_an_agreement_is_published_from_files_signed_and_withdrawn(run: Run, tmp_path: Path) -> None:
    texts = {}
    for name, words in (("zh", "新版。"), ("en", "New.")):
        texts[name] = tmp_path / f"{name}.txt"
        texts[name].write_text(words, encoding="utf-8")
    files = ("--zh", str(texts["zh"]), "--en", str(texts["en"]), "--why", "shorter")

    assert run("agreement", "publish", *files, "--as", "member-02").status == 1
    assert run("agreement", "publish", *files, "--supersedes-on", "2025-06-02", *OFFICE).status == 0
    assert run("agreement", "show").out == "New.\n"
    assert "keep no copies" in run("agreement", "show", "--version", "1").out
    standings = {
        line["name"]["zh"]: line["standing"]
        for line in run("agreement", "signatures", *OFFICE, "--json").data
    }
    assert standings["委員02（示範）"] == "superseded"
    assert run("agreement", "sign", "--name", "委員02（示範）", "--as", "member-02").status == 0
    assert run("agreement", "withdraw", "--as", "member-02").status == 0
    assert [each["withdrawn"] for each in run("agreement", "mine", "--as", "member-02", "--json").data] == [
        True,
        True,
    ]
