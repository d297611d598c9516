"""Meetings of the council: calling them, who attends, opening and closing."""

import datetime as dt
from typing import Annotated, Literal

from django.http import HttpRequest
from ninja import Field, Query, Router, Status

from coretech.api.acts import WRITTEN, Done, written
from coretech.api.auth import acting
from coretech.api.items import ItemBrief, item_brief
from coretech.api.meeting_notices import Clock, Place
from coretech.api.places_in_room import PlaceShown, place_shown
from coretech.api.problems import Closed, closed
from coretech.api.schemas import AddressNumber, Count, Day, Given, Id, Line, Page, Paging, Shown, cut
from coretech.apps.audit.rulings import refusal_of
from coretech.apps.meetings.calling import parse_clock
from coretech.apps.meetings.models import Meeting
from coretech.apps.meetings.operations import close_meeting, open_meeting, record_attendance
from coretech.apps.meetings.operations.call_meeting import Call, call_meeting
from coretech.apps.meetings.operations.record_attendance import Mark
from coretech.apps.meetings.queries import agenda_of, find_meeting, visible_meetings
from coretech.apps.meetings.sheet import sheet_of
from coretech.kit.refusal import bad_input

router = Router(tags=["meetings"])


class MeetingBrief(Shown):
    """A meeting: which session, when and where, and how far it is."""

    id: int
    year: int
    session: int
    kind: str
    held_on: dt.date
    begins_at: str
    minutes: int
    place: str
    notice: int
    state: str


class MeetingShown(MeetingBrief):
    """A meeting with its agenda and its seats; ``closed`` tells each step that is closed to this account, and why."""

    items: list[ItemBrief]
    seats: list[PlaceShown]
    closed: dict[str, Closed | None]


class CallGiven(Given):
    """The notice of a meeting; ``body`` is the council where it is left out."""

    held_on: Day
    place: Place
    kind: Literal["regular", "extraordinary"] = "regular"
    begins_at: Clock = "14:00"
    minutes: Count = 120
    body: Id | None = None


class MarkGiven(Given):
    """How one member attended; a stand-in is named with the cause."""

    appointment: Id
    status: Literal["present", "stand_in", "leave", "absent"]
    stand_in: Id | None = None
    cause: Line = ""


class SheetGiven(Given):
    """The attendance sheet; seats left out keep what they had."""

    marks: list[MarkGiven] = Field(min_length=1, max_length=200)


@router.get("", response=Page[MeetingBrief], summary="會議 / Meetings")
def list_meetings(request: HttpRequest, paging: Annotated[Paging, Query()]) -> Page[MeetingBrief]:
    """The meetings this account may know of, newest first."""
    total, rows = cut(visible_meetings(acting(request)), paging)
    return Page(total=total, items=[_brief(row) for row in rows])


@router.get("/{meeting_id}", response=MeetingShown, summary="一場會議 / One meeting")
def show_meeting(request: HttpRequest, meeting_id: AddressNumber) -> MeetingShown:
    """The meeting with its agenda, its seats with the law's word on each one's admission, and its next steps."""
    by = acting(request)
    meeting = find_meeting(by, meeting_id)
    checks = {
        "attendance": record_attendance.check,
        "opening": open_meeting.check,
        "closing": close_meeting.check,
    }
    return MeetingShown(
        **_brief(meeting).model_dump(),
        items=[item_brief(item) for item in agenda_of(meeting)],
        seats=[place_shown(place) for place in sheet_of(meeting)],
        closed={name: closed(refusal_of(check, by, meeting)) for name, check in checks.items()},
    )


@router.post("", response=WRITTEN, summary="召開會議 / Call a meeting")
def call_council(request: HttpRequest, given: CallGiven) -> Status[Done]:
    """Call the council or a panel for a day and a place; its members are told (arts. 5, 8)."""
    begins_at = parse_clock(given.begins_at)
    call = Call(given.held_on, given.place, given.kind, begins_at, given.minutes, given.body)
    return written(request, lambda by: call_meeting(by, call))


@router.put("/{meeting_id}/attendance", response=WRITTEN, summary="登錄出席 / Record attendance")
def record_sheet(request: HttpRequest, meeting_id: AddressNumber, given: SheetGiven) -> Status[Done]:
    """Write the attendance sheet; the law admits each person in the room (arts. 5 and 11)."""
    find_meeting(acting(request), meeting_id)
    marks = {mark.appointment: Mark(mark.status, mark.stand_in, mark.cause) for mark in given.marks}
    if len(marks) < len(given.marks):
        raise bad_input("marks", "每個席次只能列一次。", "Name each seat once.")
    return written(request, lambda by: record_attendance.record_attendance(by, meeting_id, marks))


@router.post("/{meeting_id}/opening", response=WRITTEN, summary="開會 / Open the meeting")
def open_the_meeting(request: HttpRequest, meeting_id: AddressNumber) -> Status[Done]:
    """Declare the meeting open; who presides is on the record."""
    find_meeting(acting(request), meeting_id)
    return written(request, lambda by: open_meeting.open_meeting(by, meeting_id))


@router.post("/{meeting_id}/closing", response=WRITTEN, summary="散會 / Close the meeting")
def close_the_meeting(request: HttpRequest, meeting_id: AddressNumber) -> Status[Done]:
    """Declare the meeting closed, once every item is decided or deferred."""
    find_meeting(acting(request), meeting_id)
    return written(request, lambda by: close_meeting.close_meeting(by, meeting_id))


def _brief(meeting: Meeting) -> MeetingBrief:
    return MeetingBrief(
        id=meeting.pk,
        year=meeting.year,
        session=meeting.session,
        kind=meeting.kind,
        held_on=meeting.held_on,
        begins_at=f"{meeting.begins_at:%H:%M}",
        minutes=meeting.minutes_planned,
        place=meeting.place,
        notice=meeting.notice,
        state=meeting.state,
    )
