"""A calendar file as a calendar reads it."""

import datetime as dt
from dataclasses import dataclass

from icalendar import Calendar, Event


@dataclass(frozen=True)
class Entry:
    """What one file says: what to do with the entry, and the entry."""

    method: str
    uid: str
    sequence: int
    summary: str
    place: str
    status: str
    begins: dt.datetime
    ends: dt.datetime
    stamp: dt.datetime
    zone: str
    organizer: str
    attendee: str | None


def entry_of(file: str | bytes) -> Entry:
    """Parse a file with exactly one event in it."""
    calendar = Calendar.from_ical(file)
    (event,) = calendar.walk("VEVENT")
    assert isinstance(event, Event)
    begins, ends, stamp = event.start, event.end, event.DTSTAMP
    assert isinstance(begins, dt.datetime)
    assert isinstance(ends, dt.datetime)
    assert isinstance(stamp, dt.datetime)
    attendee = event.get("ATTENDEE")
    (zone,) = calendar.walk("VTIMEZONE")
    return Entry(
        method=str(calendar["METHOD"]),
        uid=str(event["UID"]),
        sequence=event.sequence,
        summary=str(event["SUMMARY"]),
        place=str(event["LOCATION"]),
        status=str(event["STATUS"]),
        begins=begins,
        ends=ends,
        stamp=stamp,
        zone=str(zone["TZID"]),
        organizer=str(event["ORGANIZER"]),
        attendee=None if attendee is None else str(attendee),
    )
