"""A dashboard: the few things that need attention, the counts of each kind, and the counts by plan."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from coretech.apps.audit.acting import Acting
from coretech.apps.reports.attention.dashboard import Dashboard, dashboard_of
from coretech.apps.reports.attention.rules import Kind, PlanLine
from coretech.apps.reports.attention.scope import View, scope_of, views_of
from coretech.apps.supplies.attention import RULES, is_made_up
from coretech.kit.refusal import not_found
from coretech.kit.sentence import Sentence
from coretech.web.acting import acting
from coretech.web.dashboards.words import (
    SHORT,
    TAGS,
    TITLES,
    base_of,
    counted,
    lines_of,
    period_link,
    plan_link,
)
from coretech.web.shell.paging import paging
from coretech.web.shell.parts import Column
from coretech.web.shell.words import say

PAGE = 50
"""Plans on one page."""

_COLUMNS = (
    Kind.RED,
    Kind.AMBER,
    Kind.GREEN,
    Kind.GREY,
    Kind.OVERDUE_SHEET,
    Kind.OVERDUE_ISSUE,
    Kind.OVERDUE_FINDING,
)
_FIRST = (Column(Sentence("計畫", "Plan")), Column(Sentence("最近發布的一期", "Last published")))


@require_safe
def dashboard(request: HttpRequest) -> HttpResponse:
    """The reader's own dashboard; the public's for everybody without one."""
    by = acting(request)
    return _drawn(request, by, views_of(by)[0])


@require_safe
def dashboard_view(request: HttpRequest, dashboard_name: str) -> HttpResponse:
    """One of the reader's dashboards; HTTP 404 for one that is not theirs."""
    return _drawn(request, acting(request), view_named(dashboard_name))


def view_named(name: str) -> View:
    """The dashboard of a name.

    Raises:
        Refused: (HTTP 404) where there is none.
    """
    if name not in set(View):
        raise not_found("沒有這個儀表板。", "There is no such dashboard.")
    return View(name)


def _drawn(request: HttpRequest, by: Acting, view: View) -> HttpResponse:
    found = dashboard_of(scope_of(by, view), RULES)
    page = Paginator(found.plans, PAGE).get_page(request.GET.get("page"))
    base = base_of(view)
    kinds = [rule.kind for rule in found.rules]
    columns = [kind for kind in _COLUMNS if kind in kinds]
    context = {
        "title": TITLES[view],
        "day": by.today,
        "public": view is View.PUBLIC,
        "views": [(say(SHORT[each]), base_of(each), each is view) for each in views_of(by)],
        "demonstration": is_made_up(found.scope),
        "few": lines_of(found.few, found.scope, found.names),
        "counts": _counts(found, base),
        "columns": (*_FIRST, *(Column(TAGS[kind].words, numeric=True) for kind in columns)),
        "rows": [_row(found, base, line, columns) for line in page.object_list],
        "plans": len(found.scope.plans),
        "paging": paging(request, page),
    }
    return render(request, "dashboards/dashboard.jinja", context)


def _counts(found: Dashboard, base: str) -> list[tuple[Sentence, object]]:
    """How many there are of each kind that asks for attention."""
    return [
        (rule.title, counted(base, rule.kind, found.total(rule.kind))) for rule in found.rules if rule.weight
    ]


def _row(found: Dashboard, base: str, line: PlanLine, columns: list[Kind]) -> list[object]:
    numbers = [counted(base, kind, found.of_plan(kind, line.id), line) for kind in columns]
    return [plan_link(line), period_link(line), *numbers]
