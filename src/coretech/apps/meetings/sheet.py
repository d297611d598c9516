"""The attendance sheet as the secretariat fills it in: each seat, how it is marked, and who may be admitted for it."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from coretech.apps.bodies.models import Appointment
from coretech.apps.bodies.queries import appointments_on, posted_at, signatures_of
from coretech.apps.meetings.admission import signature_ruling, stand_in_ruling
from coretech.apps.meetings.models import Attendance, Meeting
from coretech.apps.people.models import Person
from coretech.law.ruling import Ruling


@dataclass(frozen=True, slots=True)
class Place:
    """One seat on the sheet.

    ``admission`` is the law's answer for the member in person, ``represented`` for a stand-in; ``stand_ins`` are the
    people of the seat's agency who would be admitted in the member's place.
    """

    seat: Appointment
    mark: Attendance | None
    admission: Ruling
    represented: Ruling
    stand_ins: tuple[Person, ...]


def sheet_of(meeting: Meeting) -> list[Place]:
    """Every seat in office on the day of the meeting, by number."""
    seats = list(appointments_on(meeting.body, meeting.day))
    marks = {mark.appointment_id: mark for mark in meeting.attendance.select_related("stand_in")}
    posted = _posted(seats, meeting.day)
    signatures = signatures_of(
        [seat.person_id for seat in seats] + [p.pk for them in posted.values() for p in them], meeting.day
    )
    return [
        Place(
            seat=seat,
            mark=marks.get(seat.pk),
            admission=signature_ruling(signatures.get(seat.person_id), meeting.day),
            represented=stand_in_ruling(seat, "", meeting.day),
            stand_ins=tuple(
                person
                for person in posted.get(seat.seat.represents_id or 0, ())
                if person.pk != seat.person_id
                and signature_ruling(signatures.get(person.pk), meeting.day).is_yes
            ),
        )
        for seat in seats
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
