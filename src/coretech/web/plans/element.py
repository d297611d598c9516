"""One entry of a plan: a measure with its work items and targets, a strategy with its measures, a programme."""

from collections.abc import Iterator
from itertools import groupby

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe
from markupsafe import Markup

from coretech.apps.audit.rulings import allow
from coretech.apps.plans.models import Element, PlanFinding, PlanVersion, WorkItem
from coretech.apps.plans.queries import Held, element_of, findings_of, held_by, version_of
from coretech.apps.reports.cycle.periods import title_of
from coretech.apps.reports.measured.standing_of import latest_of
from coretech.engines.progress.schedule import Standing
from coretech.kit.sentence import Sentence
from coretech.law.access import Action
from coretech.web.acting import acting
from coretech.web.issues.beside import issues_shown
from coretech.web.plans.beside import indicators_shown, links_shown, money_shown
from coretech.web.plans.gantt import MOST_LINES, chart_of, part_of, rows_of
from coretech.web.plans.lights import counts_of, tags_of
from coretech.web.plans.reported import differing, reports_of
from coretech.web.plans.targets import columns_for, target_rows
from coretech.web.plans.words import (
    CODE,
    ELEMENTS,
    JOINT,
    LEAD,
    LINE,
    NAME,
    PLACE,
    chinese,
    element_link,
    line_of,
    line_with_findings,
    lines_of,
    months_of,
    names,
)
from coretech.web.shell.parts import Column
from coretech.web.shell.words import say, tr

_WORK = (
    Column(CODE),
    Column(Sentence("工作", "Work")),
    Column(Sentence("期程", "When")),
    Column(Sentence("機關", "Agencies")),
    Column(LINE),
)
_CHILDREN = (Column(CODE), Column(NAME), Column(LINE))


@require_safe
def plan_element(request: HttpRequest, plan_slug: str, element_key: str) -> HttpResponse:
    """An entry of a plan's newest version with all that hangs on it. Public; HTTP 404 where there is none."""
    by = acting(request)
    allow(by, Action.READ_PLAN)
    version = version_of(plan_slug)
    element = element_of(version, element_key)
    held = held_by(element)
    latest = latest_of(version.plan)
    stood = latest.stood.get(element.key)
    part = part_of(version, element, by.today, latest)
    few = sum(map(len, part.works.values())) <= MOST_LINES
    lines = {element.line, *held.lines()}
    findings = [each for each in findings_of(version) if lines & set(each.lines)]
    context = {
        "version": version,
        "element": element,
        "heading": chinese(element.title or element.code),
        "kind": ELEMENTS[Element.Kind(element.kind)],
        "rows": _about(version, element),
        "children_columns": _CHILDREN,
        "children": [
            [each.code, element_link(version, each), line_with_findings(each.line, findings)]
            for each in held.children
        ],
        "work_columns": _WORK,
        "items": list(_items(held, findings)),
        "target_columns": columns_for(held.targets),
        "targets": target_rows(held.targets, findings),
        "findings": findings,
        "lines_of": lines_of,
        "tags": tags_of(stood),
        "counts": counts_of(stood),
        "differs": differing(stood),
        "period": None if latest.period is None else title_of(latest.period),
        "reports": reports_of(version.plan, element.key),
        "chart": chart_of(list(rows_of(part, in_full=few, headed=len(part.elements) > 1)), by.today),
        "standings": list(Standing),
        **indicators_shown(version.plan, element.key, by.today),
        **money_shown(by, version, element),
        **links_shown(by, version.plan, element.key),
        **issues_shown(by, version.plan, element.key),
    }
    return render(request, "plans/element.jinja", context)


def _about(version: PlanVersion, element: Element) -> list[tuple[Sentence, object]]:
    above = None if element.parent is None else element_link(version, element.parent)
    lines = line_of(element.line)
    if element.last_line is not None and element.last_line != element.line:
        lines = tr(
            f"第{element.line}行至第{element.last_line}行", f"lines {element.line} to {element.last_line}"
        )
    rows: list[tuple[Sentence, object]] = [
        (Sentence("屬於", "Belongs to"), above or chinese(element.under)),
        (LEAD, names(element.lead)),
        (JOINT, names(element.co)),
        (Sentence("類別", "Category"), chinese(element.category)),
        (Sentence("策略", "Strategies"), names(element.named)),
        (Sentence("內容", "Text"), chinese(element.text)),
        (PLACE, lines),
    ]
    return [(name, value) for name, value in rows if value]


def _items(held: Held, findings: list[PlanFinding]) -> Iterator[tuple[Markup, list[list[object]]]]:
    """The work items under the items they belong to, in printed order."""
    for title, rows in groupby(held.work_items, key=lambda row: f"{row.item_no} {row.item_title}".strip()):
        yield chinese(title), [_work(row, findings) for row in rows]


def _work(row: WorkItem, findings: list[PlanFinding]) -> list[object]:
    approach = f"{row.approach_no} {row.approach_title}".strip()
    words = Markup("<br>").join(chinese(text) for text in (row.text, approach) if text)
    return [row.work_no or "–", words, _when(row), _agencies(row), line_with_findings(row.line, findings)]


def _when(row: WorkItem) -> Markup:
    """Each period in both calendars with the words before it; what was printed where none was read."""
    if not row.periods:
        return chinese(row.date_as_written) or months_of("", "")
    return Markup("<br>").join(map(_period, row.periods))


def _period(period: dict[str, str | None]) -> Markup:
    label = period.get("label")
    before = chinese(label) + Markup("<br>") if label else Markup("")
    return before + months_of(period.get("start") or "", period.get("end") or "")


def _agencies(row: WorkItem) -> Markup:
    if not row.co:
        return names(row.lead) or Markup("–")
    lead, joint = say(LEAD), say(JOINT)
    return Markup("{}{}{}<br>{}{}{}").format(
        lead, tr("：", ": "), names(row.lead), joint, tr("：", ": "), names(row.co)
    )
