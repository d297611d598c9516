"""Bringing a case into being from a candidate: its number, its technologies, whether the list allows it."""

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.locks import hold
from coretech.apps.cases.affected import Entry, entry_of, write_rows
from coretech.apps.cases.listed import listed
from coretech.apps.cases.models import Affected, Case
from coretech.apps.cases.states import State
from coretech.apps.inventory.models import Candidate
from coretech.apps.technologies.models import Technology
from coretech.kit.refusal import wrong_state
from coretech.kit.sentence import Sentence
from coretech.law.access import Role

OWN_PROPOSAL = Sentence(
    "由辦公室成案者，為辦公室自行提案（第7條第2項），不經機關的專家審查會。要由機關提報的，請該機關承辦人成案。",
    "A case that the Office opens is its own proposal (art. 7(2)) and goes past the agency's panel. Where the agency "
    "is to propose it, its officer opens the case.",
)
"""Said before the Office opens a case on what an agency found, for that cannot be taken back."""

_WITHOUT_RESULT = frozenset({Candidate.Aspect.SPLIT, Candidate.Aspect.REMOVAL})


def require_listing(kind: str, technology: Technology | None) -> None:
    """Refuse (HTTP 409) a change of what is not on the list, and an identification of what is."""
    item = None if technology is None else listed(technology)
    if kind == Candidate.Kind.CHANGE and item is None:
        raise wrong_state(
            "擬變更的技術目前不在清單上，無從變更；請改提認定。",
            "That technology is not on the list, so there is nothing to change; propose its identification.",
        )
    if kind == Candidate.Kind.IDENTIFY and item is not None:
        raise wrong_state(
            f"此技術已是清單第{item.number}項；請改提變更。",
            f"That technology is item {item.number} of the list already; propose a change.",
        )


def begin_case(by: Acting, candidate: Candidate, follows: Case | None = None) -> Case:
    """The case with its number and the technologies that the candidate names."""
    case = Case.objects.create(
        reference=_next_reference(by.today.year),
        kind=candidate.kind,
        aspect=candidate.aspect,
        state=State.DRAFT.value,
        candidate=candidate,
        technology=candidate.technology or _new_technology(candidate),
        submitter=candidate.round.agency,
        authority=candidate.authority,
        sector=candidate.sector,
        name_zh=candidate.name_zh,
        name_en=candidate.name_en,
        ground=candidate.ground,
        by_office=opens_for_the_office(by, candidate.round.agency.code),
        follows=follows,
        opened_at=by.at,
    )
    _name_technologies(case)
    return case


def _name_technologies(case: Case) -> None:
    """The listed item as source, and the proposal as result; a split's results are named later, a removal has none."""
    item = listed(case.technology)
    if item is not None:
        write_rows(case, Affected.Role.SOURCE, [entry_of(case.technology, item)])
        case.scope_zh, case.scope_en = item.scope_zh, item.scope_en
        case.save(update_fields=["scope_zh", "scope_en"])
    if case.aspect not in _WITHOUT_RESULT:
        write_rows(case, Affected.Role.RESULT, [_proposed(case)])


def _proposed(case: Case) -> Entry:
    """What the candidate proposes; a merger makes something new, any other change stays the same technology."""
    return Entry(
        name_zh=case.name_zh,
        name_en=case.name_en,
        sector=case.sector,
        authority=case.authority,
        scope_zh=case.scope_zh,
        scope_en=case.scope_en,
        technology=None if case.aspect == Candidate.Aspect.MERGE else case.technology,
    )


def opens_for_the_office(by: Acting, agency: str) -> bool:
    """The Office proposes where it opens the case and does not act as an officer of the agency (art. 7(2))."""
    officer = agency in by.standing.agencies and Role.AGENCY_OFFICER in by.standing.roles
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
