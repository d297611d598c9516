"""Writing an appointment as an iCalendar file (RFC 5545)."""

import datetime as dt
from functools import lru_cache

from icalendar import STATUS, Calendar, Event, Timezone, vCalAddress

from coretech.engines.calendars.appointment import Appointment, Method, Party
from coretech.engines.calendars.exact import Exact

MEDIA_TYPE = "text/calendar"
_PRODUCT = "-//coretech//meetings//ZH"


def ics(appointment: Appointment, method: Method, stamped_at: dt.datetime) -> bytes:
    """The file, UTF-8, lines folded, with the time zone it needs inside.

    ``stamped_at`` is DTSTAMP: when this notice was made. A published file names no attendee (RFC 5546, 3.2.1).
    """
    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", _PRODUCT)
    calendar.add("method", method.value)
    calendar.add_component(_event(appointment, method, stamped_at))
    day = appointment.begins.date()
    for name in calendar.get_missing_tzids():
        calendar.subcomponents.insert(0, _zone(name, day))
    file: bytes = calendar.to_ical()
    return file


@lru_cache(maxsize=64)
def _zone(name: str, day: dt.date) -> Timezone:
    """A zone's rules on a day; kept, for finding them takes longer than the rest of the file."""
    return Timezone.from_tzid(name, first_date=day, last_date=day + dt.timedelta(days=1))


def _event(appointment: Appointment, method: Method, stamped_at: dt.datetime) -> Event:
    asked = None if method is Method.PUBLISH else appointment.attendee
    return Event.new(
        uid=appointment.uid,
        sequence=appointment.sequence,
        stamp=stamped_at.astimezone(dt.UTC),
        start=appointment.begins,
        end=appointment.ends,
        summary=Exact(appointment.summary),
        location=Exact(appointment.place),
        description=Exact(appointment.text),
        url=appointment.address,
        status=STATUS.CANCELLED if method is Method.CANCEL else STATUS.CONFIRMED,
        organizer=_address(appointment.organizer),
        attendees=None if asked is None else [_attendee(asked)],
    )


def _address(party: Party) -> vCalAddress:
    return vCalAddress.new(party.email, cn=party.name)


def _attendee(party: Party) -> vCalAddress:
    """No reply by calendar is asked for: nobody reads the sending mailbox, the answer belongs on the page."""
    return vCalAddress.new(
        party.email, cn=party.name, role="REQ-PARTICIPANT", partstat="NEEDS-ACTION", rsvp=False
    )
