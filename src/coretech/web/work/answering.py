"""What notices of meetings ask of the reader: an answer, or a stand-in for a member on leave."""

from collections.abc import Iterator

from django.urls import reverse

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.rulings import refusal_of
from coretech.apps.meetings.calendar import name_of
from coretech.apps.meetings.designations import Place, places_of_agency
from coretech.apps.meetings.models import Reply
from coretech.apps.meetings.operations import reply
from coretech.apps.meetings.queries import called_meetings
from coretech.apps.meetings.replies import newest_replies
from coretech.apps.meetings.seats import seat_of
from coretech.kit.refusal import Refused
from coretech.kit.sentence import Sentence
from coretech.web.meetings.own import TO_DO
from coretech.web.shell.parts import Task

_ANSWER = Sentence("回覆開會通知", "Answer the notice of a meeting")
_SEND = Sentence("委員請假，請決定是否指派代表", "A member is on leave: decide whether to send a stand-in")


def answers_owed(by: Acting) -> Iterator[Task]:
    """The notices that wait for the reader's answer, and the seats of the reader's agency that would stay empty."""
    for meeting in called_meetings(by):
        seat = seat_of(by, meeting) if refusal_of(reply.check, by, meeting) is None else None
        if seat is not None and seat.pk not in newest_replies(meeting):
            page = reverse("meeting_reply", args=[meeting.pk])
            yield Task(_ANSWER, TO_DO.words, page, TO_DO.colour, name_of(meeting))
    for place in _places(by):
        if place.reply is not None and place.reply.answer == Reply.Answer.LEAVE and place.designation is None:
            page = reverse("designation", args=[place.meeting.pk])
            yield Task(_SEND, TO_DO.words, page, TO_DO.colour, name_of(place.meeting))


def _places(by: Acting) -> list[Place]:
    """The seats of the reader's agencies; none for whoever serves none."""
    try:
        return places_of_agency(by)
    except Refused:
        return []
