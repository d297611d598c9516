"""The demonstration's accounts, each with the standing it has on a day."""

import datetime as dt
from dataclasses import dataclass

from coretech.apps.accounts.models import Account
from coretech.apps.audit.acting import Acting
from coretech.apps.bodies.standing import standing_of
from coretech.apps.people.models import Person
from coretech.kit.clock import TAIPEI
from coretech.kit.refusal import not_found
from coretech.kit.sentence import Sentence


@dataclass(frozen=True, slots=True)
class Player:
    """Somebody on the demonstration's stage; an administrator has no person behind the account."""

    account: Account
    name: Sentence | None
    acting: Acting


def players(at: dt.datetime) -> list[Player]:
    """Everybody on the stage at a moment, by account name."""
    accounts = Account.objects.filter(demo=True, is_active=True)
    people = {person.account_id: person for person in Person.objects.filter(account__in=accounts)}
    return [_player(account, people.get(account.pk), at) for account in accounts]


def find_player(username: str) -> Account:
    """A demonstration account by name; never anybody else's (HTTP 404)."""
    account = Account.objects.filter(demo=True, is_active=True, username=username).first()
    if account is None:
        raise not_found("沒有這個示範帳號。", "There is no such demonstration account.")
    return account


def _player(account: Account, person: Person | None, at: dt.datetime) -> Player:
    standing = standing_of(account, person, at.astimezone(TAIPEI).date())
    person_id = None if person is None else person.pk
    acting = Acting(at, account.pk, account.username, person_id, standing)
    return Player(account, None if person is None else person.name, acting)
