"""Writing whole days as an iCalendar file to subscribe to (RFC 5545, with RFC 7986 for its name and pace)."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from icalendar import Alarm, Calendar, Event

from coretech.engines.calendars.exact import Exact

_PRODUCT = "-//coretech//deadlines//ZH"
_ASK_AGAIN = dt.timedelta(hours=6)
_A_DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """Something due on a day; ``uid`` stays the same while its day and its words change."""

    uid: str
    on: dt.date
    summary: str
    text: str
    address: str


def days_file(
    name: str, days: Sequence[Day], *, stamped_at: dt.datetime, alarm_before: dt.timedelta
) -> bytes:
    """The file, UTF-8, each day an event that takes no time and rings once before it.

    ``stamped_at`` is DTSTAMP: what the file tells is told as of then.
    """
    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", _PRODUCT)
    calendar.add("method", "PUBLISH")
    calendar.add("name", Exact(name))
    calendar.add("x-wr-calname", Exact(name))
    calendar.add("refresh-interval", _ASK_AGAIN, parameters={"value": "DURATION"})
    calendar.add("x-published-ttl", _ASK_AGAIN)
    for day in days:
        calendar.add_component(_event(day, stamped_at, alarm_before))
    file: bytes = calendar.to_ical()
    return file


def _event(day: Day, stamped_at: dt.datetime, alarm_before: dt.timedelta) -> Event:
    event = Event()
    event.add("uid", day.uid)
    event.add("dtstamp", stamped_at.astimezone(dt.UTC))
    event.add("dtstart", day.on)
    if day.on < dt.date.max:
        event.add("dtend", day.on + _A_DAY)
    event.add("summary", Exact(day.summary))
    event.add("description", Exact(day.text))
    event.add("url", day.address)
    event.add("transp", "TRANSPARENT")
    event.add_component(_alarm(day, alarm_before))
    return event


def _alarm(day: Day, before: dt.timedelta) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", Exact(day.summary))
    alarm.add("trigger", -before)
    return alarm
