"""From an account to its standing: the roles of today's seats, appointments and postings."""

import datetime as dt
from collections.abc import Iterable

from coretech.apps.accounts.models import Account
from coretech.apps.audit.acting import Acting
from coretech.apps.bodies.models import Appointment, Body
from coretech.apps.bodies.queries import (
    appointments_of,
    has_signed,
    postings_of,
    roles_from_seats,
    stands_in_from,
)
from coretech.apps.people.models import Person, Posting
from coretech.kit.clock import TAIPEI
from coretech.law.access import Role, Standing

POSTS = {
    Posting.Kind.OFFICER: Role.AGENCY_OFFICER,
    Posting.Kind.ANNOUNCER: Role.ANNOUNCER,
    Posting.Kind.CONTROLLER: Role.CONTROLLER,
    Posting.Kind.HEAD: Role.AGENCY_HEAD,
}


def acting_for(account: Account | None, at: dt.datetime, once: str = "") -> Acting:
    """The account acting at a moment, with the standing it has on that day in Taipei; None is the public."""
    if account is None:
        return Acting(at=at, once=once)
    person = Person.objects.filter(account=account).first()
    standing = standing_of(account, person, at.astimezone(TAIPEI).date())
    return Acting(at, account.pk, account.username, None if person is None else person.pk, standing, once)


def standing_of(account: Account, person: Person | None, day: dt.date) -> Standing:
    """What an account may claim on a day; an account with no person behind it is the public or an administrator."""
    administrator = {Role.ADMINISTRATOR} if account.is_superuser else set()
    if person is None:
        return Standing(frozenset({Role.PUBLIC} | administrator))
    seats, postings = appointments_of(person, day), list(postings_of(person, day))
    posts = {POSTS[Posting.Kind(posting.kind)] for posting in postings}
    sent = {Role.STAND_IN} if stands_in_from(person.pk, day).exists() else set()
    return Standing(
        roles=frozenset({Role.PUBLIC} | administrator | posts | sent | roles_from_seats(seats)),
        agencies=_served(postings, Posting.Kind.OFFICER),
        panels=_panel_agencies(seats),
        controls=_served(postings, Posting.Kind.CONTROLLER),
        heads=_served(postings, Posting.Kind.HEAD),
        agreement_signed=has_signed(person, day),
    )


def _served(postings: Iterable[Posting], kind: Posting.Kind) -> frozenset[str]:
    """The agencies of somebody's posts of a kind."""
    return frozenset(post.agency.code for post in postings if post.kind == kind)


def _panel_agencies(seats: Iterable[Appointment]) -> frozenset[str]:
    """The agencies whose panels somebody sits on."""
    return frozenset(held.seat.body.agency.code for held in seats if held.seat.body.kind == Body.Kind.PANEL)
