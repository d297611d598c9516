"""Opening a case on a candidate of the inventory."""

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.audit.rulings import allow
from coretech.apps.cases.models import Case
from coretech.apps.cases.opening import begin_case, require_listing
from coretech.apps.inventory.models import Candidate
from coretech.kit.refusal import not_found, wrong_state
from coretech.law.access import Action, Matter


def check(by: Acting, candidate: Candidate) -> None:
    """Whether this person may open a case on this candidate, none is open yet, and the list leaves room for it."""
    allow(by, Action.OPEN_CASE, Matter(agencies=frozenset({candidate.round.agency.code})))
    opened = Case.objects.filter(candidate=candidate).first()
    if opened is not None:
        raise wrong_state(
            f"此候選項目已成案（{opened.reference}）。",
            f"A case is open on this candidate already ({opened.reference}).",
        )
    require_listing(candidate.kind, candidate.technology)


@operation
def open_case(by: Acting, candidate_id: int) -> Act:
    """Make the candidate a case, with a number of its own and an empty dossier."""
    rows = Candidate.objects.select_for_update(of=("self",)).select_related("round__agency")
    candidate = rows.filter(pk=candidate_id).first()
    if candidate is None:
        raise not_found("沒有這個候選項目。", "There is no such candidate.")
    check(by, candidate)
    case = begin_case(by, candidate)
    return record(
        by,
        "case.opened",
        case.subject,
        public={"kind": case.kind, "submitter": case.submitter.code},
        confidential={"name": case.name_zh, "aspect": case.aspect, "candidate": candidate.pk},
    )
