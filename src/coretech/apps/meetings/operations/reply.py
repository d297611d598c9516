"""A member's answer to the notice: coming, or asking for leave (art. 5(4))."""

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.notices import notify
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.bodies.models import Appointment
from coretech.apps.bodies.queries import posted_at
from coretech.apps.bodies.stand_ins import stand_in_ruling
from coretech.apps.meetings.locking import lock_meeting, own_seat_at, require_called
from coretech.apps.meetings.models import Meeting, Reply
from coretech.apps.people.models import Posting
from coretech.kit.refusal import bad_input, wrong_state
from coretech.kit.roc import said
from coretech.kit.sentence import Sentence
from coretech.law.access import Action

LONGEST_CAUSE = 200


def check(by: Acting, meeting: Meeting) -> Appointment:
    """The seat the answer is for, where its holder may answer now."""
    seat = own_seat_at(by, meeting, Action.REPLY)
    require_called(meeting)
    if seat.person_id != by.person_id:
        raise wrong_state(
            "您由機關指派代表出席，開會通知由委員本人回覆。",
            "You are sent in a member's place; the member answers the notice.",
        )
    return seat


@operation
def reply(by: Acting, meeting_id: int, answer: str, cause: str = "") -> Act:
    """Answer the notice; the newest answer counts. An agency hears that it may send somebody in its member's place."""
    meeting = lock_meeting(meeting_id)
    seat = check(by, meeting)
    cause = cause.strip()
    if answer not in Reply.Answer.values:
        raise bad_input("answer", "請選擇出席或請假。", "Choose whether you attend or ask for leave.")
    leave = answer == Reply.Answer.LEAVE
    if leave and not cause:
        raise bad_input("cause", "請敘明請假事由。", "Say why you ask for leave.")
    if len(cause) > LONGEST_CAUSE:
        raise bad_input("cause", "事由最多200字。", "The cause may have 200 characters at most.")
    kept = Reply.objects.create(
        meeting=meeting, appointment=seat, answer=answer, cause=cause if leave else "", replied_at=by.at
    )
    act = record(
        by,
        "meeting.replied",
        meeting.subject,
        public={"answer": answer},
        confidential={"seat": seat.seat.number, "cause": cause},
        rows=[kept],
    )
    if leave and stand_in_ruling(seat, cause, meeting.day).is_yes:
        _tell_agency(act, meeting, seat)
    return act


def _tell_agency(act: Act, meeting: Meeting, seat: Appointment) -> None:
    posted = posted_at([seat.seat.represents_id or 0], meeting.day).filter(kind=Posting.Kind.OFFICER)
    officers = posted.exclude(person__account=None).exclude(person=seat.person_id)
    day = said(meeting.held_on)
    subject = Sentence(
        f"貴機關的委員請假，得指派代表出席{day.zh}的會議",
        f"Your agency's member is on leave; you may send a stand-in on {day.en}",
    )
    notify(act, officers.values_list("person__account_id", flat=True), subject, "/designations/")
