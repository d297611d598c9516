"""Cases: where each stands, what the law asks next, and why a step is closed."""

from typing import Annotated

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router

from coretech.api.acts import ActShown
from coretech.api.acts import shown as act_shown
from coretech.api.auth import acting
from coretech.api.problems import Closed, closed
from coretech.api.schemas import Page, Paging, Reference, Shown, Words, cut
from coretech.api.seen import etag
from coretech.api.shapes import CaseBrief, case_brief
from coretech.apps.audit.queries import acts_of
from coretech.apps.cases.queries import find_case, visible_cases
from coretech.apps.register.progress import Progress, next_step, progress_of

router = Router(tags=["cases"])

TELLS_ETAG = {
    "responses": {
        200: {
            "headers": {
                "ETag": {"description": "The case's lock, for If-Match.", "schema": {"type": "string"}}
            }
        }
    }
}


class StepShown(Shown):
    """One step of a case: behind it, next or ahead; whose it is, by which article; why it is closed to this account."""

    step: str
    name: Words
    stage: str
    articles: list[str]
    holders: list[Words]
    closed: Closed | None


class CaseShown(CaseBrief):
    """A case with its way from dossier to announcement."""

    candidate: int
    technology: int
    ground: str | None
    aspect: str | None
    follows: str | None
    by_office: bool
    other_authority_invited: bool
    next_step: str | None
    steps: list[StepShown]


@router.get("", response=Page[CaseBrief], summary="案件 / Cases")
def list_cases(request: HttpRequest, paging: Annotated[Paging, Query()]) -> Page[CaseBrief]:
    """The cases this account may know of, newest first."""
    by = acting(request)
    total, rows = cut(visible_cases(by), paging)
    return Page(total=total, items=[case_brief(row, by.today) for row in rows])


@router.get("/{reference}", response=CaseShown, summary="一個案件 / One case", openapi_extra=TELLS_ETAG)
def show_case(request: HttpRequest, response: HttpResponse, reference: Reference) -> CaseShown:
    """Where the case stands and every step of its way; the header ETag holds its lock for If-Match."""
    by = acting(request)
    case = find_case(by, reference)
    waiting = next_step(by, case)
    response["ETag"] = etag(case.lock)
    return CaseShown(
        **case_brief(case, by.today).model_dump(),
        candidate=case.candidate_id,
        technology=case.technology_id,
        ground=case.ground or None,
        aspect=case.aspect or None,
        follows=None if case.follows is None else case.follows.reference,
        by_office=case.by_office,
        other_authority_invited=case.other_authority_invited,
        next_step=None if waiting is None else waiting.step.value,
        steps=[_step(step) for step in progress_of(by, case)],
    )


@router.get("/{reference}/acts", response=Page[ActShown], summary="案件紀錄 / A case's acts")
def list_case_acts(
    request: HttpRequest, reference: Reference, paging: Annotated[Paging, Query()]
) -> Page[ActShown]:
    """The official acts on the case, oldest first, each with the public part of its leaf in the log."""
    case = find_case(acting(request), reference)
    total, rows = cut(acts_of(case.subject), paging)
    return Page(total=total, items=[act_shown(row) for row in rows])


def _step(progress: Progress) -> StepShown:
    return StepShown(
        step=progress.step.value,
        name=Words.of(progress.name),
        stage=progress.stage.value,
        articles=list(progress.articles),
        holders=[Words.of(holder) for holder in progress.holders],
        closed=closed(progress.refusal),
    )
