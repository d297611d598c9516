"""Opening an account for somebody, who sets the password by a link that comes by mail."""

from dataclasses import dataclass

from coretech.apps.accounts.models import Account
from coretech.apps.accounts.naming import free_address, free_username, known_language
from coretech.apps.accounts.password_links import make_link, send_link
from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.audit.rulings import allow
from coretech.apps.people.models import Person
from coretech.apps.people.naming import person_without_account, sound_names
from coretech.law.access import Action


@dataclass(frozen=True, slots=True)
class Opening:
    """The account to open: for somebody on record by number, or for somebody new by name."""

    username: str
    email: str
    language: str = "zh-hant"
    name_zh: str = ""
    name_en: str = ""
    person: int | None = None


def check(by: Acting) -> None:
    """Whether this person may open accounts."""
    allow(by, Action.MANAGE_ACCOUNTS)


@operation
def open_account(by: Acting, given: Opening) -> Act:
    """Open the account without a password and send the link; single sign-on finds it by its address."""
    check(by)
    account = Account(
        username=free_username(given.username),
        email=free_address(given.email),
        language=known_language(given.language),
        date_joined=by.at,
    )
    account.set_unusable_password()
    account.save()
    person = _person(given)
    person.account = account
    person.save()
    link = make_link(account, by.at)
    act = record(
        by,
        "accounts.opened",
        f"account/{account.pk}",
        confidential={
            "username": account.username,
            "email": account.email,
            "person": person.pk,
            "name": person.name.as_dict(),
        },
    )
    send_link(act, link)
    return act


def _person(given: Opening) -> Person:
    if given.person is not None:
        return person_without_account(given.person)
    zh, en = sound_names(given.name_zh, given.name_en)
    return Person(name_zh=zh, name_en=en)
