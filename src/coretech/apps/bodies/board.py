"""The board of a body: who sits in each seat on a day, and whether the body is lawfully composed."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from coretech.apps.bodies.facts import rulings_on
from coretech.apps.bodies.history import in_a_row
from coretech.apps.bodies.holding import last_day
from coretech.apps.bodies.models import Appointment, Body, Seat
from coretech.kit.sentence import Sentence
from coretech.law.ruling import Ruling


@dataclass(frozen=True, slots=True)
class Place:
    """A seat on a day: its holder, since when in a row and in which term; or since when nobody holds it.

    ``agency`` is whom it represents, by the name of the day. ``vacated`` is the term that was left and would still
    run, so that it can be filled.
    """

    seat: Seat
    held: Appointment | None
    term: int
    since: dt.date | None
    agency: Sentence | None
    vacated: Appointment | None

    @property
    def until(self) -> dt.date | None:
        """The last day its holder serves."""
        return None if self.held is None else last_day(self.held)


@dataclass(frozen=True, slots=True)
class Board:
    """A body on a day."""

    body: Body
    day: dt.date
    places: tuple[Place, ...]
    rulings: tuple[Ruling, ...]

    @property
    def seated(self) -> int:
        """How many hold a seat."""
        return sum(place.held is not None for place in self.places)


def book_of(body: Body) -> list[Appointment]:
    """Every appointment ever made to a body, by seat and start."""
    made = Appointment.objects.filter(seat__body=body).select_related("person", "seat__body")
    return list(made.order_by("seat__number", "start", "pk"))


def serving(book: Sequence[Appointment], day: dt.date) -> list[Appointment]:
    """Those of the appointments that serve on a day."""
    return [held for held in book if held.start <= day <= last_day(held)]


def board_on(body: Body, day: dt.date) -> Board:
    """The board of any day, past or to come."""
    book = book_of(body)
    seats = body.seats.select_related("represents").prefetch_related("represents__names").order_by("number")
    places = tuple(_place(seat, book, day) for seat in seats)
    return Board(body, day, places, rulings_on(body, serving(book, day), day))


def _place(seat: Seat, book: Sequence[Appointment], day: dt.date) -> Place:
    own = [held for held in book if held.seat_id == seat.pk]
    held = next(iter(serving(own, day)), None)
    row = [] if held is None else _row(held, book)
    return Place(
        seat=seat,
        held=held,
        term=len(row),
        since=row[-1].start if row else _vacant_since(own, day),
        agency=None if seat.represents is None else seat.represents.name_on(day),
        vacated=None if held is not None else _vacated(own, day),
    )


def _row(held: Appointment, book: Sequence[Appointment]) -> list[Appointment]:
    """This term and those of the same person that join up with it, newest first."""
    earlier = [each for each in book if each.person_id == held.person_id and each.start < held.start]
    return [held, *in_a_row(sorted(earlier, key=lambda each: each.start, reverse=True), held.start)]


def _vacant_since(own: Sequence[Appointment], day: dt.date) -> dt.date | None:
    """The first day without a holder; None where nobody ever held the seat."""
    ended = [last_day(held) for held in own if last_day(held) < day]
    return max(ended) + dt.timedelta(days=1) if ended else None


def _vacated(own: Sequence[Appointment], day: dt.date) -> Appointment | None:
    """The term that was left before a day, would still run on it, and is filled by nobody."""
    filled = {held.fills_id for held in own}
    left = [held for held in own if held.left_on and held.left_on < day <= held.end]
    return next((held for held in reversed(left) if held.pk not in filled), None)
