"""What falls due on a body within the next 180 days: terms that end, terms that begin, too few members."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from coretech.apps.bodies.board import book_of, serving
from coretech.apps.bodies.facts import rulings_on
from coretech.apps.bodies.holding import last_day
from coretech.apps.bodies.models import Appointment, Body, Seat
from coretech.kit.sentence import Sentence
from coretech.law.ruling import Ruling

WINDOW = 180
_A_DAY = dt.timedelta(days=1)


class Kind(StrEnum):
    """What falls due."""

    TERM_ENDS = "term_ends"
    LEAVES = "leaves"
    BEGINS = "begins"
    DEFECTIVE = "defective"


KINDS = {
    Kind.TERM_ENDS: Sentence("任期屆滿", "Term ends"),
    Kind.LEAVES: Sentence("離任", "Leaves"),
    Kind.BEGINS: Sentence("就任", "Term begins"),
    Kind.DEFECTIVE: Sentence("組成將不合規定", "No longer lawfully composed"),
}


@dataclass(frozen=True, slots=True)
class Due:
    """One thing that falls due: on which day, what, on whose seat; or the ruling the body then falls short of."""

    on: dt.date
    kind: Kind
    seat: Seat | None = None
    held: Appointment | None = None
    ruling: Ruling | None = None


def due_after(body: Body, day: dt.date) -> list[Due]:
    """Everything that falls due on a day or in the 180 after it, by day."""
    book = book_of(body)
    last = day + dt.timedelta(days=WINDOW) if day <= dt.date.max - dt.timedelta(days=WINDOW) else dt.date.max
    found = [*_terms(book, day, last), *_shortfall(body, book, day, last)]
    return sorted(found, key=lambda due: (due.on, due.kind, due.seat.number if due.seat else 0))


def _terms(book: Sequence[Appointment], day: dt.date, last: dt.date) -> Iterator[Due]:
    for held in book:
        end = last_day(held)
        if held.start <= day <= end <= last:
            yield Due(end, Kind.TERM_ENDS if held.left_on is None else Kind.LEAVES, held.seat, held)
        if day < held.start <= last:
            yield Due(held.start, Kind.BEGINS, held.seat, held)


def _shortfall(body: Body, book: Sequence[Appointment], day: dt.date, last: dt.date) -> Iterator[Due]:
    """The first day on which a body that is lawfully composed no longer is."""
    if not _lawful(rulings_on(body, serving(book, day), day)):
        return
    changes = {held.start for held in book} | {
        last_day(held) + _A_DAY for held in book if last_day(held) < last
    }
    for change in sorted(each for each in changes if day < each <= last):
        rulings = rulings_on(body, serving(book, change), change)
        if not _lawful(rulings):
            yield Due(change, Kind.DEFECTIVE, ruling=next(each for each in rulings if not each.is_yes))
            return


def _lawful(rulings: Sequence[Ruling]) -> bool:
    return all(ruling.is_yes for ruling in rulings)
