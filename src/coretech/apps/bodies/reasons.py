"""Why somebody has a role today: the posting, the seat or the designation each comes from."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from coretech.apps.accounts.models import Account
from coretech.apps.bodies.models import Appointment
from coretech.apps.bodies.queries import appointments_of, postings_of, roles_from_seats, stands_in_from
from coretech.apps.bodies.standing import POSTS
from coretech.apps.people.letters import KINDS
from coretech.apps.people.models import Person, Posting
from coretech.kit.roc import said
from coretech.kit.sentence import Sentence
from coretech.law.access import Role


@dataclass(frozen=True, slots=True)
class Reason:
    """A role, and what it comes from."""

    role: Role
    why: Sentence


def reasons(account: Account, person: Person | None, day: dt.date) -> list[Reason]:
    """Every role the account has on a day but the public's, with its ground; a closed account has none."""
    if not account.is_active:
        return []
    found = [Reason(Role.ADMINISTRATOR, _SET)] if account.is_superuser else []
    if person is not None:
        found += [*_from_postings(person, day), *_from_seats(person, day), *_from_designations(person, day)]
    return found


def seat_told(held: Appointment) -> Sentence:
    """The seat, its body, and until when it is held."""
    body, last = held.seat.body.name, said(held.left_on or held.end)
    return Sentence(
        f"{body.zh}第{held.seat.number}席，至{last.zh}",
        f"seat {held.seat.number} of {body.en}, until {last.en}",
    )


def posting_told(posting: Posting, day: dt.date) -> Sentence:
    """The post and its agency, since when and until when."""
    agency, kind, start = posting.agency.name_on(day), KINDS[Posting.Kind(posting.kind)], said(posting.start)
    until = None if posting.end is None else said(posting.end)
    zh, en = f"{agency.zh}{kind.zh}，自{start.zh}", f"{kind.en} of {agency.en}, from {start.en}"
    return Sentence(f"{zh}至{until.zh}", f"{en} until {until.en}") if until else Sentence(f"{zh}起", en)


def _from_postings(person: Person, day: dt.date) -> Iterator[Reason]:
    for posting in postings_of(person, day):
        yield Reason(POSTS[Posting.Kind(posting.kind)], posting_told(posting, day))


def _from_seats(person: Person, day: dt.date) -> Iterator[Reason]:
    seats = appointments_of(person, day)
    for held in seats:
        for role in sorted(roles_from_seats(seats.filter(pk=held.pk))):
            yield Reason(role, seat_told(held))


def _from_designations(person: Person, day: dt.date) -> Iterator[Reason]:
    for sent in stands_in_from(person.pk, day).select_related("appointment__seat__body"):
        seat, on = sent.appointment.seat, said(sent.on)
        why = Sentence(
            f"{on.zh}代理{seat.body.name.zh}第{seat.number}席",
            f"stands in for seat {seat.number} of {seat.body.name.en} on {on.en}",
        )
        yield Reason(Role.STAND_IN, why)


_SET = Sentence("由系統管理者設定", "made one by an administrator")
