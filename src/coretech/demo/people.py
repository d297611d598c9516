"""Making somebody of the cast: an account, the person behind it by role, and the post held since the first day."""

import datetime as dt

from coretech.apps.accounts.models import Account
from coretech.apps.people.models import Agency, Person, Posting

FIRST_DAY = dt.date(2025, 3, 3)
"""The day the demonstration opens on; the council's term began on it."""


def new_account(username: str, secret: str, *, superuser: bool = False) -> Account:
    """An account of the demonstration; ``secret`` is the hash of its password."""
    return Account.objects.create(
        username=username,
        password=secret,
        demo=True,
        is_superuser=superuser,
        email=f"{username}@example.invalid",
    )


def new_person(names: tuple[str, str], account: Account | None = None) -> Person:
    """Somebody by role, in both languages."""
    return Person.objects.create(name_zh=names[0], name_en=names[1], account=account)


def new_post(person: Person, agency: str, kind: Posting.Kind) -> None:
    """A post at an agency, by code, since the first day."""
    Posting.objects.create(person=person, agency=Agency.objects.get(code=agency), kind=kind, start=FIRST_DAY)
