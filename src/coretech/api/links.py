"""Links between plans and what they serve: those that hold for everybody, all of them for those who judge."""

from typing import Annotated

from django.http import HttpRequest
from django.urls import reverse
from ninja import Field, Query, Router, Status

from coretech.api.acts import WRITTEN, Done, written
from coretech.api.auth import PUBLIC, acting
from coretech.api.schemas import (
    AddressNumber,
    Code,
    Count,
    Given,
    Line,
    Moment,
    Page,
    Paging,
    Paragraphs,
    Shown,
    cut,
)
from coretech.apps.audit.rulings import allow
from coretech.apps.links import queries
from coretech.apps.links.models import Link, LinkJudgement
from coretech.apps.links.operations.judge_link import judge_link
from coretech.apps.links.operations.propose_link import Served, propose_link
from coretech.law.access import Action

router = Router(tags=["links"])

Slug = Annotated[str, Field(pattern=r"^[-a-zA-Z0-9_]{1,60}$", max_length=60)]


class LinkShown(Shown):
    """An entry of a plan serves an item of the list, by its number while it is listed, or a commodity.

    ``judgement`` is empty while nobody has judged it.
    """

    id: int
    plan: str
    element: str
    relation: str
    item: int | None
    commodity: str | None
    why: str
    judgement: str
    proposed_at: Moment


class LinkGiven(Given):
    """What an entry of a plan serves: an ``item`` of the list or a ``commodity``, one of the two."""

    plan: Slug
    element: Line
    relation: Annotated[str, Field(json_schema_extra={"enum": Link.Relation.values})]
    why: Paragraphs
    item: Count | None = None
    commodity: Code = ""


class JudgementGiven(Given):
    """Whether a link holds; ``why`` must be told unless it is accepted."""

    judgement: Annotated[str, Field(json_schema_extra={"enum": LinkJudgement.Judgement.values})]
    why: Paragraphs = ""


@router.get("", auth=PUBLIC, response=Page[LinkShown], summary="計畫服務的技術與物資 / What the plans serve")
def list_links(request: HttpRequest, paging: Annotated[Paging, Query()]) -> Page[LinkShown]:
    """The links that hold; whoever proposes links sees the others too."""
    by = acting(request)
    allow(by, Action.READ_PLAN)
    total, rows = cut(queries.visible_links(by), paging)
    return Page(total=total, items=[_shown(each) for each in queries.shown(rows, by.today)])


@router.get("/{link_id}", auth=PUBLIC, response=LinkShown, summary="一筆連結 / One link")
def show_link(request: HttpRequest, link_id: AddressNumber) -> LinkShown:
    """One link, where this reader may know of it."""
    by = acting(request)
    allow(by, Action.READ_PLAN)
    return _shown(queries.find_link(by, link_id))


@router.post("", response=WRITTEN, summary="提出連結 / Propose a link")
def propose_a_link(request: HttpRequest, given: LinkGiven) -> Status[Done]:
    """Propose that an entry of a plan serves something; public once it is accepted."""
    served = Served(given.relation, given.why, given.item, given.commodity)
    return written(
        request, lambda by: propose_link(by, given.plan, given.element, served), reverse("api:list_links")
    )


@router.post("/{link_id}/judgement", response=WRITTEN, summary="判斷連結 / Judge a link")
def judge_a_link(request: HttpRequest, link_id: AddressNumber, given: JudgementGiven) -> Status[Done]:
    """Accept or reject a link, or call it unsure; the newest judgement holds."""
    place = reverse("api:show_link", args=[link_id])
    return written(request, lambda by: judge_link(by, link_id, given.judgement, given.why), place)


def _shown(shown: queries.Shown) -> LinkShown:
    link = shown.link
    return LinkShown(
        id=link.pk,
        plan=link.plan.slug,
        element=link.element_key,
        relation=link.relation,
        item=None if shown.item is None else shown.item.item.number,
        commodity=None if link.commodity is None else link.commodity.slug,
        why=link.why,
        judgement=shown.judgement,
        proposed_at=link.proposed_at,
    )
