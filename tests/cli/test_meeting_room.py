"""``coretech meeting`` in the room: each act by command, and the board as it then stands."""

import pytest

from tests.cli.conftest import Run
from tests.factories.room_factories import Room, open_room

CHAIR = ("--as", "member-01")


@pytest.fixture
def room(run: Run, called: Room) -> Room:  # noqa: ARG001 - the stage must stand first
    """An open meeting with two items."""
    return open_room(called)


def test_a_meeting_is_run_by_commands(run: Run, room: Room) -> None:
    meeting = str(room.meeting.pk)
    assert run("meeting", "take-up", str(room.first.pk), *CHAIR).status == 0
    assert run("meeting", "speak", meeting, "--as", "member-02").status == 0
    assert run("meeting", "speak", meeting, "--seat", "3", "--as", "office").status == 0
    first, second = run("meeting", "board", meeting, *CHAIR, "--json").data["speeches"]
    assert (first["seat"], second["seat"]) == (2, 3)
    assert run("meeting", "floor", meeting, str(first["id"]), *CHAIR).status == 0
    assert run("meeting", "end-speech", meeting, str(second["id"]), "--as", "office").status == 0
    assert run("meeting", "suspend", meeting, *CHAIR).status == 0
    assert run("meeting", "suspend", meeting, *CHAIR).status == 1
    assert run("meeting", "resume", meeting, *CHAIR).status == 0

    board = run("meeting", "board", meeting, *CHAIR)

    assert "quorum yes" in board.out
    assert "seat 2   speaking" in board.out or "seat 2  speaking" in board.out


def test_naming_a_chair_takes_one_seat_and_a_reason(run: Run, room: Room) -> None:
    meeting = str(room.meeting.pk)

    assert run("meeting", "chair", meeting, "2", *CHAIR).err == "Say why somebody else presides.\n"
    assert run("meeting", "chair", meeting, "2-3", "--why", "abroad", *CHAIR).err == "Name one seat.\n"
    assert run("meeting", "chair", meeting, "2", "--why", "abroad", *CHAIR).status == 0
    assert run("meeting", "board", meeting, *CHAIR, "--json").data["chair"] == 2
