"""Who holds what for which days: a seat has one holder at a time, and a person one seat on a body."""

import datetime as dt

from django.db.models import QuerySet
from django.db.models.functions import Coalesce

from coretech.apps.bodies.models import Appointment, Body, Seat
from coretech.apps.people.models import Person
from coretech.kit.refusal import bad_input, wrong_state
from coretech.kit.roc import said


def last_day(held: Appointment) -> dt.date:
    """The last day served: the end of the term, or the day the seat was left."""
    return held.left_on or held.end


def held_between(first: dt.date, last: dt.date) -> QuerySet[Appointment]:
    """The appointments that serve on any day between two days, both included."""
    served = Appointment.objects.annotate(last=Coalesce("left_on", "end"))
    return served.filter(start__lte=last, last__gte=first).select_related("seat", "person")


def require_free(seat: Seat, first: dt.date, last: dt.date) -> None:
    """Refuse days on which the seat is held already (HTTP 422)."""
    holder = held_between(first, last).filter(seat=seat).order_by("start").first()
    if holder is None:
        return
    since, until = said(holder.start), said(last_day(holder))
    raise bad_input(
        "start",
        f"第{seat.number}席於{since.zh}至{until.zh}已有人在任，任期不得重疊。",
        f"Seat {seat.number} is held from {since.en} to {until.en}; terms in a seat may not overlap.",
    )


def require_one_seat(body: Body, person: Person, first: dt.date, last: dt.date) -> None:
    """Refuse a second seat for somebody who holds one on the body at the time (HTTP 422)."""
    held = held_between(first, last).filter(seat__body=body, person=person).order_by("start").first()
    if held is None:
        return
    since, until = said(held.start), said(last_day(held))
    raise bad_input(
        "person",
        f"此人於{since.zh}至{until.zh}已任第{held.seat.number}席，同一會議體一人只能有一席。",
        f"This person holds seat {held.seat.number} from {since.en} to {until.en}; nobody has two seats on a body.",
    )


def require_living(person: Person, start: dt.date) -> None:
    """Refuse an appointment of somebody on record as having died (HTTP 422)."""
    if person.appointments.filter(left_why=Appointment.Leaving.DIED, left_on__lt=start).exists():
        raise bad_input(
            "person",
            "此人已登錄為死亡，不能聘任。",
            "This person is on record as having died; appoint another.",
        )


def vacated(seat: Seat, start: dt.date) -> Appointment | None:
    """The term that was left early, is filled by nobody, and would still run on a day."""
    left = seat.appointments.filter(left_on__lt=start, end__gte=start, filled_by=None)
    return left.order_by("-start").first()


def require_serving_later(held: Appointment) -> None:
    """Refuse to end or renew an appointment that was left already (HTTP 409)."""
    if held.left_on is not None:
        left = said(held.left_on)
        raise wrong_state(
            f"此任已於{left.zh}離任，紀錄不再變更。",
            f"The seat was left on {left.en}; the record does not change any more.",
        )
