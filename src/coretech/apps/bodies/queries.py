"""Who sits on a body on a day, and what somebody's seats and postings amount to."""

import datetime as dt
from collections.abc import Iterable, Mapping

from django.db.models import Min, Q, QuerySet

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


def posted_at(agencies: Iterable[int], day: dt.date) -> QuerySet[Posting]:
    """Who holds a post on a day at any of these agencies, each with the person."""
    running = Posting.objects.filter(Q(end=None) | Q(end__gte=day), start__lte=day)
    return running.filter(agency__in=agencies).select_related("person").order_by("person_id")


def signatures_of(people: Iterable[int]) -> Mapping[int, dt.datetime]:
    """When each of these people first signed an agreement; who never did is left out."""
    rows = Agreement.objects.filter(person__in=people).values_list("person").annotate(first=Min("signed_at"))
    return dict(rows)


def own_signature(person_id: int | None) -> Agreement | None:
    """A person's signature under the newest text signed, or None."""
    mine = Agreement.objects.select_related("text").filter(person_id=person_id or 0)
    return mine.order_by("-text__version").first()


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
