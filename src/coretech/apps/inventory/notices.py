"""Whom the inventory tells what: the Office, and an agency's officers."""

import datetime as dt
from collections.abc import Iterable

from coretech.apps.bodies.models import Body
from coretech.apps.bodies.queries import posted_at, serving
from coretech.apps.people.models import Agency, Posting


def office_accounts(day: dt.date) -> list[int]:
    """The accounts of the Office's people on a day."""
    seats = serving(day).filter(seat__body__kind=Body.Kind.OFFICE)
    return _known(seats.values_list("person__account_id", flat=True))


def officer_accounts(agency: Agency, day: dt.date) -> list[int]:
    """The accounts of an agency's officers on a day."""
    posts = posted_at([agency.pk], day).filter(kind=Posting.Kind.OFFICER)
    return _known(posts.values_list("person__account_id", flat=True))


def _known(accounts: Iterable[int | None]) -> list[int]:
    return sorted({account for account in accounts if account is not None})
