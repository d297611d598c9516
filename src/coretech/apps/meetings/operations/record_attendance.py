"""Recording who attends (art. 5(4)), each admitted by the law (art. 11)."""

from collections.abc import Mapping
from dataclasses import dataclass

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.audit.rulings import require
from coretech.apps.bodies.coordination import is_coordination
from coretech.apps.bodies.models import Appointment
from coretech.apps.bodies.powers import allow_on
from coretech.apps.bodies.stand_ins import people_of_agency, stand_in_ruling
from coretech.apps.meetings.admission import admission_ruling
from coretech.apps.meetings.locking import lock_meeting, require_not_closed
from coretech.apps.meetings.models import Attendance, Meeting
from coretech.apps.meetings.seats import seats_of
from coretech.apps.people.models import Person
from coretech.kit.refusal import Refused, bad_input, wrong_state
from coretech.kit.sentence import Sentence
from coretech.law.access import Action


@dataclass(frozen=True, slots=True)
class Mark:
    """How one member attended; a stand-in is named with the cause."""

    status: str
    stand_in: int | None = None
    cause: str = ""


def check(by: Acting, meeting: Meeting) -> None:
    """Whether attendance may still be recorded by this person."""
    allow_on(by, meeting.body, Action.RECORD_ATTENDANCE)
    require_not_closed(meeting)
    if meeting.items.exclude(state="listed").exists():
        raise wrong_state(
            "已有議案進入表決，出席名單不再更動。",
            "Voting has begun on an item; the attendance no longer changes.",
        )


@operation
def record_attendance(by: Acting, meeting_id: int, marks: Mapping[int, Mark]) -> Act:
    """Write the attendance sheet: one mark per seat, by appointment; seats left out keep what they had."""
    meeting = lock_meeting(meeting_id)
    check(by, meeting)
    seats = {held.pk: held for held in seats_of(meeting)}
    if not marks:
        raise bad_input("marks", "請至少登錄一位委員的出席情形。", "Record at least one member's attendance.")
    for appointment_id, mark in marks.items():
        seat = seats.get(appointment_id)
        if seat is None:
            raise bad_input(
                "marks", "出席名單上有非在職委員。", "The sheet names somebody who is not in office that day."
            )
        _write(meeting, seat, mark)
    _require_one_seat_each(meeting)
    counts = {status: meeting.attendance.filter(status=status).count() for status in Attendance.Status.values}
    return record(
        by,
        "meeting.attendance_recorded",
        meeting.subject,
        public=counts,
        confidential={"marks": {str(key): mark.status for key, mark in marks.items()}},
    )


def _write(meeting: Meeting, seat: Appointment, mark: Mark) -> None:
    if mark.status not in Attendance.Status.values:
        raise bad_input(
            "marks",
            f"請選擇第{seat.seat.number}席的出席情形。",
            f"Choose how seat {seat.seat.number} attended.",
        )
    stand_in = _stand_in(meeting, seat, mark) if mark.status == Attendance.Status.STAND_IN else None
    if mark.status == Attendance.Status.PRESENT:
        _admit(meeting, seat, seat.person)
    Attendance.objects.update_or_create(
        meeting=meeting,
        appointment=seat,
        defaults={"status": mark.status, "stand_in": stand_in, "cause": mark.cause.strip()},
    )


def _stand_in(meeting: Meeting, seat: Appointment, mark: Mark) -> Person:
    """Whom the agency sends: somebody of its own, by its designation or as it tells the secretariat on the day."""
    if not is_coordination(meeting.body):
        require(stand_in_ruling(seat, mark.cause, meeting.day))
    staff = {person.pk: person for person in people_of_agency(seat, meeting.day)}
    person = staff.get(mark.stand_in or 0)
    if person is None:
        raise bad_input(
            "marks",
            f"請指明第{seat.seat.number}席的指派代表，須為該機關當日在職、且非委員的人員。",
            f"Name the stand-in for seat {seat.seat.number}: somebody in post at its agency who is no member.",
        )
    _admit(meeting, seat, person)
    return person


def _require_one_seat_each(meeting: Meeting) -> None:
    """Nobody stands in for two members."""
    sent = list(meeting.attendance.exclude(stand_in=None).values_list("stand_in_id", flat=True))
    if len(set(sent)) < len(sent):
        raise bad_input("marks", "一人不能代表兩席。", "Nobody can stand in for two seats.")


def _admit(meeting: Meeting, seat: Appointment, person: Person) -> None:
    """Let a person into the room, or say whose agreement is missing; a coordination meeting asks for none."""
    if is_coordination(meeting.body):
        return
    ruling = admission_ruling(person, meeting.day)
    if ruling.is_yes:
        return
    number = seat.seat.number
    sentence = Sentence(f"第{number}席：{ruling.reason.zh}", f"Seat {number}: {ruling.reason.en}")
    raise Refused(sentence, status=409, ruling=ruling, field="marks")
