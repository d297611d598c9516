"""Bodies in the making: a council of its own seats beside the stage's, and whom to put on it."""

import datetime as dt

from coretech.apps.bodies.models import Appointment, Body, Seat
from coretech.apps.bodies.nomination import NewPerson, Nomination
from coretech.apps.bodies.operations.add_seat import add_seat
from coretech.apps.bodies.operations.appoint import appoint
from coretech.apps.bodies.operations.end_appointment import end_appointment
from coretech.apps.bodies.seating import NewSeat
from tests import factories

EXPERT = 4
FIRST = dt.date(2025, 3, 3)
LAST = dt.date(2027, 3, 2)


def council() -> Body:
    """The stage's council of 25."""
    return Body.objects.get(kind=Body.Kind.COUNCIL)


def seat(number: int) -> Seat:
    """A seat of the council."""
    return Seat.objects.get(body=council(), number=number)


def held(number: int) -> Appointment:
    """The newest appointment to a seat of the council."""
    return Appointment.objects.filter(seat=seat(number)).latest("start", "pk")


def new_seat(category: int = EXPERT, represents: str = "") -> Seat:
    """A seat added to the council."""
    given = NewSeat(category=category, represents=represents)
    return Seat.objects.get(pk=number_of(add_seat(factories.acting("office"), council().pk, given).subject))


def somebody(
    start: dt.date = factories.DAY, name: str = "新委員（示範）", end: dt.date | None = None, post: str = ""
) -> Nomination:
    """A new person nominated."""
    return Nomination(NewPerson(name, "New member (demonstration)"), start, end, post)


def appointed(place: Seat, given: Nomination) -> Appointment:
    """Appoint, as the Office."""
    act = appoint(factories.acting("office"), place.pk, given)
    return Appointment.objects.get(pk=number_of(act.subject))


def left(number: int, on: dt.date, why: str = "resigned") -> Appointment:
    """Let the holder of a council seat leave."""
    gone = held(number)
    end_appointment(factories.acting("office"), gone.pk, on, why)
    gone.refresh_from_db()
    return gone


def number_of(subject: str) -> int:
    """The number in ``appointment/3``."""
    return int(subject.split("/")[1])
