"""``coretech meeting``: seats as people write them, and what a sheet refuses."""

import pytest

from coretech.apps.meetings.models import Attendance
from tests import factories
from tests.cli.conftest import Run

OFFICE = ("--as", "office")


@pytest.fixture
def meeting(run: Run) -> str:  # noqa: ARG001 - the stage must stand first
    return str(factories.called_meeting().pk)


def test_seats_are_shared_out_by_ranges_and_the_rest(run: Run, meeting: str) -> None:
    run("meeting", "attend", meeting, "--present", "1-3, 5", "--leave", "4", "--absent", "rest", *OFFICE)

    marks = dict(Attendance.objects.values_list("appointment__seat__number", "status"))
    assert [number for number, status in sorted(marks.items()) if status == "present"] == [1, 2, 3, 5]
    assert (marks[4], list(marks.values()).count("absent")) == ("leave", 20)


@pytest.mark.parametrize(
    ("seats", "sentence"),
    [
        ("1-", "names no seats"),
        ("5-2", "names no seats"),
        ("one", "names no seats"),
        ("26", "Nobody holds seat 26"),
        ("1,4", "Seat 4 is listed twice"),
    ],
)
def test_seats_that_are_none_are_refused_in_a_sentence(
    run: Run, meeting: str, seats: str, sentence: str
) -> None:
    ran = run("meeting", "attend", meeting, "--present", seats, "--leave", "4", *OFFICE)

    assert ran.status == 2
    assert sentence in ran.err
    assert not Attendance.objects.exists()


def test_a_member_without_an_agreement_is_not_let_in(run: Run, meeting: str) -> None:
    ran = run("meeting", "attend", meeting, "--present", "all", *OFFICE)

    assert ran.status == 1
    assert ran.err.startswith("Seat 7: ")
    assert ran.err.endswith("(art. 11)\n")
    assert not Attendance.objects.exists()


def test_after_signing_the_member_is_let_in(run: Run, meeting: str) -> None:
    assert run("agreement", "sign", "--name", "Somebody else", "--as", "member-07").status == 2
    assert run("agreement", "sign", "--name", "委員07（示範）", "--as", "member-07").status == 0

    assert run("meeting", "attend", meeting, "--present", "all", *OFFICE).status == 0


def test_a_stand_in_is_written_as_seat_person_and_cause(run: Run, meeting: str) -> None:
    officer = factories.acting("agency-moea").person_id

    good = run("meeting", "attend", meeting, "--stand-in", f"2:{officer}:abroad", *OFFICE)
    bad = run("meeting", "attend", meeting, "--stand-in", "3:someone", *OFFICE)

    assert (good.status, good.err) == (0, "")
    assert Attendance.objects.get().cause == "abroad"
    assert (bad.status, "SEAT:PERSON:CAUSE" in bad.err) == (2, True)


def test_only_whoever_keeps_the_sheet_sees_the_seats(run: Run, meeting: str) -> None:
    assert len(run("meeting", "show", meeting, *OFFICE, "--json").data["seats"]) == 25
    assert run("meeting", "show", meeting, "--as", "member-02", "--json").data["seats"] == []
    assert run("meeting", "show", meeting).status == 2


def test_a_meeting_in_the_past_is_bad_input(run: Run) -> None:
    ran = run("meeting", "call", "--held-on", "2024-01-01", "--place", "Room 1", *OFFICE)

    assert (ran.status, ran.err) == (2, "The meeting cannot lie in the past.\n")
