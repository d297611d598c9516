"""Sectors as a form offers them."""

from django.db.models import QuerySet

from coretech.apps.technologies.models import Sector


def sectors() -> QuerySet[Sector]:
    """All sectors, as the announcement orders them; public."""
    return Sector.objects.all()
