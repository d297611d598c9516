"""What a body did between two days: meetings, who came, recusals by class, decisions."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db.models import Min

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.bodies.finding import find_body
from coretech.apps.bodies.models import Appointment, Body
from coretech.apps.bodies.powers import allow_on
from coretech.apps.meetings.facts import ATTENDING
from coretech.apps.meetings.models import Attendance, Declaration, Item, Meeting
from coretech.apps.meetings.yearly import annual_meeting_ruling
from coretech.kit.refusal import bad_input
from coretech.law.access import Action
from coretech.law.ruling import Ruling


@dataclass(frozen=True, slots=True)
class SeatAttendance:
    """How often one holder of a seat attended, by the four ways; ``rate`` is of the meetings the sheet names."""

    seat: int
    appointment: Appointment
    counts: Mapping[str, int]

    @property
    def rate(self) -> float:
        """The share attended, in person or by a stand-in; 0 to 1."""
        return sum(self.counts[way] for way in ATTENDING) / sum(self.counts.values())


@dataclass(frozen=True, slots=True)
class Statistics:
    """The figures; ``decisions`` by outcome and method, ``recusals`` by class of ground, of nobody in particular.

    ``average`` is of the seats that attended a meeting, None without one; ``disputed`` are items whose readings differ.
    """

    body: Body
    first: dt.date
    last: dt.date
    held: int
    cancelled: int
    average: float | None
    in_session: dt.timedelta
    seats: tuple[SeatAttendance, ...]
    recusals: Mapping[str, int]
    decisions: Mapping[tuple[str, str], int]
    disputed: int
    yearly: tuple[tuple[int, Ruling], ...]


def statistics_of(
    by: Acting, body_id: int, first: dt.date | None = None, last: dt.date | None = None
) -> Statistics:
    """The figures of the meetings that ended, from the first of January until today where no days are named.

    Raises:
        Refused: 403 or 404 for whoever does not read of the body's meetings; 422 where the days are the wrong way.
    """
    body = find_body(by, body_id)
    allow_on(by, body, Action.READ_MEETING)
    last = last or max(by.today, first or by.today)
    first = first or dt.date(last.year, 1, 1)
    if first > last:
        raise bad_input("from", "起日不得晚於迄日。", "The first day cannot lie after the last.")
    called = Meeting.objects.filter(body=body, held_on__range=(first, last))
    held = list(called.filter(state=Meeting.State.CLOSED))
    marks, decided = _marks(held), list(Item.objects.filter(meeting__in=held).exclude(outcome=""))
    return Statistics(
        body=body,
        first=first,
        last=last,
        held=len(held),
        cancelled=called.filter(state=Meeting.State.CANCELLED).count(),
        average=_attending(marks) / len(held) if held else None,
        in_session=_in_session(held),
        seats=_seats(marks),
        recusals=_recusals(held, marks),
        decisions=Counter((item.outcome, item.method) for item in decided),
        disputed=sum(map(_is_disputed, decided)),
        yearly=_yearly(body, first, last, by.today),
    )


def _marks(held: Iterable[Meeting]) -> list[Attendance]:
    rows = Attendance.objects.filter(meeting__in=held)
    return list(rows.select_related("appointment__seat", "appointment__person"))


def _attending(marks: Iterable[Attendance]) -> int:
    return sum(mark.status in ATTENDING for mark in marks)


def _seats(marks: Iterable[Attendance]) -> tuple[SeatAttendance, ...]:
    counts: dict[Appointment, Counter[str]] = {}
    for mark in marks:
        counts.setdefault(mark.appointment, Counter())[mark.status] += 1
    rows = (SeatAttendance(held.seat.number, held, count) for held, count in counts.items())
    return tuple(sorted(rows, key=lambda row: (row.seat, row.appointment.start, row.appointment.pk)))


def _recusals(held: Iterable[Meeting], marks: Iterable[Attendance]) -> Mapping[str, int]:
    """How many seats that attended stepped aside from an item, by the class in the newest word of who sat in it."""
    sat = {
        (mark.meeting_id, mark.appointment_id, mark.stand_in_id or mark.appointment.person_id)
        for mark in marks
        if mark.status in ATTENDING
    }
    rows = Declaration.objects.standing().filter(item__meeting__in=held).select_related("item")
    newest = rows.order_by("item_id", "appointment_id", "person_id", "-pk").distinct(
        "item_id", "appointment_id", "person_id"
    )
    return Counter(
        word.ground
        for word in newest
        if word.recused and (word.item.meeting_id, word.appointment_id, word.person_id) in sat
    )


def _in_session(held: Iterable[Meeting]) -> dt.timedelta:
    """From opening to close without the breaks, which the log tells."""
    total = dt.timedelta()
    by_subject = {meeting.subject: meeting for meeting in held}
    for meeting in by_subject.values():
        if meeting.opened_at is not None and meeting.closed_at is not None:
            total += meeting.closed_at - meeting.opened_at
    left: dict[str, dt.datetime] = {}
    breaks = Act.objects.filter(subject__in=by_subject, kind__in=["meeting.suspended", "meeting.resumed"])
    for subject, kind, at in breaks.order_by("seq").values_list("subject", "kind", "at"):
        if kind == "meeting.suspended":
            left[subject] = at
        else:
            total -= at - left.pop(subject)
    return total


def _is_disputed(item: Item) -> bool:
    return any(ruling is not None and ruling["disputed"] for ruling in (item.quorum, item.resolution))


def _yearly(body: Body, first: dt.date, last: dt.date, today: dt.date) -> tuple[tuple[int, Ruling], ...]:
    """Whether the body has met as often as it owes, in each year begun since its first meeting; else in the last."""
    newest = min(last.year, today.year)
    earliest = Meeting.objects.filter(body=body).aggregate(year=Min("held_on__year"))["year"] or newest
    years = range(min(max(first.year, earliest), newest), newest + 1)
    found = ((year, annual_meeting_ruling(body, min(dt.date(year, 12, 31), today))) for year in years)
    return tuple((year, ruling) for year, ruling in found if ruling is not None)
