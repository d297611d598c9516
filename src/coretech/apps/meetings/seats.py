"""The seats of a meeting, and which of them somebody sits in."""

from collections.abc import Mapping

from django.db.models import QuerySet

from coretech.apps.audit.acting import Acting
from coretech.apps.bodies.models import Appointment, Body
from coretech.apps.bodies.queries import appointments_on, designated_on
from coretech.apps.meetings.models import Attendance, Meeting


def seats_of(meeting: Meeting) -> QuerySet[Appointment]:
    """The seats in office on the day of the meeting, by number; of a coordination meeting those of who is called."""
    seats = appointments_on(meeting.body, meeting.day)
    if meeting.body.kind != Body.Kind.COORDINATION:
        return seats
    return seats.filter(seat__represents__in=meeting.agencies.all())


def sitting(meeting: Meeting) -> Mapping[int, int]:
    """Which person sits in each seat in office, by appointment.

    The stand-in the sheet names, where it names one; the member, where the sheet says anything else; before the seat
    is on the sheet, whom its agency designated, or the member.
    """
    marks = {mark.appointment_id: mark for mark in Attendance.objects.filter(meeting=meeting)}
    sent = designated_on(meeting.body, meeting.day)
    people: dict[int, int] = {}
    for seat in seats_of(meeting):
        mark, designation = marks.get(seat.pk), sent.get(seat.pk)
        named = (designation and designation.person_id) if mark is None else mark.stand_in_id
        people[seat.pk] = named or seat.person_id
    return people


def seat_of(by: Acting, meeting: Meeting) -> Appointment | None:
    """The seat somebody holds, or sits in for its holder; None for everybody else.

    Holders keep their seat while a stand-in sits in it: what they may do from it is for each operation to say.
    """
    if by.person_id is None:
        return None
    held = seats_of(meeting).filter(person_id=by.person_id).first()
    if held is not None:
        return held
    sits_in = [seat for seat, person in sitting(meeting).items() if person == by.person_id]
    return seats_of(meeting).filter(pk__in=sits_in).first()
