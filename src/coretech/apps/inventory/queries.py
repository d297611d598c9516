"""Which candidates somebody may see."""

from django.db.models import QuerySet

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.rulings import allow
from coretech.apps.inventory.models import Candidate
from coretech.kit.refusal import not_found
from coretech.law.access import Action, Matter, Role


def require_reader(by: Acting) -> None:
    """Refuse whoever keeps no inventory, neither an agency's nor as the Office (HTTP 403)."""
    allow(by, Action.RECORD_CANDIDATE, Matter(agencies=by.standing.agencies))


def visible_candidates(by: Acting) -> QuerySet[Candidate]:
    """All for the Office, an agency's own for its officers, none for anybody else."""
    found = Candidate.objects.select_related(
        "round__agency", "technology", "sector", "authority", "case"
    ).prefetch_related("round__agency__names", "authority__names")
    if Role.OFFICE in by.standing.roles:
        return found
    if Role.AGENCY_OFFICER in by.standing.roles:
        return found.filter(round__agency__code__in=by.standing.agencies)
    return found.none()


def find_candidate(by: Acting, candidate_id: int) -> Candidate:
    """The candidate, where this reader may see it (HTTP 404 otherwise)."""
    found = visible_candidates(by).filter(pk=candidate_id).first()
    if found is None:
        raise not_found(
            "沒有這個候選項目，或您無權閱覽。", "There is no such candidate, or it is not yours to see."
        )
    return found
