"""A meeting as a calendar file: what RFC 5545 asks for, read back by a parser."""

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coretech.engines.calendars.appointment import Appointment, Method, Party
from coretech.engines.calendars.ics import ics
from coretech.kit.clock import TAIPEI
from tests.calendar_entry import Entry, entry_of

STAMP = dt.datetime(2025, 10, 13, 9, 30, tzinfo=TAIPEI)
MEETING = Appointment(
    uid="meeting-3@coretech.example",
    sequence=2,
    begins=dt.datetime(2025, 10, 20, 14, tzinfo=TAIPEI),
    ends=dt.datetime(2025, 10, 20, 16, tzinfo=TAIPEI),
    summary="國家核心關鍵技術審議會114年度第1次會議",
    place="第一會議室",
    text="請至會議頁面回覆。",
    address="https://coretech.example/meetings/3/notice/",
    organizer=Party("關鍵技術辦公室", "office@coretech.example"),
    attendee=Party("委員02", "member-02@coretech.example"),
)
WORDS = st.text(st.characters(exclude_categories=["Cc", "Cs"]), min_size=1, max_size=120)


def read(method: Method = Method.REQUEST, meeting: Appointment = MEETING) -> Entry:
    return entry_of(ics(meeting, method, STAMP))


def test_the_file_says_when_where_and_which_change_of_which_meeting() -> None:
    entry = read()

    assert (entry.method, entry.uid, entry.sequence) == ("REQUEST", MEETING.uid, 2)
    assert (entry.begins, entry.ends, entry.place) == (MEETING.begins, MEETING.ends, "第一會議室")
    assert entry.stamp == STAMP


def test_times_are_in_taipei_and_the_zone_is_in_the_file() -> None:
    file = ics(MEETING, Method.REQUEST, STAMP)

    assert read().zone == "Asia/Taipei"
    assert b"DTSTART;TZID=Asia/Taipei:20251020T140000\r\n" in file
    assert b"TZOFFSETTO:+0800\r\n" in file


def test_the_stamp_is_in_utc_as_the_standard_asks() -> None:
    assert b"DTSTAMP:20251013T013000Z\r\n" in ics(MEETING, Method.REQUEST, STAMP)


def test_only_the_person_addressed_is_named_and_no_reply_by_calendar_is_asked_for() -> None:
    file = ics(MEETING, Method.REQUEST, STAMP)

    assert read().attendee == "mailto:member-02@coretech.example"
    assert file.count(b"ATTENDEE") == 1
    assert b"RSVP=FALSE" in file


def test_a_published_file_names_no_attendee_but_the_organizer() -> None:
    entry = read(Method.PUBLISH)

    assert entry.attendee is None
    assert entry.organizer == "mailto:office@coretech.example"


@pytest.mark.parametrize(
    ("method", "status"),
    [(Method.REQUEST, "CONFIRMED"), (Method.PUBLISH, "CONFIRMED"), (Method.CANCEL, "CANCELLED")],
)
def test_a_cancelled_meeting_is_marked_so(method: Method, status: str) -> None:
    assert (read(method).method, read(method).status) == (method.value, status)


def test_lines_end_and_fold_as_the_standard_asks() -> None:
    lines = ics(replace(MEETING, text="很長的說明" * 60), Method.REQUEST, STAMP).split(b"\r\n")

    assert max(map(len, lines)) <= 75
    assert not any(b"\n" in line for line in lines)


@given(summary=WORDS, place=WORDS)
def test_whatever_the_words_hold_comes_back_and_adds_no_line(summary: str, place: str) -> None:
    entry = read(meeting=replace(MEETING, summary=summary, place=place))

    assert (entry.summary, entry.place) == (summary, place)


def test_a_place_cannot_smuggle_in_a_property() -> None:
    entry = read(meeting=replace(MEETING, place="Room 1\r\nATTENDEE:mailto:spy@example.org"))

    assert entry.attendee == "mailto:member-02@coretech.example"


def test_the_same_facts_make_the_same_file() -> None:
    assert ics(MEETING, Method.REQUEST, STAMP) == ics(MEETING, Method.REQUEST, STAMP)
