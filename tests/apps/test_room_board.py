"""What the board shows: counts, the item in hand, each item's quorum, and a token for what one person may do."""

import pytest

from coretech.apps.meetings.board import View, board_of, view_of
from coretech.apps.meetings.models import Item
from coretech.apps.meetings.operations.ask_to_speak import ask_to_speak
from coretech.apps.meetings.operations.cast_vote import cast_vote
from coretech.apps.meetings.operations.give_floor import give_floor
from coretech.apps.meetings.operations.open_vote import open_vote
from coretech.apps.meetings.operations.suspend_meeting import suspend_meeting
from coretech.apps.meetings.operations.take_up_item import take_up_item
from tests import factories
from tests.factories.room_factories import CHAIR, OFFICE, Room, at_first_item, observer, open_room, recuse

pytestmark = pytest.mark.usefixtures("stage")


def token(room: Room) -> str:
    return board_of(room.fresh()).token


def test_the_board_counts_seats_and_observers_who_are_there(called: Room) -> None:
    room = open_room(called)
    observer(room)
    observer(room, present=False)

    board = board_of(room.fresh())

    assert (len(board.seats), len(board.attending), len(board.observers)) == (25, 13, 1)
    assert board.counts == {"present": 13, "stand_in": 0, "leave": 0, "absent": 12}


def test_recusal_is_shown_for_its_item_alone_with_the_quorum_it_leaves(called: Room) -> None:
    room = at_first_item(called)
    recuse("member-04", room.first)

    first, second = board_of(room.fresh()).lines

    assert [seat.seat.number for seat in first.recused] == [4]
    assert (len(first.room.entitled), len(second.room.entitled)) == (12, 13)
    assert second.recused == ()
    assert first.quorum is not None
    assert first.quorum.values["attending"] == 13
    assert first.quorum.values["entitled_present"] == 12


def test_the_item_in_hand_is_the_one_taken_up_or_the_one_being_voted_on(called: Room) -> None:
    room = open_room(called)
    assert board_of(room.fresh()).current is None
    factories.declare_none(room.second, room.present)
    open_vote(factories.acting(OFFICE), room.second.pk)
    current = board_of(room.fresh()).current

    assert current is not None
    assert current.item == room.second


def test_the_quorum_shown_after_the_vote_opens_is_the_one_kept(called: Room) -> None:
    room = at_first_item(called)
    factories.declare_none(room.first, room.present)
    open_vote(factories.acting(OFFICE), room.first.pk)

    line = board_of(room.fresh()).lines[0]

    assert line.quorum is not None
    assert line.quorum.as_dict()["outcome"] == (Item.objects.get(pk=room.first.pk).quorum or {})["outcome"]
    assert line.voted == 0


def test_the_speaking_list_is_in_the_order_asked_and_the_floor_apart(called: Room) -> None:
    room = at_first_item(called)
    for username in ("member-03", "member-02"):
        ask_to_speak(factories.acting(username), room.meeting.pk)
    first = board_of(room.fresh()).waiting[0]
    give_floor(factories.acting(CHAIR), room.meeting.pk, first.pk)

    board = board_of(room.fresh())

    assert board.floor == first
    assert [speech.appointment for speech in board.waiting] == [room.seat(2)]


def test_the_token_changes_with_what_one_may_do_and_not_with_somebodys_vote(called: Room) -> None:
    room = at_first_item(called)
    seen = [token(room)]
    recuse("member-04", room.first)
    seen.append(token(room))
    factories.declare_none(room.first, [seat for seat in room.present if seat.seat.number != 4])
    seen.append(token(room))
    open_vote(factories.acting(OFFICE), room.first.pk)
    seen.append(token(room))
    cast_vote(factories.acting("member-02"), room.first.pk, "for")
    assert token(room) == seen[-1]
    suspend_meeting(factories.acting(CHAIR), room.meeting.pk)
    seen.append(token(room))

    assert len(set(seen)) == len(seen)


def test_whoever_runs_the_meeting_gets_another_board_than_whoever_sits_in_it(called: Room) -> None:
    views = {name: view_of(factories.acting(name), called.meeting) for name in (OFFICE, CHAIR, "member-03")}

    assert views == {OFFICE: View.RUN, CHAIR: View.RUN, "member-03": View.SIT}


def test_the_board_of_a_meeting_that_has_gone_on_to_the_next_item_follows_it(called: Room) -> None:
    room = at_first_item(called)
    take_up_item(factories.acting(CHAIR), room.second.pk)

    current = board_of(room.fresh()).current

    assert current is not None
    assert current.item == room.second
