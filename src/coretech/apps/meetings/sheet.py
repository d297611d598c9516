"""The attendance sheet as the secretariat fills it in: each seat, how it is marked, and who may be admitted for it."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from coretech.apps.bodies.models import Appointment
from coretech.apps.bodies.queries import posted_at, signatures_of
from coretech.apps.bodies.stand_ins import agreement_ruling, stand_in_ruling
from coretech.apps.meetings.models import Attendance, Meeting, Reply
from coretech.apps.meetings.replies import Expected, expected_at
from coretech.apps.people.models import Person
from coretech.law.ruling import Ruling


@dataclass(frozen=True, slots=True)
class Place:
    """One seat on the sheet.

    ``admission`` is the law's answer for the member in person, ``represented`` for a stand-in; ``stand_ins`` are the
    people of the seat's agency who would be admitted in the member's place. ``expected`` is what the member answered
    and whom the agency sends: what to write where nothing is marked yet.
    """

    seat: Appointment
    mark: Attendance | None
    expected: Expected
    admission: Ruling
    represented: Ruling
    stand_ins: tuple[Person, ...]

    @property
    def status(self) -> str:
        """How the seat is marked, or is to be by designation and reply; blank where nobody has said."""
        if self.mark is not None:
            return self.mark.status
        if self.expected.designation is not None:
            return Attendance.Status.STAND_IN
        if self.expected.reply is None:
            return ""
        leave = self.expected.reply.answer == Reply.Answer.LEAVE
        if not leave and not self.admission.is_yes:
            return ""
        return Attendance.Status.LEAVE if leave else Attendance.Status.PRESENT

    @property
    def stand_in(self) -> int | None:
        """Who is marked or designated in the member's place."""
        if self.mark is not None:
            return self.mark.stand_in_id
        return None if self.expected.designation is None else self.expected.designation.person_id

    @property
    def cause(self) -> str:
        """Why the member does not come, as marked, designated or answered."""
        said = [self.mark, self.expected.designation, self.expected.reply]
        return next((each.cause for each in said if each is not None), "")


def sheet_of(meeting: Meeting) -> list[Place]:
    """Every seat in office on the day of the meeting, by number."""
    expected = expected_at(meeting)
    seats = [each.seat for each in expected]
    seated = {seat.person_id for seat in seats}
    marks = {mark.appointment_id: mark for mark in meeting.attendance.select_related("stand_in")}
    posted = _posted(seats, meeting.day)
    signatures = signatures_of(
        [seat.person_id for seat in seats] + [p.pk for them in posted.values() for p in them], meeting.day
    )
    return [
        Place(
            seat=each.seat,
            mark=marks.get(each.seat.pk),
            expected=each,
            admission=agreement_ruling(signatures.get(each.seat.person_id), meeting.day),
            represented=stand_in_ruling(each.seat, "", meeting.day),
            stand_ins=tuple(
                person
                for person in posted.get(each.seat.seat.represents_id or 0, ())
                if person.pk not in seated and agreement_ruling(signatures.get(person.pk), meeting.day).is_yes
            ),
        )
        for each in expected
    ]


def counts_of(meeting: Meeting) -> dict[str, int]:
    """How many seats are marked in each way; seats without a mark are in none."""
    marked = list(meeting.attendance.values_list("status", flat=True))
    return {status: marked.count(status) for status in Attendance.Status.values}


def _posted(seats: Iterable[Appointment], day: dt.date) -> Mapping[int, list[Person]]:
    """Who holds a post on the day, by agency."""
    people: dict[int, list[Person]] = defaultdict(list)
    for posting in posted_at({seat.seat.represents_id for seat in seats if seat.seat.represents_id}, day):
        people[posting.agency_id].append(posting.person)
    return people
