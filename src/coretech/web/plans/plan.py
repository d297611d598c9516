"""One plan: what needs attention, its tree, what it costs, where it comes from, and what is doubtful in it."""

from collections.abc import Iterable, Iterator

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe
from markupsafe import Markup

from coretech.apps.audit.rulings import allow
from coretech.apps.plans.models import Element, Plan, PlanVersion
from coretech.apps.plans.queries import counts_of, elements_of, tables_of, version_of, versions_of
from coretech.apps.reports.cycle.periods import title_of
from coretech.apps.reports.measured.standing_of import Latest, latest_of
from coretech.apps.reports.printed.yearly import years_of as reported_years
from coretech.apps.reports.spending.budgets import may_record, standing_figures
from coretech.apps.reports.spending.projection import has_projection
from coretech.kit.sentence import Sentence
from coretech.law.access import Action
from coretech.readers.plan_files.formats import Format
from coretech.web.acting import acting
from coretech.web.plans.cost import cost_table
from coretech.web.plans.lights import needs_attention
from coretech.web.plans.tree import Node, nodes_of
from coretech.web.plans.words import CODE, KINDS, NAME, chinese, element_link, years_of
from coretech.web.shell.dates import both_dates
from coretech.web.shell.parts import Column
from coretech.web.shell.words import say, tr

_PROGRAMMES = (
    Column(CODE),
    Column(NAME),
    Column(Sentence("單位", "Unit")),
    Column(Sentence("類別", "Category")),
)


@require_safe
def plan(request: HttpRequest, plan_slug: str) -> HttpResponse:
    """A plan in its newest version, or in the one asked for. Public; HTTP 404 where there is none."""
    by = acting(request)
    allow(by, Action.READ_PLAN)
    asked = request.GET.get("version", "")
    version = version_of(plan_slug, int(asked) if asked.isdecimal() and len(asked) < _DIGITS else None)
    latest = latest_of(version.plan)
    nodes = nodes_of(version, latest, request.GET.get("open", ""))
    tables = list(tables_of(version))
    context = {
        "version": version,
        "rows": _about(version),
        "counts": counts_of(version),
        "period": None if latest.period is None else title_of(latest.period),
        "attention": list(_attention(nodes, latest)),
        "nodes": nodes,
        "programmes": _programmes(version),
        "programme_columns": _PROGRAMMES,
        "budget": cost_table(version),
        "tables": tables,
        "spending": standing_figures(by, version.plan).exists() or may_record(by, version.plan),
        "projection": has_projection(tables),
        "agencies": list(elements_of(version, Element.Kind.AGENCY)),
        "formats": list(Format),
        "reported_years": reported_years(version.plan),
        "versions": list(versions_of(version.plan)),
    }
    return render(request, "plans/plan.jinja", context)


_DIGITS = 6


def _about(version: PlanVersion) -> list[tuple[Sentence, object]]:
    source = Markup('{}<br><code class="ct-code">SHA-256 {}</code>').format(
        version.source_name, version.source_sha256
    )
    told = tr(f"第{version.version}版，登錄於", f"Version {version.version}, recorded on ")
    return [
        (Sentence("種類", "Kind"), say(KINDS[Plan.Kind(version.plan.kind)])),
        (Sentence("期間", "Years"), years_of(version)),
        (Sentence("來源文件", "Source document"), source),
        (Sentence("版次", "Version"), Markup("{}{}").format(told, both_dates(version.recorded_at))),
    ]


def _programmes(version: PlanVersion) -> list[list[object]]:
    return [
        [each.code, element_link(version, each), chinese(each.under), chinese(each.category)]
        for each in elements_of(version, Element.Kind.PROGRAMME)
    ]


def _attention(nodes: Iterable[Node], latest: Latest) -> Iterator[Node]:
    """The measures to look at first, in the order of the tree."""
    for each in nodes:
        stood = latest.stood.get(each.key)
        if stood is not None and needs_attention(stood):
            yield each
        yield from _attention(each.children, latest)
