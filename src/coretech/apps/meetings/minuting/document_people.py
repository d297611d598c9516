"""The part of the minutes on who came: a table of seats, and those who sat in."""

from collections import Counter

from coretech.apps.meetings.minuting import words
from coretech.apps.meetings.minuting.content import Attendee, Content
from coretech.apps.meetings.models import Attendance
from coretech.engines.documents.model import Block, Facts, Heading, Language, Table
from coretech.kit.sentence import Sentence

_COLUMNS = (
    Sentence("席次", "Seat"),
    Sentence("代表機關（構）", "Represents"),
    Sentence("姓名", "Name"),
    Sentence("出席情形", "Attendance"),
)
_WIDTHS = (1, 4, 4, 4)
_OBSERVERS = Sentence("列席", "Observers")
_ATTENDED = Sentence("出席", "Attended")


def people_blocks(content: Content, language: Language) -> tuple[Block, ...]:
    """The seats with how each was filled, the counts, and the observers."""
    rows = tuple(_row(each, language) for each in content.attendees)
    headings = tuple(column.say(language) for column in _COLUMNS)
    observers = ("、" if language != "en" else "; ").join(content.observers) or words.NONE.say(language)
    return (
        Heading(1, words.PEOPLE.say(language)),
        Table(headings, rows, widths=_WIDTHS, alignment=("centre", "start", "start", "start")),
        Facts(
            ((_ATTENDED.say(language), _counts(content).say(language)), (_OBSERVERS.say(language), observers))
        ),
    )


def _row(attendee: Attendee, language: Language) -> tuple[str, ...]:
    name, represents = (
        Sentence(attendee.name, attendee.name_en),
        Sentence(attendee.represents or "－", attendee.represents_en or "–"),
    )
    return str(attendee.seat), represents.say(language), name.say(language), _status(attendee).say(language)


def _status(attendee: Attendee) -> Sentence:
    if attendee.stand_in:
        return Sentence(f"請假，由{attendee.stand_in}代理", f"stand-in: {attendee.stand_in}")
    return words.STATUSES[attendee.status]


def _counts(content: Content) -> Sentence:
    count = Counter(each.status for each in content.attendees)
    present, sent = count[Attendance.Status.PRESENT], count[Attendance.Status.STAND_IN]
    leave, absent = count[Attendance.Status.LEAVE], count[Attendance.Status.ABSENT]
    return Sentence(
        f"在職{len(content.attendees)}席；親自出席{present}席、代理出席{sent}席、請假{leave}席、缺席{absent}席",
        f"{len(content.attendees)} seats in office: {present} present, {sent} by stand-in, {leave} on leave, "
        f"{absent} absent",
    )
