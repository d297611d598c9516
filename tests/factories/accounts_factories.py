"""Accounts and postings, made through the project's own operations."""

import datetime as dt

from coretech.apps.accounts.models import Account, PasswordLink
from coretech.apps.accounts.password_links import opened_by
from coretech.apps.audit.links import secret_of
from coretech.apps.people.models import Person, Posting
from coretech.apps.people.operations.open_account import Opening, open_account
from coretech.apps.people.operations.post_person import Post, post_person
from tests import factories

ADMIN = "administrator"
NAME, EMAIL, NAME_ZH, NAME_EN = "chen", "chen@moea.example", "陳承辦", "Chen Officer"
PASSWORD = "a-long-and-quiet-river"  # noqa: S105 - a test's own account
WEEK = dt.timedelta(days=7)


def opening(**other: object) -> Opening:
    """An account for somebody new."""
    given = {"username": NAME, "email": EMAIL, "name_zh": NAME_ZH, "name_en": NAME_EN}
    return Opening(**{**given, **other})  # type: ignore[arg-type]  # tests give some fields wrongly on purpose


def opened(day: dt.date = factories.DAY, **other: object) -> Account:
    """The account, opened by the administrator of the cast."""
    act = open_account(factories.acting(ADMIN, day), opening(**other))
    return Account.objects.get(pk=int(act.subject.split("/")[1]))


def person_of(account: Account) -> Person:
    """Who is behind an account."""
    return Person.objects.get(account=account)


def posted(
    account: Account,
    agency: str = "moea",
    kind: str = "officer",
    start: dt.date = factories.DAY,
    **other: dt.date,
) -> Posting:
    """The account's holder, posted to an agency."""
    post = Post(agency, kind, start, **other)
    act = post_person(factories.acting(ADMIN, start), person_of(account).pk, post)
    return Posting.objects.get(pk=int(act.subject.split("/")[1]))


def link_of(account: Account) -> PasswordLink:
    """The newest link of an account."""
    return account.password_links.latest("number")


def secret(account: Account) -> str:
    """What the newest mail's link ends in."""
    return secret_of(opened_by(link_of(account)))


def another_administrator() -> Account:
    """A second administrator, who can do to the first what nobody does to themselves."""
    return Account.objects.create(
        username="second-administrator", email="second@example.invalid", is_superuser=True, demo=True
    )
