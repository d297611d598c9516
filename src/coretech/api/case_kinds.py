"""What a case would change: the technologies it affects, amendments, going back to the council, proposing again."""

from typing import Annotated

from django.http import HttpRequest
from ninja import Field, Router, Status
from pydantic import StringConstraints

from coretech.api.acts import WRITTEN, Done, written
from coretech.api.auth import acting
from coretech.api.schemas import (
    NO_NUL,
    Code,
    Given,
    Id,
    Line,
    Named,
    Paragraphs,
    Reference,
    Shown,
    Words,
)
from coretech.api.seen import Seen, seen_by
from coretech.api.shapes import agency_on, sector_of
from coretech.apps.cases.affected import results_of, sources_of
from coretech.apps.cases.fields import SeenCase
from coretech.apps.cases.models import Affected
from coretech.apps.cases.naming import Named as NamedResult
from coretech.apps.cases.operations.amend_case import amend_case
from coretech.apps.cases.operations.name_affected import name_affected
from coretech.apps.cases.operations.reopen_case import reopen_case
from coretech.apps.cases.operations.return_to_council import return_to_council
from coretech.apps.cases.queries import find_case
from coretech.apps.meetings.dossier import seen

router = Router(tags=["cases"])

MOST_RESULTS = 50


class AffectedShown(Shown):
    """A technology that goes in or comes out; its scope only for whoever may read the proposal."""

    technology: int | None
    name: Words
    scope: Words | None
    authority: Named
    sector: Named


class TechnologiesShown(Shown):
    """What a case starts from, and what would be on the list afterwards."""

    aspect: str | None
    sources: list[AffectedShown]
    results: list[AffectedShown]


class ResultGiven(Given):
    """One technology as the list should have it."""

    name_zh: Line
    name_en: Annotated[str, StringConstraints(strict=True, max_length=300, pattern=NO_NUL)]
    sector: Code
    authority: Code
    scope_zh: Paragraphs = ""
    scope_en: Paragraphs = ""

    def named(self) -> NamedResult:
        """The result as the operation takes it."""
        return NamedResult(**self.model_dump())


class TechnologiesGiven(Seen):
    """The results; for a merger also the other technologies that go into it, by id."""

    results: Annotated[list[ResultGiven], Field(max_length=MOST_RESULTS)]
    sources: Annotated[list[Id], Field(default_factory=list, max_length=MOST_RESULTS)]


class ProposalAmendmentGiven(Seen):
    """The results as the council wants them, and why."""

    results: Annotated[list[ResultGiven], Field(max_length=MOST_RESULTS)]
    why: Paragraphs


class ReasonGiven(Seen):
    """Why."""

    why: Paragraphs


@router.get(
    "/{reference}/technologies", response=TechnologiesShown, summary="涉及的項目 / Technologies affected"
)
def show_technologies(request: HttpRequest, reference: Reference) -> TechnologiesShown:
    """The listed technologies a case starts from, as the list had them, and what would come out."""
    by = acting(request)
    case = find_case(by, reference)
    view = seen(by, case)
    return TechnologiesShown(
        aspect=case.aspect or None,
        sources=[_shown(view, row) for row in sources_of(case)],
        results=[_shown(view, row) for row in results_of(case)],
    )


@router.post(
    "/{reference}/technologies", response=WRITTEN, summary="指明涉及的項目 / Name the technologies affected"
)
def name_technologies(request: HttpRequest, reference: Reference, given: TechnologiesGiven) -> Status[Done]:
    """Name what would come out of the case, and what goes into a merger, while the dossier is being written."""
    find_case(acting(request), reference)
    results, lock = [each.named() for each in given.results], seen_by(request, given)
    return written(request, lambda by: name_affected(by, reference, results, given.sources, seen=lock))


@router.post("/{reference}/amendment", response=WRITTEN, summary="審議中修正 / Amend before the council")
def amend_proposal(request: HttpRequest, reference: Reference, given: ProposalAmendmentGiven) -> Status[Done]:
    """Enter what the council changed, before the vote opens; what was proposed stays with the amendment."""
    find_case(acting(request), reference)
    results, lock = [each.named() for each in given.results], seen_by(request, given)
    return written(request, lambda by: amend_case(by, reference, results, given.why, seen=lock))


@router.post(
    "/{reference}/council-return", response=WRITTEN, summary="送回審議會 / Bring back to the council"
)
def return_case_to_council(request: HttpRequest, reference: Reference, given: ReasonGiven) -> Status[Done]:
    """Let an approved case wait for the council's agenda again; it is approved and pre-announced anew."""
    find_case(acting(request), reference)
    lock = seen_by(request, given)
    return written(request, lambda by: return_to_council(by, reference, given.why, seen=lock))


@router.post("/{reference}/successor", response=WRITTEN, summary="重新提案 / Propose again")
def reopen_in_new_case(request: HttpRequest, reference: Reference, given: ReasonGiven) -> Status[Done]:
    """Open a case that follows an ended one, with its dossier's newest parts as first versions."""
    find_case(acting(request), reference)
    lock = seen_by(request, given)
    return written(request, lambda by: reopen_case(by, reference, given.why, seen=lock))


def _shown(view: SeenCase, row: Affected) -> AffectedShown:
    day = view.by.today
    scope = Words(zh=row.scope_zh, en=row.scope_en) if row.scope_zh and view.shows(row, "scope_zh") else None
    return AffectedShown(
        technology=row.technology_id,
        name=Words.of(row.name),
        scope=scope,
        authority=agency_on(row.authority, day),
        sector=sector_of(row.sector),
    )
