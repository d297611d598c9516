"""What a notice of a meeting asks for: an answer, and a stand-in for a member on leave (art. 5(4))."""

from collections.abc import Iterator

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.rulings import refusal_of
from coretech.apps.duties.deadline import READER, Deadline, agency_owner
from coretech.apps.duties.kinds import What
from coretech.apps.meetings.calendar import name_of
from coretech.apps.meetings.designations import Place, places_of_agency
from coretech.apps.meetings.models import Reply
from coretech.apps.meetings.operations import reply
from coretech.apps.meetings.queries import called_meetings
from coretech.apps.meetings.replies import newest_replies
from coretech.apps.meetings.seats import seat_of
from coretech.kit.refusal import Refused
from coretech.kit.sentence import Sentence


def replies(by: Acting) -> Iterator[Deadline]:
    """The notices the reader has not answered; an answer is of use until the meeting begins."""
    for meeting in called_meetings(by):
        seat = seat_of(by, meeting) if refusal_of(reply.check, by, meeting) is None else None
        if seat is not None and seat.pk not in newest_replies(meeting):
            yield Deadline(
                what=What.REPLY,
                owner=READER,
                about=name_of(meeting),
                subject=meeting.subject,
                path=f"/meetings/{meeting.pk}/reply/",
                due_on=meeting.held_on,
            )


def stand_ins(by: Acting) -> Iterator[Deadline]:
    """The seats of the reader's agencies that would stay empty."""
    for place in _places(by):
        agency = place.seat.seat.represents
        on_leave = place.reply is not None and place.reply.answer == Reply.Answer.LEAVE
        if on_leave and place.designation is None and agency is not None:
            meeting, number = place.meeting, place.seat.seat.number
            name = name_of(meeting)
            yield Deadline(
                what=What.STAND_IN,
                owner=agency_owner(agency, by.today),
                about=Sentence(f"{name.zh}第{number}席", f"{name.en}, seat {number}"),
                subject=f"{meeting.subject}/seat/{number}",
                path=f"/designations/{meeting.pk}/",
                due_on=meeting.held_on,
            )


def _places(by: Acting) -> list[Place]:
    """The seats of the reader's agencies; none for whoever serves none."""
    try:
        return places_of_agency(by)
    except Refused:
        return []
