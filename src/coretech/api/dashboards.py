"""Dashboards: what needs attention first, counts by kind and plan, and the list behind each count."""

import datetime as dt
from collections.abc import Iterable
from typing import Annotated

from django.http import HttpRequest
from ninja import Field, Path, Query, Router

from coretech.api.auth import PUBLIC, acting
from coretech.api.schemas import LARGEST_COUNT, AddressNumber, Shown, Words
from coretech.apps.reports.attention.dashboard import Names, dashboard_of, names_of
from coretech.apps.reports.attention.rules import Kind, Noted, Scope
from coretech.apps.reports.attention.scope import View, scope_of
from coretech.apps.supplies.attention import RULE_OF, RULES, is_made_up
from coretech.kit.refusal import not_found

router = Router(auth=PUBLIC, tags=["dashboards"])

PAGE = 100

Name = Annotated[
    View, Path(description="Whose dashboard: the public's is everybody's, another only its own.")
]
Which = Annotated[Kind, Path(description="The kind, such as `red`.")]
PlanAsked = Annotated[str, Query("", description="A plan; all by default.", pattern=r"^[-a-zA-Z0-9_]{0,60}$")]
PageAsked = Annotated[
    AddressNumber, Query(1, description=f"The page, of {PAGE} lines each.", ge=1, le=LARGEST_COUNT)
]


class Attention(Shown):
    """Something that asks for attention: why, and the path of its page; no plan where it is about none."""

    kind: str
    what: Words
    reason: Words
    path: str
    plan: str | None


class PlanCount(Shown):
    """How many of a kind belong to a plan."""

    plan: str
    count: Annotated[int, Field(ge=1)]


class KindCount(Shown):
    """How many there are of a kind, and of which plans; ``weight`` 0 is only counted."""

    kind: str
    title: Words
    weight: int
    count: int
    plans: list[PlanCount]


class DashboardShown(Shown):
    """A dashboard as it stands today; ``demonstration`` says that some figures were made up to show it."""

    view: str
    day: dt.date
    demonstration: bool
    first: list[Attention]
    counts: list[KindCount]


class AttentionList(Shown):
    """A page of the list that a count counts."""

    kind: str
    title: Words
    count: int
    lines: list[Attention]


@router.get("/{dashboard}", response=DashboardShown, summary="儀表板 / A dashboard")
def show_dashboard(request: HttpRequest, dashboard: Name) -> DashboardShown:
    """First the few things that need attention, then how many there are of each kind by plan."""
    by = acting(request)
    scope = scope_of(by, dashboard)
    found = dashboard_of(scope, RULES)
    return DashboardShown(
        view=dashboard.value,
        day=by.today,
        demonstration=is_made_up(scope),
        first=_lines(found.few, scope, found.names),
        counts=[
            KindCount(
                kind=rule.kind.value,
                title=Words.of(rule.title),
                weight=rule.weight,
                count=found.total(rule.kind),
                plans=[
                    PlanCount(plan=scope.plans[plan].slug, count=many)
                    for plan, many in found.counts[rule.kind].items()
                    if plan in scope.plans
                ],
            )
            for rule in found.rules
        ],
    )


@router.get(
    "/{dashboard}/{attention}", response=AttentionList, summary="一類事項的清單 / The list behind a count"
)
def list_attention(
    request: HttpRequest, dashboard: Name, attention: Which, plan: PlanAsked = "", page: PageAsked = 1
) -> AttentionList:
    """What a dashboard counts of a kind, the most pressing first."""
    scope = scope_of(acting(request), dashboard)
    rule = RULE_OF[attention]
    if not rule.applies(scope):
        raise not_found("儀表板沒有這一類。", "The dashboard has no such kind.")
    asked = scope.of_slug(plan) if plan and rule.plan else scope
    start = (page - 1) * PAGE
    found = rule.page(asked, start, start + PAGE)
    return AttentionList(
        kind=attention.value,
        title=Words.of(rule.title),
        count=sum(rule.by_plan(asked).values()),
        lines=_lines(found, asked, names_of(found)),
    )


def _lines(found: Iterable[Noted], scope: Scope, names: Names) -> list[Attention]:
    return [
        Attention(
            kind=each.kind.value,
            what=_what(each, names),
            reason=Words.of(each.reason),
            path=each.path,
            plan=None if each.plan is None else scope.plans[each.plan].slug,
        )
        for each in found
    ]


def _what(noted: Noted, names: Names) -> Words:
    """What it is about: its own name, or the plan's entry, which has a Chinese name alone."""
    if noted.name is not None:
        return Words.of(noted.name)
    name = names.get((noted.plan or 0, noted.element_key), noted.element_key)
    return Words(zh=name, en=name)
