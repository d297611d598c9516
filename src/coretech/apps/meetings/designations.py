"""What an agency can do about its members' seats: which meetings are to come, and who could be sent."""

import datetime as dt
from dataclasses import dataclass

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.rulings import require
from coretech.apps.bodies.models import Appointment, Body, Designation
from coretech.apps.bodies.queries import designated_on
from coretech.apps.bodies.stand_ins import people_of_agency, signed_among
from coretech.apps.meetings.locking import no_such_meeting
from coretech.apps.meetings.models import Meeting, Reply
from coretech.apps.meetings.replies import newest_replies
from coretech.apps.meetings.seats import seats_of
from coretech.apps.people.models import Person
from coretech.law.access import Action, Matter, who_may
from coretech.law.ruling import Ruling

_REPRESENTED = (Body.Kind.COUNCIL, Body.Kind.COORDINATION)
"""Bodies with seats of agencies, who may send somebody else of their own."""


@dataclass(frozen=True, slots=True)
class Place:
    """A seat of the reader's agency at one meeting: what its member answered, and who is sent."""

    meeting: Meeting
    seat: Appointment
    reply: Reply | None
    designation: Designation | None

    @property
    def day(self) -> dt.date:
        """The day of the meeting."""
        return self.meeting.day


def places_of_agency(by: Acting) -> list[Place]:
    """The seats of one's own agencies at meetings to come, next one first (HTTP 403 for others)."""
    require(_power(by), status=403)
    coming = Meeting.objects.filter(body__kind__in=_REPRESENTED, state=Meeting.State.CALLED)
    meetings = coming.filter(held_on__gte=by.today).select_related("body__agency").order_by("held_on", "pk")
    return [place for meeting in meetings for place in _places(by, meeting)]


def places_at(by: Acting, meeting_id: int) -> list[Place]:
    """The same at one meeting, also one that has begun (HTTP 404 where one's agency has no seat there)."""
    require(_power(by), status=403)
    meetings = Meeting.objects.filter(body__kind__in=_REPRESENTED).select_related("body__agency")
    meeting = meetings.filter(pk=meeting_id).first()
    places = [] if meeting is None else _places(by, meeting)
    if not places:
        raise no_such_meeting()
    return places


def candidates_of(place: Place) -> list[tuple[Person, Ruling]]:
    """Who could be sent, each with the law's word on their agreement."""
    staff = people_of_agency(place.seat, place.day)
    rulings = signed_among(staff, place.day)
    return [(person, rulings[person.pk]) for person in staff]


def _power(by: Acting) -> Ruling:
    matter = Matter(agencies=by.standing.agencies)
    return who_may(Action.DESIGNATE_STAND_IN, by.standing, matter, by.today)


def _places(by: Acting, meeting: Meeting) -> list[Place]:
    replies, sent = newest_replies(meeting), designated_on(meeting.body, meeting.day)
    seats = seats_of(meeting).filter(seat__represents__code__in=by.standing.agencies)
    return [Place(meeting, seat, replies.get(seat.pk), sent.get(seat.pk)) for seat in seats]
