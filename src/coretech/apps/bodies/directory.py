"""Accounts as an administrator looks for them: who is behind each, which posts and seats, what is missing."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from django.db.models import Exists, OuterRef, Q, QuerySet

from coretech.apps.accounts.locking import no_such_account
from coretech.apps.accounts.models import Account
from coretech.apps.accounts.sign_in import second_factors, with_second_factor
from coretech.apps.audit.acting import Acting
from coretech.apps.audit.rulings import allow
from coretech.apps.bodies.models import Appointment
from coretech.apps.bodies.queries import serving
from coretech.apps.people.models import Person, Posting
from coretech.law.access import Action

_LARGEST = 2**63 - 1


class Only(StrEnum):
    """Which accounts are wanted."""

    ALL = "all"
    CLOSED = "closed"
    NEVER = "never"
    NO_POST = "no_post"
    NO_SECOND = "no_second"


@dataclass(frozen=True, slots=True)
class Listed:
    """An account on a day: the person behind it, today's postings and seats, and whether it has a second factor."""

    account: Account
    person: Person | None
    postings: Sequence[Posting]
    seats: Sequence[Appointment]
    second_factor: bool


def find_account(by: Acting, account_id: int) -> Account:
    """An account by number, for whoever manages accounts (HTTP 403 and 404 otherwise)."""
    allow(by, Action.MANAGE_ACCOUNTS)
    found = Account.objects.filter(pk=min(account_id, _LARGEST)).first()
    if found is None:
        raise no_such_account()
    return found


def account_called(by: Acting, username: str) -> Account:
    """The same by the account's name, closed ones too."""
    allow(by, Action.MANAGE_ACCOUNTS)
    found = Account.objects.filter(username=username.replace("\x00", "")).first()
    if found is None:
        raise no_such_account()
    return found


def directory(by: Acting, words: str = "", only: Only = Only.ALL) -> QuerySet[Account]:
    """The accounts by name: those whose name, person, address or agency holds the words; for administrators."""
    allow(by, Action.MANAGE_ACCOUNTS)
    accounts = Account.objects.order_by("username")
    if sought := words.replace("\x00", "").strip():
        person = Q(person__name_zh__icontains=sought) | Q(person__name_en__icontains=sought)
        own = Q(username__icontains=sought) | Q(email__icontains=sought)
        accounts = accounts.filter(own | person | Exists(_posted_at(sought, by.today)))
    return accounts.filter(_wanted(only, by.today))


def listed(accounts: Iterable[Account], day: dt.date) -> list[Listed]:
    """The accounts with what stands behind them on a day, in three queries however many there are."""
    found = list(accounts)
    keys = [account.pk for account in found]
    people = {person.account_id: person for person in Person.objects.filter(account__in=keys)}
    postings: dict[int, list[Posting]] = defaultdict(list)
    for posting in _running(day).filter(person__account__in=keys).prefetch_related("agency__names"):
        postings[posting.person_id].append(posting)
    seats: dict[int, list[Appointment]] = defaultdict(list)
    for held in serving(day).filter(person__account__in=keys).select_related("seat__body__agency"):
        seats[held.person_id].append(held)
    secured = with_second_factor(keys)
    return [
        Listed(
            account=account,
            person=(person := people.get(account.pk)),
            postings=postings[person.pk] if person else [],
            seats=seats[person.pk] if person else [],
            second_factor=account.pk in secured,
        )
        for account in found
    ]


def _wanted(only: Only, day: dt.date) -> Q:
    """The condition; what is missing is asked of open accounts alone."""
    seats = serving(day).filter(person__account=OuterRef("pk"))
    postings = _running(day).filter(person__account=OuterRef("pk"))
    secured = second_factors().filter(user=OuterRef("pk"))
    is_open = Q(is_active=True)
    conditions: dict[Only, Q] = {
        Only.ALL: Q(),
        Only.CLOSED: Q(is_active=False),
        Only.NEVER: is_open & Q(last_login=None),
        Only.NO_POST: is_open & Q(~Exists(seats), ~Exists(postings)),
        Only.NO_SECOND: is_open & Q(~Exists(secured)),
    }
    return conditions[only]


def _posted_at(sought: str, day: dt.date) -> QuerySet[Posting]:
    """The postings at agencies of this code or name."""
    named = Q(agency__names__zh__icontains=sought) | Q(agency__names__en__icontains=sought)
    here = _running(day).filter(Q(agency__code__iexact=sought) | named)
    return here.filter(person__account=OuterRef("pk"))


def _running(day: dt.date) -> QuerySet[Posting]:
    return Posting.objects.filter(Q(end=None) | Q(end__gte=day), start__lte=day).select_related("agency")
