"""The room over the API: the board, the break, the chair, the item in hand, the speaking list."""

from collections.abc import Callable

import pytest

from tests import factories
from tests.api.caller import Caller, problem_of
from tests.factories.room_factories import Room, open_room, recuse

Named = Callable[[str], Caller]


@pytest.fixture
def room(caller: Named, called: Room) -> Room:  # noqa: ARG001 - the stage and its day must stand first
    """An open meeting with two items."""
    return open_room(called)


def base(room: Room) -> str:
    return f"/meetings/{room.meeting.pk}"


def test_a_meeting_is_run_from_taking_up_an_item_to_its_break(caller: Named, room: Room) -> None:
    chair, member = caller("member-01"), caller("member-02")
    chair.done(f"{base(room)}/current", {"item": room.first.pk})
    member.done(f"{base(room)}/speeches", {})
    (waiting,) = chair.read(f"{base(room)}/board")["waiting"]
    chair.done(f"{base(room)}/speeches/{waiting['id']}/floor")

    board = member.read(f"{base(room)}/board")

    assert (board["state"], board["current"], board["waiting"]) == ("open", room.first.pk, [])
    assert board["floor"]["appointment"] == room.seat(2).pk
    assert [line["quorum"]["outcome"] for line in board["items"]] == ["yes", "yes"]
    member.done(f"{base(room)}/speeches/{waiting['id']}/end")
    chair.done(f"{base(room)}/suspension")
    assert member.read(f"{base(room)}/board")["state"] == "suspended"
    chair.done(f"{base(room)}/resumption")


def test_another_chair_is_named_for_the_item_the_chair_is_recused_from(caller: Named, room: Room) -> None:
    office = caller("office")
    recuse("member-01", room.first)
    refused = problem_of(office.post(f"{base(room)}/current", {"item": room.first.pk}), 409)
    named = {"appointment": room.seat(2).pk, "why": "The convener is recused.", "item": room.first.pk}
    office.done(f"{base(room)}/chair", named)
    office.done(f"{base(room)}/current", {"item": room.first.pk})

    line = office.read(f"{base(room)}/board")["items"][0]

    assert refused["ruling"]["articles"] == ["12"]
    assert (line["chair"], line["recused"]) == (room.seat(2).pk, 1)


def test_whoever_does_not_run_the_meeting_takes_none_of_its_steps(caller: Named, room: Room) -> None:
    member = caller("member-02")

    for path, content in (
        ("current", {"item": room.first.pk}),
        ("suspension", None),
        ("chair", {"appointment": room.seat(2).pk, "why": "x"}),
        ("speeches", {"appointment": room.seat(3).pk}),
    ):
        assert problem_of(member.post(f"{base(room)}/{path}", content), 403)["ruling"]["articles"]


def test_an_officer_is_told_of_no_board(caller: Named, room: Room) -> None:
    problem_of(caller("agency-nstc").get(f"{base(room)}/board"), 404)


def test_an_item_of_another_meeting_is_not_taken_up_here(caller: Named, room: Room) -> None:
    other = factories.called_meeting()

    problem_of(caller("office").post(f"/meetings/{other.pk}/current", {"item": room.first.pk}), 404)


def test_a_meeting_without_anything_opened_has_a_board_too(caller: Named, called: Room) -> None:
    board = caller("member-03").read(f"{base(called)}/board")

    assert (board["state"], board["floor"], board["attendance"]["present"]) == ("called", None, 13)
