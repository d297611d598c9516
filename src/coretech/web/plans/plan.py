"""One plan: where it comes from, its goals and measures, what it costs, and what is doubtful in it."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe
from markupsafe import Markup

from coretech.apps.audit.rulings import allow
from coretech.apps.plans.models import Element, Plan, PlanVersion, Target, WorkItem
from coretech.apps.plans.queries import budget_of, counts_of, elements_of, tables_of, version_of, versions_of
from coretech.kit.sentence import Sentence
from coretech.law.access import Action
from coretech.readers.plan_files.formats import Format
from coretech.web.acting import acting
from coretech.web.plans.words import (
    CODE,
    JOINT,
    KINDS,
    LEAD,
    NAME,
    chinese,
    element_link,
    names,
    year_heading,
    years_of,
)
from coretech.web.shell.dates import both_dates
from coretech.web.shell.parts import Column
from coretech.web.shell.words import say, tr

_MEASURES = (
    Column(CODE),
    Column(Sentence("措施", "Measure")),
    Column(LEAD),
    Column(Sentence("工作項目", "Work items"), numeric=True),
    Column(Sentence("指標", "Targets"), numeric=True),
)
_STRATEGIES = (
    Column(CODE),
    Column(Sentence("策略", "Strategy")),
    Column(LEAD),
    Column(JOINT),
    Column(Sentence("措施", "Measures"), numeric=True),
)
_PROGRAMMES = (
    Column(CODE),
    Column(NAME),
    Column(Sentence("單位", "Unit")),
    Column(Sentence("類別", "Category")),
)
_SUM = Sentence("合計", "Total")


@dataclass(frozen=True, slots=True)
class Section:
    """A goal or industry with the tables below it, each with its caption."""

    element: Element
    tables: list[tuple[str, tuple[Column, ...], list[list[object]]]] = field(default_factory=list)


@require_safe
def plan(request: HttpRequest, plan_slug: str) -> HttpResponse:
    """A plan in its newest version, or in the one asked for. Public; HTTP 404 where there is none."""
    allow(acting(request), Action.READ_PLAN)
    asked = request.GET.get("version", "")
    version = version_of(plan_slug, int(asked) if asked.isdecimal() and len(asked) < _DIGITS else None)
    context = {
        "version": version,
        "rows": _about(version),
        "counts": counts_of(version),
        "sections": _sections(version),
        "programmes": _programmes(version),
        "programme_columns": _PROGRAMMES,
        "budget": _budget(version),
        "tables": list(tables_of(version)),
        "agencies": list(elements_of(version, Element.Kind.AGENCY)),
        "formats": list(Format),
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


def _sections(version: PlanVersion) -> list[Section]:
    """The top of the tree, each with what is to be listed below it."""
    below: dict[int | None, list[Element]] = defaultdict(list)
    for each in Element.objects.filter(version=version).order_by("order"):
        below[each.parent_id].append(each)
    works = Counter(WorkItem.objects.filter(version=version).values_list("parent_id", flat=True))
    targets = Counter(Target.objects.filter(version=version).values_list("parent_id", flat=True))
    sections = []
    for top in below[None]:
        if top.kind == Element.Kind.INDUSTRY:
            rows = [
                [each.code, element_link(version, each), names(each.lead), works[each.pk], targets[each.pk]]
                for each in below[top.pk]
            ]
            sections.append(Section(top, [("", _MEASURES, rows)]))
        elif top.kind == Element.Kind.GOAL:
            groups = [each for each in below[top.pk] if each.kind == Element.Kind.SUBGOAL]
            sections.append(Section(top, [_strategies(version, group, below) for group in groups]))
    return sections


def _strategies(
    version: PlanVersion, group: Element, below: dict[int | None, list[Element]]
) -> tuple[str, tuple[Column, ...], list[list[object]]]:
    rows: list[list[object]] = [
        [each.code, element_link(version, each), names(each.lead), names(each.co), len(below[each.pk])]
        for each in below[group.pk]
    ]
    return f"{group.code} {group.title}", _STRATEGIES, rows


def _programmes(version: PlanVersion) -> list[list[object]]:
    return [
        [each.code, element_link(version, each), chinese(each.under), chinese(each.category)]
        for each in elements_of(version, Element.Kind.PROGRAMME)
    ]


def _budget(version: PlanVersion) -> tuple[tuple[Column, ...], list[list[object]]] | None:
    """The amounts by industry and year with their totals, in hundreds of millions of NT dollars."""
    amounts: dict[str, dict[int, float]] = defaultdict(dict)
    for each in budget_of(version):
        amounts[each.under][each.year] = amounts[each.under].get(each.year, 0.0) + each.amount
    if not amounts:
        return None
    years = sorted({year for of in amounts.values() for year in of})
    rows: list[list[object]] = [
        [chinese(name), *(_amount(of.get(year)) for year in years), _amount(sum(of.values()))]
        for name, of in amounts.items()
    ]
    totals = [sum(of.get(year, 0.0) for of in amounts.values()) for year in years]
    rows.append([say(_SUM), *map(_amount, totals), _amount(sum(totals))])
    columns = (
        Column(Sentence("產業", "Industry")),
        *(Column(year_heading(year), numeric=True) for year in years),
        Column(_SUM, numeric=True),
    )
    return columns, rows


def _amount(value: float | None) -> str:
    return "–" if value is None else f"{value:,.2f}"
