"""Naming who presides over a meeting, or over one item, where the convener does not (arts. 5(1) and 12)."""

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.audit.rulings import require
from coretech.apps.bodies.models import Appointment
from coretech.apps.bodies.powers import allow_on
from coretech.apps.meetings.facts import Room, convener_of, room_of
from coretech.apps.meetings.locking import lock_meeting, no_such_item, require_not_closed
from coretech.apps.meetings.models import Item, Meeting
from coretech.apps.meetings.presiding import chair_on_record, presiding_ruling
from coretech.apps.meetings.seats import seats_of
from coretech.kit.refusal import bad_input, wrong_state
from coretech.law.access import Action

LONGEST_REASON = 200


def check(by: Acting, meeting: Meeting) -> None:
    """Whether this person may say who presides, as long as the meeting is not over."""
    allow_on(by, meeting.body, Action.NAME_CHAIR)
    require_not_closed(meeting)


@operation
def name_chair(by: Acting, meeting_id: int, appointment: int, why: str, item_id: int | None = None) -> Act:
    """Name a member who attends in person, with the reason; naming the convener takes an earlier naming back.

    For one item it must be somebody who is not recused from it.
    """
    meeting = lock_meeting(meeting_id)
    check(by, meeting)
    seat, reason = _seat(meeting, appointment), why.strip()[:LONGEST_REASON]
    if seat != convener_of(meeting) and not reason:
        raise bad_input("why", "請填寫由他人主持的理由。", "Say why somebody else presides.")
    if item_id is None:
        _require_present(meeting, seat)
        meeting.chair, meeting.chair_why = seat, reason
        meeting.save(update_fields=["chair", "chair_why"])
    else:
        _name_for(_item(meeting, item_id), seat, reason)
    return record(
        by,
        "meeting.chair_named",
        meeting.subject,
        public={"item": item_id, **chair_on_record(meeting, seat)},
        confidential={"chair": seat.seat.number},
        why=reason,
    )


def _name_for(item: Item, seat: Appointment, reason: str) -> None:
    room: Room = room_of(item)
    require(presiding_ruling(item, seat, room))
    item.chair, item.chair_why = seat, reason
    item.save(update_fields=["chair", "chair_why"])


def _seat(meeting: Meeting, appointment: int) -> Appointment:
    seat = seats_of(meeting).filter(pk=appointment).first()
    if seat is None:
        raise bad_input("appointment", "請選擇一位在職委員。", "Choose a member who is in office.")
    return seat


def _item(meeting: Meeting, item_id: int) -> Item:
    item = meeting.items.select_related("meeting__body", "case").filter(pk=item_id).first()
    if item is None:
        raise no_such_item()
    if item.state == Item.State.DECIDED:
        raise wrong_state("本案已決議。", "The item has been decided already.")
    return item


def _require_present(meeting: Meeting, seat: Appointment) -> None:
    """Before the sheet is filled in anybody in office may be named; afterwards only who is there in person."""
    sheet = meeting.attendance.all()
    if sheet.exists() and not sheet.filter(appointment=seat, status="present").exists():
        raise bad_input(
            "appointment",
            "主席應親自出席；請選擇已登錄親自出席的委員。",
            "The chair must be there in person; choose a member recorded as present.",
        )
