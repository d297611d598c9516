"""Who presides: the convener, or whom the Office or the convener names, present in person and not recused."""

import pytest

from coretech.apps.audit.models import Act
from coretech.apps.meetings.facts import chair_of, room_of
from coretech.apps.meetings.models import Item
from coretech.apps.meetings.operations.name_chair import name_chair
from coretech.apps.meetings.operations.open_meeting import open_meeting
from coretech.apps.meetings.operations.open_vote import open_vote
from coretech.apps.meetings.operations.record_attendance import Mark, record_attendance
from coretech.apps.meetings.operations.take_up_item import take_up_item
from coretech.apps.meetings.presiding import require_presiding
from coretech.kit.refusal import Refused
from tests import factories
from tests.factories.room_factories import CHAIR, OFFICE, Room, open_room, recuse

pytestmark = pytest.mark.usefixtures("stage")

WHY = "The convener is abroad."


def name(room: Room, seat: int, why: str = WHY, item: Item | None = None) -> Act:
    return name_chair(
        factories.acting(OFFICE), room.meeting.pk, room.seat(seat).pk, why, None if item is None else item.pk
    )


def mark(room: Room, seat: int, status: str) -> None:
    record_attendance(factories.acting(OFFICE), room.meeting.pk, {room.seat(seat).pk: Mark(status)})


def test_the_convener_presides_where_nobody_else_is_named(called: Room) -> None:
    assert require_presiding(called.first, room_of(called.first)) == called.seat(1)


def test_a_meeting_whose_convener_is_away_opens_under_another_chair_with_the_laws_warning(
    called: Room,
) -> None:
    mark(called, 1, "leave")
    with pytest.raises(Refused, match="Name a member who attends to preside"):
        open_meeting(factories.acting(OFFICE), called.meeting.pk)

    named = name(called, 2)
    opened = open_meeting(factories.acting(OFFICE), called.meeting.pk)

    assert named.public["warnings"] == opened.public["warnings"] == ["chair-is-not-convener"]
    assert opened.public["ruling"]["question"] == "meeting.chair"
    assert chair_of(called.fresh()) == called.seat(2)


def test_another_chair_needs_a_reason_and_the_convener_takes_over_without_one(called: Room) -> None:
    with pytest.raises(Refused, match="Say why") as refused:
        name(called, 2, " ")
    assert (refused.value.status, refused.value.field) == (422, "why")
    name(called, 2)

    back = name(called, 1, "")

    assert back.public["warnings"] == []
    assert chair_of(called.fresh()) == called.seat(1)


def test_only_whoever_is_there_in_person_is_named(called: Room) -> None:
    with pytest.raises(Refused, match="recorded as present"):
        name(called, 20)
    with pytest.raises(Refused, match="in office"):
        name_chair(factories.acting(OFFICE), called.meeting.pk, 10**9, WHY)


def test_a_chair_who_is_recused_presides_over_that_item_no_more(called: Room) -> None:
    room = open_room(called)
    recuse(CHAIR, room.first)

    with pytest.raises(Refused, match="recused from this item") as refused:
        take_up_item(factories.acting(OFFICE), room.first.pk)

    assert refused.value.ruling is not None
    assert refused.value.ruling.cited == "12"
    take_up_item(factories.acting(OFFICE), room.second.pk)


def test_the_vote_does_not_open_under_a_recused_chair_until_another_is_named_for_the_item(
    called: Room,
) -> None:
    room = open_room(called)
    recuse(CHAIR, room.first)
    factories.declare_none(room.first, room.present)
    with pytest.raises(Refused, match="recused from this item"):
        open_vote(factories.acting(OFFICE), room.first.pk)

    name(room, 2, "The convener is recused.", room.first)
    open_vote(factories.acting(OFFICE), room.first.pk)

    assert Item.objects.get(pk=room.first.pk).chair == room.seat(2)
    assert chair_of(room.fresh(), room.second) == room.seat(1)


def test_nobody_who_is_recused_from_an_item_is_named_for_it(called: Room) -> None:
    room = open_room(called)
    recuse("member-02", room.first)

    with pytest.raises(Refused, match="recused from this item"):
        name(room, 2, WHY, room.first)


def test_a_member_names_no_chair_and_the_convener_does(called: Room) -> None:
    with pytest.raises(Refused) as refused:
        name_chair(factories.acting("member-02"), called.meeting.pk, called.seat(2).pk, WHY)
    assert refused.value.status == 403
    assert (
        name_chair(factories.acting(CHAIR), called.meeting.pk, called.seat(2).pk, WHY).kind
        == "meeting.chair_named"
    )


def test_who_presides_is_not_in_the_public_part_of_the_log(called: Room) -> None:
    act = name(called, 2)

    assert set(act.public) == {"item", "ruling", "warnings"}
    assert act.confidential["chair"] == 2
    assert act.confidential["why"] == WHY
