"""Taking a file over: each row by the same law as if it were entered by hand, all of them or none."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from django.db import transaction

from coretech.apps.audit.locks import hold
from coretech.apps.audit.rehearsal import rehearsed
from coretech.apps.bodies.appointing import place
from coretech.apps.bodies.difference import Difference, Kind, difference
from coretech.apps.bodies.facts import shortcomings
from coretech.apps.bodies.leaving import leave
from coretech.apps.bodies.models import Appointment, Body, Seat
from coretech.apps.bodies.nomination import NewPerson, Nomination, people_for
from coretech.apps.bodies.seating import NewSeat, make_seat
from coretech.kit.refusal import Refused, bad_input
from coretech.kit.sentence import Sentence
from coretech.readers.seats.columns import COLUMNS, heading
from coretech.readers.seats.grid import MOST_FINDINGS, Finding
from coretech.readers.seats.rows import BoardRead, SeatRow, read_board


@dataclass(frozen=True, slots=True)
class Imported:
    """What a file changes on a body, and what the body then lacks; with findings, nothing may be written."""

    difference: Difference
    warnings: tuple[Sentence, ...]

    @property
    def findings(self) -> list[Finding]:
        """What is to be corrected in the file."""
        return self.difference.findings


def foreseen(body: Body, raw: bytes, day: dt.date) -> Imported:
    """What a file would change, tried out on the record and taken back.

    Raises:
        Refused: (HTTP 422) for a file that cannot be read at all.
    """
    return rehearsed(lambda: take_over(body, raw, day))


def take_over(body: Body, raw: bytes, day: dt.date) -> Imported:
    """Write what a file changes; whoever calls takes it back where there are findings."""
    hold(f"body:{body.pk}")
    read = read_board(raw)
    found = difference(body, read.rows)
    found.findings[:0] = read.findings
    _Taking(body, read, found, day).run()
    found.findings[:] = sorted(found.findings, key=lambda each: each.line)[:MOST_FINDINGS]
    return Imported(found, shortcomings(body, day))


class _Taking:
    """One file being taken over, row by row; a row that is refused becomes a finding and the others go on."""

    def __init__(self, body: Body, read: BoardRead, found: Difference, day: dt.date) -> None:
        """Keep what is compared."""
        self.body, self.read, self.found, self.day = body, read, found, day
        self.entered: dict[tuple[str, str], int] = {}

    def run(self) -> None:
        """Seats first, then the terms by their first day, so that each is judged by those before it."""
        for row in self.found.of(Kind.SEAT):
            self._try(row, self._add_seat)
        for row in sorted(self.found.of(Kind.ENDING), key=_first_day):
            self._try(row, self._end)
        for row in sorted(self.found.of(Kind.APPOINTMENT), key=_first_day):
            self._try(row, self._appoint)

    def _try(self, row: SeatRow, write: Callable[[SeatRow], None]) -> None:
        try:
            with transaction.atomic():
                write(row)
        except Refused as refusal:
            column = heading(refusal.field) if refusal.field in COLUMNS else ""
            self.found.findings.append(Finding(row.line, column, refusal.sentence))

    def _add_seat(self, row: SeatRow) -> None:
        seat = NewSeat(row.seat, row.category, row.group, convener=row.convener, represents=row.represents)
        make_seat(self.body, seat, row.start or self.day)

    def _end(self, row: SeatRow) -> None:
        self._left(self._seat(row).appointments.get(start=_first_day(row)), row)

    def _appoint(self, row: SeatRow) -> None:
        seat = self._seat(row)
        if row.start is None or row.end is None:
            raise bad_input("end", "請填寫任期末日。", "Give the last day of the term.")
        nomination = Nomination(
            person=self._who(row),
            start=row.start,
            end=row.end,
            post_zh=row.post_zh,
            post_en=row.post_en,
            convenes_as=row.convenes_as,
        )
        made = place(seat, nomination, self._vacancy(seat, row)).appointment
        self.entered[row.name_zh, row.name_en] = made.person_id
        if row.left_on is not None:
            self._left(made, row)

    def _left(self, held: Appointment, row: SeatRow) -> None:
        if row.left_on is not None:
            leave(held, row.left_on, row.left_why)

    def _seat(self, row: SeatRow) -> Seat:
        seat = self.body.seats.select_related("body").filter(number=row.seat).first()
        if seat is None:
            raise bad_input(
                "seat", "此席位不能新增，見該席的說明。", "The seat could not be added; see its own line."
            )
        return seat

    def _who(self, row: SeatRow) -> int | NewPerson:
        """The person by number, who must bear the name; else whoever of that name is on the body, else somebody new."""
        if row.person is None:
            known = self.entered.get((row.name_zh, row.name_en)) or self._seated(row)
            return known or NewPerson(row.name_zh, row.name_en)
        person = people_for(self.body).filter(pk=row.person).first()
        if person is not None and (person.name_zh, person.name_en) != (row.name_zh, row.name_en):
            raise bad_input(
                "person",
                f"編號{row.person}是另一人，請更正編號，或留空以登錄新人員。",
                f"Number {row.person} is somebody else; correct it, or leave it empty for somebody new.",
            )
        return row.person

    def _seated(self, row: SeatRow) -> int | None:
        held = Appointment.objects.filter(
            seat__body=self.body, person__name_zh=row.name_zh, person__name_en=row.name_en
        )
        people = set(held.values_list("person_id", flat=True))
        return people.pop() if len(people) == 1 else None

    def _vacancy(self, seat: Seat, row: SeatRow) -> Appointment | None:
        if row.fills is None:
            return None
        left = seat.appointments.filter(start=row.fills, left_on__isnull=False, filled_by=None).first()
        if left is None:
            raise bad_input(
                "fills",
                "此席沒有自該日起任、已離任而未補的任期。",
                "The seat has no term from that day that was left and is not filled.",
            )
        return left


def _first_day(row: SeatRow) -> dt.date:
    return row.start or dt.date.min
