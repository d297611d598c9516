"""Agencies as a form offers them, and who is posted at one."""

import datetime as dt

from django.db.models import QuerySet

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.rulings import NO_MATTER, allow, refusal_of
from coretech.apps.people.finding import running_from
from coretech.apps.people.models import Agency, Person, Posting
from coretech.law.access import Action, Matter, who_may


def all_agencies() -> QuerySet[Agency]:
    """Every agency with its names, by code; public."""
    return Agency.objects.prefetch_related("names")


def agencies_on(day: dt.date) -> list[Agency]:
    """The agencies that have a name in use on a day, by code; public."""
    return [agency for agency in all_agencies() if in_use(agency, day)]


def in_use(agency: Agency, day: dt.date) -> bool:
    """Whether one of the names runs on the day: an agency that was dissolved has none."""
    spans = ((name.valid_from or dt.date.min, name.valid_until or dt.date.max) for name in agency.names.all())
    return any(start <= day <= end for start, end in spans)


def require_postings_reader(by: Acting, agency: Agency) -> None:
    """Require an officer of the agency, the Office, or whoever posts people (HTTP 403 otherwise)."""
    if not who_may(Action.POST_PEOPLE, by.standing, NO_MATTER, by.today).is_yes:
        allow(by, Action.READ_POSTINGS, Matter(agencies=frozenset({agency.code})))


def readable_agencies(by: Acting) -> list[Agency]:
    """The agencies whose postings somebody may read, by code."""
    found = (each for each in agencies_on(by.today) if refusal_of(require_postings_reader, by, each) is None)
    return list(found)


def postings_at(by: Acting, agency: Agency) -> list[Posting]:
    """Who is posted at an agency today or later, for those who may know it."""
    require_postings_reader(by, agency)
    rows = running_from(by.today).filter(agency=agency).select_related("person__account", "agency")
    return list(rows.order_by("kind", "start", "pk"))


def postings_ever(person: Person) -> QuerySet[Posting]:
    """Every posting of a person, newest first."""
    return Posting.objects.filter(person=person).select_related("agency").order_by("-start", "-pk")


def people_without_account() -> QuerySet[Person]:
    """Those on record who have no account, by name."""
    return Person.objects.filter(account=None).order_by("name_zh", "pk")
