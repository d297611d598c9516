"""Whose dashboard it is: the controller's, an agency's head's, its officer's, the public's; and what each looks at."""

from collections.abc import Iterable
from enum import StrEnum

from django.db.models import QuerySet

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.rulings import allow
from coretech.apps.people.models import Agency
from coretech.apps.plans.models import Plan
from coretech.apps.plans.queries import newest_versions
from coretech.apps.reports.attention.rules import PlanLine, Scope, among
from coretech.apps.reports.cycle.controlling import controlled_plans
from coretech.apps.reports.models import ReportingPeriod, Sheet
from coretech.kit.refusal import not_found
from coretech.law.access import Action


class View(StrEnum):
    """Who looks."""

    CONTROLLER = "controller"
    HEAD = "head"
    OFFICER = "officer"
    PUBLIC = "public"


def views_of(by: Acting) -> list[View]:
    """The dashboards somebody has, their own first; the public's is everybody's."""
    held = {
        View.CONTROLLER: by.standing.controls,
        View.HEAD: by.standing.heads,
        View.OFFICER: by.standing.agencies,
    }
    return [*(view for view, codes in held.items() if codes), View.PUBLIC]


def scope_of(by: Acting, view: View) -> Scope:
    """What a dashboard looks at; a handful of queries.

    Raises:
        Refused: (HTTP 404) for a dashboard that is not this person's.
    """
    allow(by, Action.READ_PLAN)
    if view not in views_of(by):
        raise not_found(
            "沒有這個儀表板，或不是您的；請由「概況」進入。",
            "There is no such dashboard, or it is not yours; go by “Dashboard” in the menu.",
        )
    if view is View.PUBLIC:
        lines = {each.id: each for each in _lines(None) if each.period is not None}
        return Scope(by.today, lines, public=True)
    if view is View.CONTROLLER:
        return Scope(by.today, {each.id: each for each in _lines(controlled_plans(by))})
    return _own(by, by.standing.heads if view is View.HEAD else by.standing.agencies)


def _own(by: Acting, codes: frozenset[str]) -> Scope:
    """The plans that ever asked these agencies for a sheet, and their share of them."""
    agencies = {each.pk: each for each in Agency.objects.filter(code__in=codes).prefetch_related("names")}
    asked = Sheet.objects.filter(agency__in=agencies).values("period__plan")
    lines = _lines(Plan.objects.filter(pk__in=asked))
    return Scope(by.today, {each.id: each for each in lines}, agencies)


def _lines(plans: Iterable[Plan] | None) -> list[PlanLine]:
    """Plans with their titles and newest published periods; all of them where none are named."""
    versions, published = newest_versions(), _newest_published()
    if plans is not None:
        wanted = among("plan", [each.pk for each in plans])
        versions, published = versions.filter(wanted), published.filter(wanted)
    periods = {each.plan_id: each for each in published}
    found = []
    for each in versions:
        period = periods.get(each.plan_id)
        line = PlanLine(each.plan_id, each.plan.slug, each.title)
        if period is not None:
            line = PlanLine(each.plan_id, each.plan.slug, each.title, period.pk, period.year, period.quarter)
        found.append(line)
    return found


def _newest_published() -> QuerySet[ReportingPeriod]:
    rows = ReportingPeriod.objects.filter(state=ReportingPeriod.State.PUBLISHED)
    return rows.order_by("plan_id", "-year", "-quarter").distinct("plan_id")
