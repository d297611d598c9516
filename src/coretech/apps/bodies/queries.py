"""Who sits on a body on a day, and what somebody's seats and postings amount to."""

import datetime as dt

from django.db.models import Q, QuerySet

from coretech.apps.bodies.models import Agreement, Appointment, Body
from coretech.apps.people.models import Person, Posting
from coretech.law.access import Role


def appointments_on(body: Body, day: dt.date) -> QuerySet[Appointment]:
    """The appointments that serve on a body on a day, by seat number."""
    return (
        _serving(day)
        .filter(seat__body=body)
        .select_related("person", "seat__represents")
        .prefetch_related("seat__represents__names")
        .order_by("seat__number")
    )


def appointments_of(person: Person, day: dt.date) -> QuerySet[Appointment]:
    """The seats a person holds on a day, on any body."""
    return _serving(day).filter(person=person).select_related("seat__body__agency")


def postings_of(person: Person, day: dt.date) -> QuerySet[Posting]:
    """The posts a person holds on a day."""
    running = Posting.objects.filter(Q(end=None) | Q(end__gte=day), start__lte=day)
    return running.filter(person=person).select_related("agency")


def signed_on(person: Person) -> dt.datetime | None:
    """When the person first signed a non-disclosure agreement, or None."""
    first = Agreement.objects.filter(person=person).order_by("signed_at").first()
    return None if first is None else first.signed_at


def has_signed(person: Person) -> bool:
    """Whether the person has signed the agreement."""
    return signed_on(person) is not None


def roles_from_seats(appointments: QuerySet[Appointment]) -> frozenset[Role]:
    """The roles that seats give."""
    roles: set[Role] = set()
    for appointment in appointments:
        roles |= _ROLES[appointment.seat.body.kind]
        if appointment.seat.convener and appointment.seat.body.kind == Body.Kind.COUNCIL:
            roles.add(Role.CONVENER)
    return frozenset(roles)


_ROLES: dict[str, frozenset[Role]] = {
    Body.Kind.COUNCIL: frozenset({Role.COUNCIL_MEMBER}),
    Body.Kind.OFFICE: frozenset({Role.OFFICE}),
    Body.Kind.PANEL: frozenset({Role.PANEL_MEMBER}),
}


def _serving(day: dt.date) -> QuerySet[Appointment]:
    in_term = Q(start__lte=day, end__gte=day)
    return Appointment.objects.filter(in_term & (Q(left_on=None) | Q(left_on__gte=day)))
