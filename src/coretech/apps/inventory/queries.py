"""Which candidates somebody may see."""

from django.db.models import QuerySet

from coretech.apps.audit.acting import Acting
from coretech.apps.inventory.models import Candidate
from coretech.law.access import Role


def visible_candidates(by: Acting) -> QuerySet[Candidate]:
    """All for the Office, an agency's own for its officers, none for anybody else."""
    found = Candidate.objects.select_related("round__agency", "technology", "sector", "authority")
    if Role.OFFICE in by.standing.roles:
        return found
    if Role.AGENCY_OFFICER in by.standing.roles:
        return found.filter(round__agency__code__in=by.standing.agencies)
    return found.none()
