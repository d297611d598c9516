"""Whole days as a calendar reads them."""

import datetime as dt
import re
from zoneinfo import ZoneInfo

from hypothesis import example, given
from hypothesis import strategies as st
from icalendar import Alarm, Calendar, Event

from coretech.engines.calendars.days import Day, days_file

AT = dt.datetime(2025, 6, 2, tzinfo=ZoneInfo("Asia/Taipei"))
WEEK = dt.timedelta(days=7)
DUE = Day(
    uid="check/case/2025-0001@example.org",
    on=dt.date(2025, 7, 1),
    summary="待辦公室查核：案件2025-0001",
    text="查核（認定辦法第7.1條）",
    address="https://example.org/cases/2025-0001/check/",
)


def events_of(file: bytes) -> list[Event]:
    return [event for event in Calendar.from_ical(file).walk("VEVENT") if isinstance(event, Event)]


def test_a_deadline_is_a_whole_day_that_takes_no_time() -> None:
    file = days_file("期限", [DUE], stamped_at=AT, alarm_before=WEEK)

    (event,) = events_of(file)
    assert (event["UID"], event["SUMMARY"]) == (DUE.uid, DUE.summary)
    assert (event["DESCRIPTION"], event["URL"]) == (DUE.text, DUE.address)
    assert (event.start, event.end) == (DUE.on, DUE.on + dt.timedelta(days=1))
    assert b"DTSTART;VALUE=DATE:20250701\r\n" in file
    assert event["TRANSP"] == "TRANSPARENT"
    assert event.DTSTAMP == AT


def test_it_rings_a_week_before() -> None:
    (event,) = events_of(days_file("期限", [DUE], stamped_at=AT, alarm_before=WEEK))

    (alarm,) = event.walk("VALARM")
    assert isinstance(alarm, Alarm)
    assert (alarm["ACTION"], alarm["DESCRIPTION"]) == ("DISPLAY", DUE.summary)
    assert alarm.TRIGGER == -WEEK


def test_the_file_names_itself_and_says_how_often_to_ask() -> None:
    file = days_file("期限", [], stamped_at=AT, alarm_before=WEEK)

    calendar = Calendar.from_ical(file)
    assert (calendar["VERSION"], calendar["METHOD"], str(calendar["NAME"])) == ("2.0", "PUBLISH", "期限")
    assert b"REFRESH-INTERVAL;VALUE=DURATION:PT6H\r\n" in file
    assert events_of(file) == []


def test_the_last_day_of_the_calendar_needs_no_day_after_it() -> None:
    last = Day(uid="a", on=dt.date.max, summary="s", text="t", address="https://example.org/")

    (event,) = events_of(days_file("期限", [last], stamped_at=AT, alarm_before=WEEK))

    assert event.start == dt.date.max
    assert "DTEND" not in event


def summary_in(file: bytes) -> str:
    """The summary by RFC 5545's own rules: unfold, then take each escape once, from the left.

    The library reads an escaped backslash before an N as a line end, so it cannot be the judge here.
    """
    unfolded = re.sub(rb"\r\n[ \t]", b"", file).decode()
    (value,) = re.findall(r"^SUMMARY:(.*?)\r$", unfolded.partition("BEGIN:VALARM")[0], re.MULTILINE)
    return re.sub(r"\\(.)", lambda escaped: "\n" if escaped[1] in "nN" else escaped[1], value)


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Zl", "Zp"]), max_size=200), st.dates())
@example("\\N", DUE.on)
def test_any_words_and_any_day_come_back_and_every_line_is_short(words: str, day: dt.date) -> None:
    due = Day(uid="x", on=day, summary=words, text="t", address="https://example.org/")

    file = days_file("期限", [due], stamped_at=AT, alarm_before=WEEK)

    (event,) = events_of(file)
    assert summary_in(file) == words
    assert event.start == day
    assert max(len(line) for line in file.split(b"\r\n")) <= 75
