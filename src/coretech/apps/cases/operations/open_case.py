"""Opening a case from a candidate of the inventory."""

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.locks import hold
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.audit.rulings import allow
from coretech.apps.cases.models import Case
from coretech.apps.cases.states import State
from coretech.apps.inventory.models import Candidate
from coretech.apps.technologies.models import Technology
from coretech.kit.refusal import not_found, wrong_state
from coretech.law.access import Action, Matter, Role


def check(by: Acting, candidate: Candidate) -> None:
    """Whether this person may open a case on this candidate, and none is open yet."""
    allow(by, Action.OPEN_CASE, Matter(agencies=frozenset({candidate.round.agency.code})))
    opened = Case.objects.filter(candidate=candidate).first()
    if opened is not None:
        raise wrong_state(
            f"此候選項目已成案（{opened.reference}）。",
            f"A case is open on this candidate already ({opened.reference}).",
        )


@operation
def open_case(by: Acting, candidate_id: int) -> Act:
    """Make the candidate a case, with a number of its own and an empty dossier."""
    rows = Candidate.objects.select_for_update(of=("self",)).select_related("round__agency")
    candidate = rows.filter(pk=candidate_id).first()
    if candidate is None:
        raise not_found("沒有這個候選項目。", "There is no such candidate.")
    check(by, candidate)
    case = Case.objects.create(
        reference=_next_reference(by.today.year),
        kind=candidate.kind,
        state=State.DRAFT.value,
        candidate=candidate,
        technology=candidate.technology or _new_technology(candidate),
        submitter=candidate.round.agency,
        authority=candidate.authority,
        sector=candidate.sector,
        name_zh=candidate.name_zh,
        name_en=candidate.name_en,
        ground=candidate.ground,
        by_office=_for_the_office(by, candidate),
        opened_at=by.at,
    )
    return record(
        by,
        "case.opened",
        case.subject,
        public={"kind": case.kind, "submitter": case.submitter.code},
        confidential={"name": case.name_zh, "candidate": candidate.pk},
    )


def _for_the_office(by: Acting, candidate: Candidate) -> bool:
    """The Office proposes where it opens the case and does not act as an officer of the agency (art. 7(2))."""
    officer = candidate.round.agency.code in by.standing.agencies and Role.AGENCY_OFFICER in by.standing.roles
    return Role.OFFICE in by.standing.roles and not officer


def _new_technology(candidate: Candidate) -> Technology:
    return Technology.objects.create(
        sector=candidate.sector, label_zh=candidate.name_zh, label_en=candidate.name_en
    )


def _next_reference(year: int) -> str:
    """The year and a running number, one case at a time."""
    hold("case-reference")
    last = Case.objects.filter(reference__startswith=f"{year}-").order_by("-reference").first()
    number = 1 if last is None else int(last.reference.rsplit("-", 1)[1]) + 1
    return f"{year}-{number:04d}"
