"""Who sits on a body on a day, and what somebody's seats and postings amount to."""

import datetime as dt
from collections.abc import Iterable, Mapping

from django.db.models import Min, Q, QuerySet

from coretech.apps.bodies.models import Agreement, AgreementText, Appointment, Body, Designation
from coretech.apps.people.models import Person, Posting
from coretech.law.access import Role


def appointments_on(body: Body, day: dt.date) -> QuerySet[Appointment]:
    """The appointments that serve on a body on a day, by seat number."""
    return (
        serving(day)
        .filter(seat__body=body)
        .select_related("person", "seat__represents")
        .prefetch_related("seat__represents__names")
        .order_by("seat__number")
    )


def appointments_of(person: Person, day: dt.date) -> QuerySet[Appointment]:
    """The seats a person holds on a day, on any body."""
    return serving(day).filter(person=person).select_related("seat__body__agency")


def postings_of(person: Person, day: dt.date) -> QuerySet[Posting]:
    """The posts a person holds on a day."""
    running = Posting.objects.filter(Q(end=None) | Q(end__gte=day), start__lte=day)
    return running.filter(person=person).select_related("agency")


def posted_at(agencies: Iterable[int], day: dt.date) -> QuerySet[Posting]:
    """Who holds a post on a day at any of these agencies, each with the person."""
    running = Posting.objects.filter(Q(end=None) | Q(end__gte=day), start__lte=day)
    return running.filter(agency__in=agencies).select_related("person").order_by("person_id")


def standing_signatures(day: dt.date) -> QuerySet[Agreement]:
    """The signatures that hold on a day: not withdrawn, and under no text that a later one has replaced by then."""
    replaced_by = AgreementText.objects.filter(supersedes_on__lte=day).order_by("-version").first()
    oldest = 1 if replaced_by is None else replaced_by.version
    return Agreement.objects.filter(withdrawal=None, text__version__gte=oldest)


def signatures_of(people: Iterable[int], day: dt.date) -> Mapping[int, dt.datetime]:
    """When each of these people first signed an agreement that holds on a day; who did not is left out."""
    mine = standing_signatures(day).filter(person__in=people).order_by().values_list("person")
    return dict(mine.annotate(first=Min("signed_at")))


def own_signature(person_id: int | None) -> Agreement | None:
    """A person's signature under the newest text signed, or None."""
    mine = Agreement.objects.select_related("text").filter(person_id=person_id or 0, withdrawal=None)
    return mine.order_by("-text__version").first()


def signed_on(person: Person, day: dt.date) -> dt.datetime | None:
    """When the person first signed an agreement that holds on a day, or None."""
    return signatures_of([person.pk], day).get(person.pk)


def has_signed(person: Person, day: dt.date) -> bool:
    """Whether the person has signed an agreement that holds on a day."""
    return signed_on(person, day) is not None


def stands_in_from(person_id: int, day: dt.date) -> QuerySet[Designation]:
    """Where agencies send this person on a day or later: the newest designation of a seat and day, if it says so."""
    newest = (
        Designation.objects.filter(on__gte=day)
        .order_by("appointment_id", "on", "-pk")
        .distinct("appointment_id", "on")
    )
    return Designation.objects.filter(pk__in=newest.values("pk"), person_id=person_id)


def sent_to(person_id: int, day: dt.date) -> list[tuple[int, dt.date]]:
    """The bodies, each with the day, whose meetings agencies send this person to on a day or later."""
    return list(stands_in_from(person_id, day).values_list("appointment__seat__body_id", "on"))


def designated_on(body: Body, day: dt.date) -> Mapping[int, Designation]:
    """Whom the agencies send in their members' place on a day, by appointment."""
    rows = Designation.objects.filter(on=day, appointment__seat__body=body).select_related("person")
    newest = rows.order_by("appointment_id", "-pk").distinct("appointment_id")
    return {row.appointment_id: row for row in newest if row.person_id is not None}


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
    Body.Kind.ADVISERS: frozenset(),
    Body.Kind.PANEL: frozenset({Role.PANEL_MEMBER}),
    Body.Kind.COORDINATION: frozenset(),
}


def serving(day: dt.date) -> QuerySet[Appointment]:
    """The appointments that run on a day, on any body."""
    in_term = Q(start__lte=day, end__gte=day)
    return Appointment.objects.filter(in_term & (Q(left_on=None) | Q(left_on__gte=day)))
