"""Who is coming: members' answers to the notice of a meeting (art. 5(4))."""

from typing import Literal

from django.http import HttpRequest
from ninja import Router, Status

from coretech.api.acts import WRITTEN, Done, written
from coretech.api.auth import acting
from coretech.api.schemas import AddressNumber, Given, Line, Moment, Shown
from coretech.apps.bodies.powers import allow_on
from coretech.apps.meetings.operations.reply import reply
from coretech.apps.meetings.queries import find_meeting
from coretech.apps.meetings.replies import Expected, counts_of_replies, expected_at
from coretech.law.access import Action

router = Router(tags=["meetings"])


class ReplyGiven(Given):
    """Whether one attends in person; a leave needs its cause, which stays confidential."""

    answer: Literal["accepted", "leave"]
    cause: Line = ""


class ExpectedShown(Shown):
    """Who is expected in a seat: the member's newest answer, and whom the agency sends."""

    appointment: int
    seat: int
    answer: str | None
    cause: str
    replied_at: Moment | None
    stand_in: int | None


class RepliesShown(Shown):
    """Every seat in office on the day, and how many answered in which way."""

    counts: dict[str, int]
    seats: list[ExpectedShown]


@router.get("/{meeting_id}/replies", response=RepliesShown, summary="回覆情形 / Who is coming")
def show_replies(request: HttpRequest, meeting_id: AddressNumber) -> RepliesShown:
    """Each seat's answer, for whoever keeps the attendance sheet."""
    by = acting(request)
    meeting = find_meeting(by, meeting_id)
    allow_on(by, meeting.body, Action.RECORD_ATTENDANCE)
    expected = expected_at(meeting)
    return RepliesShown(counts=counts_of_replies(expected), seats=[_shown(each) for each in expected])


@router.post("/{meeting_id}/reply", response=WRITTEN, summary="回覆通知 / Answer the notice")
def answer_notice(request: HttpRequest, meeting_id: AddressNumber, given: ReplyGiven) -> Status[Done]:
    """Answer from one's own seat; the newest answer counts until the meeting begins."""
    find_meeting(acting(request), meeting_id)
    return written(request, lambda by: reply(by, meeting_id, given.answer, given.cause))


def _shown(each: Expected) -> ExpectedShown:
    return ExpectedShown(
        appointment=each.seat.pk,
        seat=each.seat.seat.number,
        answer=None if each.reply is None else each.reply.answer,
        cause="" if each.reply is None else each.reply.cause,
        replied_at=None if each.reply is None else each.reply.replied_at,
        stand_in=None if each.designation is None else each.designation.person_id,
    )
