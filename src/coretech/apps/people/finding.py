"""Agencies, people and postings as an operation looks them up."""

import datetime as dt

from django.db.models import Q, QuerySet

from coretech.apps.people.models import Agency, Person, Posting
from coretech.kit.refusal import bad_input, not_found

_LARGEST = 2**63 - 1


def agency_coded(code: str) -> Agency:
    """An agency by its code (HTTP 404 where there is none)."""
    found = Agency.objects.prefetch_related("names").filter(code=code).first()
    if found is None:
        raise not_found("沒有這個機關。", "There is no such agency.")
    return found


def lock_agency(code: str) -> Agency:
    """The same, its row locked until the transaction ends."""
    agency = agency_coded(code)
    return Agency.objects.select_for_update().get(pk=agency.pk)


def person_numbered(person_id: int) -> Person:
    """Somebody on record (HTTP 422 where there is nobody of the number)."""
    found = Person.objects.select_related("account").filter(pk=min(person_id, _LARGEST)).first()
    if found is None:
        raise bad_input("person", "沒有這位人員。", "Nobody on record has this number.")
    return found


def find_posting(posting_id: int) -> Posting:
    """A posting by number (HTTP 404 where there is none)."""
    return _posting(Posting.objects.all(), posting_id)


def lock_posting(posting_id: int) -> Posting:
    """The same, its row locked until the transaction ends."""
    return _posting(Posting.objects.select_for_update(of=("self",)), posting_id)


def running_from(day: dt.date) -> QuerySet[Posting]:
    """The postings that run on a day or begin later."""
    return Posting.objects.filter(Q(end=None) | Q(end__gte=day))


def _posting(rows: QuerySet[Posting], posting_id: int) -> Posting:
    found = rows.select_related("person__account", "agency").filter(pk=min(posting_id, _LARGEST)).first()
    if found is None:
        raise not_found("沒有這筆職務。", "There is no such posting.")
    return found
