"""Whom the cycle writes to: an agency's officers, its heads, a plan's controllers."""

import datetime as dt

from coretech.apps.bodies.queries import posted_at
from coretech.apps.people.models import Agency, Posting


def accounts_of(agency: Agency, kind: Posting.Kind, day: dt.date) -> list[int]:
    """The accounts of those who hold a post of a kind at an agency on a day."""
    posts = posted_at([agency.pk], day).filter(kind=kind)
    found = posts.values_list("person__account_id", flat=True)
    return sorted({account for account in found if account is not None})


def officers(agency: Agency, day: dt.date) -> list[int]:
    """Those who fill in."""
    return accounts_of(agency, Posting.Kind.OFFICER, day)


def heads(agency: Agency, day: dt.date) -> list[int]:
    """Those who sign."""
    return accounts_of(agency, Posting.Kind.HEAD, day)


def controllers(agency: Agency, day: dt.date) -> list[int]:
    """Those who check."""
    return accounts_of(agency, Posting.Kind.CONTROLLER, day)
