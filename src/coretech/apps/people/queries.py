"""Agencies as a form offers them."""

import datetime as dt

from django.db.models import QuerySet

from coretech.apps.people.models import Agency


def all_agencies() -> QuerySet[Agency]:
    """Every agency with its names, by code; public."""
    return Agency.objects.prefetch_related("names")


def agencies_on(day: dt.date) -> list[Agency]:
    """The agencies that have a name in use on a day, by code; public."""
    return [agency for agency in all_agencies() if _in_use(agency, day)]


def _in_use(agency: Agency, day: dt.date) -> bool:
    """Whether one of the names runs on the day: an agency that was dissolved has none."""
    spans = ((name.valid_from or dt.date.min, name.valid_until or dt.date.max) for name in agency.names.all())
    return any(start <= day <= end for start, end in spans)
