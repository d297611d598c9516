"""Opening, suspending, resuming and closing a meeting; taking up items; the speaking list."""

from collections.abc import Callable

import pytest

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.meetings.models import Meeting, Speech
from coretech.apps.meetings.operations.ask_to_speak import Speaker, ask_to_speak
from coretech.apps.meetings.operations.close_meeting import close_meeting
from coretech.apps.meetings.operations.defer_item import defer_item
from coretech.apps.meetings.operations.end_speech import end_speech
from coretech.apps.meetings.operations.give_floor import give_floor
from coretech.apps.meetings.operations.open_vote import open_vote
from coretech.apps.meetings.operations.resume_meeting import resume_meeting
from coretech.apps.meetings.operations.suspend_meeting import suspend_meeting
from coretech.apps.meetings.operations.take_up_item import take_up_item
from coretech.kit.refusal import Refused
from tests import factories
from tests.factories.room_factories import CHAIR, OFFICE, Room, at_first_item, observer, open_room, recuse

pytestmark = pytest.mark.usefixtures("stage")


def kinds(room: Room) -> list[str]:
    return list(Act.objects.filter(subject=room.meeting.subject).values_list("kind", flat=True))


def ask(room: Room, username: str) -> Speech:
    ask_to_speak(factories.acting(username), room.meeting.pk)
    return Speech.objects.latest("pk")


def test_every_step_of_a_meeting_lands_on_the_log_as_it_happens(called: Room) -> None:
    room, chair = at_first_item(called), factories.acting(CHAIR)
    suspend_meeting(chair, room.meeting.pk)
    resume_meeting(chair, room.meeting.pk)
    for item in (room.first, room.second):
        defer_item(chair, item.pk, "More facts are needed.")
    close_meeting(chair, room.meeting.pk)

    assert kinds(room)[-5:] == [
        "meeting.opened",
        "meeting.item_taken_up",
        "meeting.suspended",
        "meeting.resumed",
        "meeting.closed",
    ]
    assert (room.fresh().state, room.fresh().current) == (Meeting.State.CLOSED, None)


def test_a_suspended_meeting_takes_no_step_but_going_on(called: Room) -> None:
    room, chair = at_first_item(called), factories.acting(CHAIR)
    suspend_meeting(chair, room.meeting.pk)

    steps: list[Callable[[], Act]] = [
        lambda: suspend_meeting(chair, room.meeting.pk),
        lambda: close_meeting(chair, room.meeting.pk),
        lambda: take_up_item(chair, room.second.pk),
        lambda: ask_to_speak(chair, room.meeting.pk),
    ]
    for step in steps:
        with pytest.raises(Refused, match="resume it first"):
            step()


def test_only_a_suspended_meeting_is_resumed(called: Room) -> None:
    room = open_room(called)

    with pytest.raises(Refused, match="not suspended"):
        resume_meeting(factories.acting(CHAIR), room.meeting.pk)


@pytest.mark.parametrize("step", [suspend_meeting, resume_meeting, close_meeting])
def test_a_member_does_not_run_the_meeting(step: Callable[[Acting, int], Act], called: Room) -> None:
    room = open_room(called)

    with pytest.raises(Refused) as refused:
        step(factories.acting("member-03"), room.meeting.pk)

    assert refused.value.status == 403


def test_the_item_in_hand_is_not_taken_up_twice_and_none_while_another_is_voted_on(called: Room) -> None:
    room, chair = at_first_item(called), factories.acting(CHAIR)
    with pytest.raises(Refused, match="being discussed already"):
        take_up_item(chair, room.first.pk)
    factories.declare_none(room.first, room.present)
    open_vote(factories.acting(OFFICE), room.first.pk)

    with pytest.raises(Refused, match="finish that vote first"):
        take_up_item(chair, room.second.pk)


def test_a_decided_item_is_not_taken_up_again(called: Room) -> None:
    room, chair = open_room(called), factories.acting(CHAIR)
    defer_item(chair, room.first.pk, "More facts are needed.")

    with pytest.raises(Refused, match="decided already"):
        take_up_item(chair, room.first.pk)


def test_speakers_have_the_floor_one_at_a_time_in_the_order_they_asked(called: Room) -> None:
    room, chair = at_first_item(called), factories.acting(CHAIR)
    first, second = ask(room, "member-02"), ask(room, "member-03")
    give_floor(chair, room.meeting.pk, first.pk)
    give_floor(chair, room.meeting.pk, second.pk)

    first.refresh_from_db()
    second.refresh_from_db()
    assert first.ended_at is not None
    assert (second.began_at is not None, second.ended_at) == (True, None)
    assert (first.item, second.item) == (room.first, room.first)
    with pytest.raises(Refused, match="This speech is over"):
        give_floor(chair, room.meeting.pk, first.pk)


