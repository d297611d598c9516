"""Portfolios of an inventory and what was found in them: how far, what to judge next, and judging it (art. 9)."""

from typing import Annotated, Literal

from django.http import HttpRequest
from ninja import Field, Query, Router, Status

from coretech.api.acts import WRITTEN, Done, written
from coretech.api.auth import acting
from coretech.api.schemas import AddressNumber, Given, Line, Named, Paragraphs, Shown
from coretech.api.shapes import agency_on
from coretech.apps.audit.acting import Acting
from coretech.apps.inventory.finds.comparing import project_of
from coretech.apps.inventory.finds.finding import find_find
from coretech.apps.inventory.finds.judgements import shown_to, word_of
from coretech.apps.inventory.finds.portfolios import find_portfolio, readable, require_judge
from coretech.apps.inventory.finds.queue import Queue, queue_of
from coretech.apps.inventory.finds.standing import standing_of
from coretech.apps.inventory.models import Portfolio
from coretech.apps.inventory.operations.assess_readiness import assess_readiness
from coretech.apps.inventory.operations.judge_find import Judged, judge_find

router = Router(tags=["portfolios"])
finds = Router(tags=["portfolios"])


class QueueGiven(Given):
    """Which queue is wanted: above the threshold, the sample below it, or second looks."""

    queue: Literal["first", "sample", "second"] = "first"


class FindJudgedGiven(Given):
    """A word on a find: set aside with a reason; ``undone`` takes one's own word back."""

    verdict: Literal["accepted", "set_aside", "unsure", "undone"]
    item: Line = Field("", description="The item it is accepted for; the one found by default.")
    reason: Literal["", "other_field", "generic", "not_research", "public", "same", "else"] = ""
    note: Paragraphs = ""
    second: bool = Field(default=False, description="As the second reviewer of a find that was drawn.")


class ReadinessGiven(Given):
    """The technology readiness level, and what shows it."""

    level: Annotated[int, Field(ge=1, le=9)]
    evidence: Paragraphs


class PortfolioBrief(Shown):
    """A portfolio in one line; its projects are in no listing."""

    id: int
    agency: Named
    title: str
    state: str
    confidential: bool
    total: int
    screened: int


class LeftShown(Shown):
    """How many relevant ones are probably left below the threshold, with the 95% interval."""

    guess: float | None
    low: int
    high: int


class AgreementShown(Shown):
    """How far two reviewers agree: Cohen's kappa with its 95% interval, None where it is not defined."""

    pairs: int
    same: int
    kappa: float | None
    low: float | None
    high: float | None


class PortfolioShown(PortfolioBrief):
    """A portfolio with what its judgements tell."""

    threshold: float
    left_out: int
    above: int
    judged: int
    accepted: int
    set_aside: int
    unsure: int
    left: LeftShown
    agreement: AgreementShown


class WaitingShown(Shown):
    """A find that waits, and why it is asked about now."""

    find: int
    why: str


class AlikeShown(Shown):
    """An item of the catalogue with its score."""

    item: str
    score: float


class FindShown(Shown):
    """A project, the items it is most like with their scores, and the reader's view of its judgement."""

    id: int
    portfolio: int
    line: int
    project: str
    title: str
    item: str
    score: float
    others: list[AlikeShown]
    verdict: str | None


@router.get("", response=list[PortfolioBrief], summary="計畫組合 / Portfolios")
def list_portfolios(request: HttpRequest) -> list[PortfolioBrief]:
    """The portfolios that open to this account, newest first."""
    by = acting(request)
    require_judge(by)
    return [_brief(by, each) for each, refusal in readable(by) if refusal is None]


@router.get("/{portfolio_id}", response=PortfolioShown, summary="一個計畫組合 / One portfolio")
def show_portfolio(request: HttpRequest, portfolio_id: AddressNumber) -> PortfolioShown:
    """How far a portfolio has come, what is probably left, and how far two reviewers agree."""
    by = acting(request)
    found = find_portfolio(by, portfolio_id)
    standing = standing_of(found)
    counts = ("above", "judged", "accepted", "set_aside", "unsure")
    return PortfolioShown(
        **_brief(by, found).model_dump(),
        threshold=found.threshold,
        left_out=found.fault_count,
        **{name: getattr(standing, name) for name in counts},
        left=LeftShown(**{name: getattr(standing.left, name) for name in LeftShown.model_fields}),
        agreement=AgreementShown(
            **{name: getattr(standing.agreement, name) for name in AgreementShown.model_fields}
        ),
    )


@router.get("/{portfolio_id}/queue", response=list[WaitingShown], summary="待判斷 / What to judge next")
def list_waiting_finds(
    request: HttpRequest, portfolio_id: AddressNumber, given: Annotated[QueueGiven, Query()]
) -> list[WaitingShown]:
    """The finds that wait for this account in one queue, the most informative first."""
    by = acting(request)
    waiting = queue_of(by, find_portfolio(by, portfolio_id), Queue(given.queue))
    return [WaitingShown(find=key, why=why.value) for key, why in waiting]


@finds.get("/{find_id}", response=FindShown, summary="一筆比對結果 / One find")
def show_find(request: HttpRequest, find_id: AddressNumber) -> FindShown:
    """A find, where its portfolio opens to this account; blind to a judgement this account may second."""
    by = acting(request)
    find = find_find(by, find_id)
    project = project_of(find)
    word = shown_to(word_of(find), find.portfolio, find.pk, by.person_id)
    return FindShown(
        id=find.pk,
        portfolio=find.portfolio_id,
        line=project.line,
        project=project.id,
        title=project.title,
        item=find.item,
        score=find.score,
        others=[AlikeShown(item=str(key), score=float(score)) for key, score in find.others],
        verdict=None if word.first is None else word.first.verdict,
    )


@finds.post("/{find_id}/judgements", response=WRITTEN, summary="判斷 / Judge a find")
def judge_one_find(request: HttpRequest, find_id: AddressNumber, given: FindJudgedGiven) -> Status[Done]:
    """Accept a find, set it aside with a reason, say one is unsure, or take one's word back."""
    find_find(acting(request), find_id)
    judged = Judged(given.verdict, given.item, given.reason, given.note)
    return written(request, lambda by: judge_find(by, find_id, judged, second=given.second))


@finds.post("/{find_id}/readiness", response=WRITTEN, summary="技術成熟度 / Assess readiness")
def assess_find_readiness(
    request: HttpRequest, find_id: AddressNumber, given: ReadinessGiven
) -> Status[Done]:
    """Say how ready an accepted project's technology is, from 1 to 9, and what shows it."""
    find_find(acting(request), find_id)
    return written(request, lambda by: assess_readiness(by, find_id, given.level, given.evidence))


def _brief(by: Acting, row: Portfolio) -> PortfolioBrief:
    return PortfolioBrief(
        id=row.pk,
        agency=agency_on(row.round.agency, by.today),
        title=row.title,
        state=row.state,
        confidential=row.confidential,
        total=row.total,
        screened=row.screened,
    )
