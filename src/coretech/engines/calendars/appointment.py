"""What a calendar is told of one meeting: pure data, the same facts always the same file."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum


class Method(StrEnum):
    """What the receiver does with it (RFC 5546, 1.4): asked to come, told it is off, or only shown."""

    REQUEST = "REQUEST"
    CANCEL = "CANCEL"
    PUBLISH = "PUBLISH"


@dataclass(frozen=True, slots=True)
class Party:
    """A name and the mail address behind it."""

    name: str
    email: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Appointment:
    """One meeting in a calendar.

    ``uid`` stays the same through every change and ``sequence`` rises with each, so that a calendar keeps the newest
    (RFC 5545, 3.8.4.7 and 3.8.7.4). ``begins`` and ``ends`` are moments in Asia/Taipei. ``attendee`` is the one person
    the file is for: nobody learns from it who else was asked.
    """

    uid: str
    sequence: int
    begins: dt.datetime
    ends: dt.datetime
    summary: str
    place: str
    text: str
    address: str
    organizer: Party
    attendee: Party | None = None