def test_a_place_on_the_list_is_asked_for_once_and_again_after_it_is_done(called: Room) -> None:
    room = at_first_item(called)
    speech = ask(room, "member-02")
    with pytest.raises(Refused, match="has this speaker already"):
        ask(room, "member-02")

    end_speech(factories.acting("member-02"), room.meeting.pk, speech.pk)

    assert ask(room, "member-02").pk != speech.pk
    assert Act.objects.filter(kind="meeting.speech_ended").get().public == {
        "item": room.first.pk,
        "spoke": False,
    }


def test_nobody_but_the_speaker_and_the_chair_ends_a_speech(called: Room) -> None:
    room = at_first_item(called)
    speech = ask(room, "member-02")

    with pytest.raises(Refused) as refused:
        end_speech(factories.acting("member-03"), room.meeting.pk, speech.pk)

    assert refused.value.status == 403
    end_speech(factories.acting(CHAIR), room.meeting.pk, speech.pk)


def test_whoever_is_absent_or_recused_does_not_speak(called: Room) -> None:
    room = at_first_item(called)
    recuse("member-04", room.first)

    with pytest.raises(Refused, match="not recorded as attending"):
        ask(room, "member-20")
    with pytest.raises(Refused, match="may not speak") as refused:
        ask(room, "member-04")

    assert refused.value.ruling is not None
    assert refused.value.ruling.cited == "12"


def test_a_member_who_is_recused_after_asking_does_not_get_the_floor(called: Room) -> None:
    room = at_first_item(called)
    speech = ask(room, "member-04")
    recuse("member-04", room.first)

    with pytest.raises(Refused, match="may not speak"):
        give_floor(factories.acting(CHAIR), room.meeting.pk, speech.pk)


def test_the_office_puts_members_and_observers_on_the_list(called: Room) -> None:
    room, office = at_first_item(called), factories.acting(OFFICE)
    guest = observer(room)
    ask_to_speak(office, room.meeting.pk, Speaker(appointment=room.seat(2).pk))
    ask_to_speak(office, room.meeting.pk, Speaker(observer=guest.pk))

    assert [(each.appointment_id, each.observer_id) for each in Speech.objects.all()] == [
        (room.seat(2).pk, None),
        (None, guest.pk),
    ]
    with pytest.raises(Refused, match="Choose one member or one observer"):
        ask_to_speak(office, room.meeting.pk, Speaker())
    with pytest.raises(Refused) as refused:
        ask_to_speak(factories.acting("member-03"), room.meeting.pk, Speaker(observer=guest.pk))
    assert refused.value.status == 403


def test_an_observer_speaks_when_there_and_to_the_item_invited_for(called: Room) -> None:
    room, office = at_first_item(called), factories.acting(OFFICE)
    away, elsewhere = observer(room, present=False), observer(room, item=room.second)

    with pytest.raises(Refused, match="not recorded as present"):
        ask_to_speak(office, room.meeting.pk, Speaker(observer=away.pk))
    with pytest.raises(Refused, match="take that one up first"):
        ask_to_speak(office, room.meeting.pk, Speaker(observer=elsewhere.pk))


def test_taking_up_an_item_and_closing_empty_the_list(called: Room) -> None:
    room, chair = at_first_item(called), factories.acting(CHAIR)
    ask(room, "member-02")
    take_up_item(chair, room.second.pk)

    assert not Speech.objects.filter(ended_at=None).exists()
    ask(room, "member-02")
    for item in (room.first, room.second):
        defer_item(chair, item.pk, "More facts are needed.")
    close_meeting(chair, room.meeting.pk)
    assert not Speech.objects.filter(ended_at=None).exists()


def test_no_name_or_seat_of_a_speaker_is_in_the_public_part_of_the_log(called: Room) -> None:
    room = at_first_item(called)
    speech = ask(room, "member-02")
    give_floor(factories.acting(CHAIR), room.meeting.pk, speech.pk)
    end_speech(factories.acting("member-02"), room.meeting.pk, speech.pk)

    acts = Act.objects.filter(
        kind__in=["meeting.asked_to_speak", "meeting.floor_given", "meeting.speech_ended"]
    )
    assert [set(act.public) - {"item", "spoke"} for act in acts] == [set(), set(), set()]
