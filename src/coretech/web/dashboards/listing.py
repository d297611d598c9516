"""What a number on a dashboard counts, one by one: the same rule over the same scope."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe
from markupsafe import Markup

from coretech.apps.reports.attention.dashboard import names_of
from coretech.apps.reports.attention.rules import AnyRule, Scope
from coretech.apps.reports.attention.scope import scope_of
from coretech.apps.supplies.attention import RULE_OF
from coretech.kit.refusal import not_found
from coretech.kit.sentence import Sentence
from coretech.web.acting import acting
from coretech.web.dashboards.page import view_named
from coretech.web.dashboards.words import SHORT, base_of, lines_of
from coretech.web.shell.paging import paging
from coretech.web.shell.parts import Column
from coretech.web.shell.words import say

PAGE = 50
COLUMNS = (
    Column(Sentence("事項", "What")),
    Column(Sentence("原因", "Why")),
    Column(Sentence("計畫", "Plan")),
)


@require_safe
def dashboard_list(request: HttpRequest, dashboard_name: str, dashboard_kind: str) -> HttpResponse:
    """The list behind a number; HTTP 404 for a kind or a plan that this dashboard does not have."""
    view = view_named(dashboard_name)
    scope = scope_of(acting(request), view)
    rule = _rule(dashboard_kind, scope)
    slug = request.GET.get("plan", "") if rule.plan else ""
    narrowed = scope.of_slug(slug) if slug else scope
    count = sum(rule.by_plan(narrowed).values())
    page = Paginator(range(count), PAGE).get_page(request.GET.get("page"))
    found = rule.page(narrowed, max(0, page.start_index() - 1), page.end_index())
    context = {
        "title": rule.title,
        "count": count,
        "plan": None if narrowed is scope else next(iter(narrowed.plans.values())),
        "here": request.path,
        "columns": COLUMNS,
        "rows": [
            [
                Markup('<a class="govuk-link" href="{}">{}</a>').format(each.href, each.name),
                each.reason,
                each.plan,
            ]
            for each in lines_of(found, narrowed, names_of(found))
        ],
        "up": (say(SHORT[view]), base_of(view)),
        "paging": paging(request, page),
    }
    return render(request, "dashboards/list.jinja", context)


def _rule(kind: str, scope: Scope) -> AnyRule:
    found = next((rule for name, rule in RULE_OF.items() if name == kind), None)
    if found is None or not found.applies(scope):
        raise not_found("儀表板沒有這一類。", "The dashboard has no such kind.")
    return found
