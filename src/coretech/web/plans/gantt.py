"""The Gantt chart of a plan or of any part of it, with its table; it prints, and needs no script."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe
from markupsafe import Markup

from coretech.apps.audit.rulings import allow
from coretech.apps.plans.models import Element, PlanVersion, WorkItem
from coretech.apps.plans.queries import element_of, version_of
from coretech.apps.reports.cycle.periods import title_of
from coretech.apps.reports.cycle.schedules import WorkStood, spans_of, works_stood
from coretech.apps.reports.measured.standing_of import Latest, latest_of
from coretech.apps.reports.revisions.elements import tree_of
from coretech.engines.charts.gantt import Gantt, Line, gantt, whole
from coretech.engines.progress.schedule import Standing, Work, standing
from coretech.kit.sentence import Sentence
from coretech.law.access import Action
from coretech.web.acting import acting
from coretech.web.plans.lights import standing_tag
from coretech.web.plans.words import (
    LEAD,
    chinese,
    element_link,
    line_of,
    months_unbroken,
    names,
    without_marks,
)
from coretech.web.shell.parts import Column
from coretech.web.shell.words import say, tr

MOST_LINES = 150
"""More work items than this are drawn as one bar a measure, each leading to its own chart."""

_COLUMNS = (
    Column(Sentence("項目", "Entry")),
    Column(Sentence("期程", "When")),
    Column(LEAD),
    Column(Sentence("進度", "Standing")),
)


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the chart with its cells in the table beside it."""

    line: Line
    cells: list[object]


@dataclass(frozen=True, slots=True)
class Part:
    """What a chart is drawn of: the elements in order with their work items, and how those stood."""

    version: PlanVersion
    elements: list[Element]
    works: Mapping[int, list[WorkItem]]
    stood: Mapping[str, WorkStood]
    today: dt.date

    def standing(self, work: WorkItem) -> Standing:
        """As it was last published, else by the calendar alone: not yet begun, or nothing reported."""
        found = self.stood.get(work.key)
        return standing(Work(spans_of(work)), self.today) if found is None else found.standing


@require_safe
def plan_gantt(request: HttpRequest, plan_slug: str, element_key: str = "") -> HttpResponse:
    """The chart of a plan, or of an entry and all below it. Public; HTTP 404 where there is none."""
    by = acting(request)
    allow(by, Action.READ_PLAN)
    version = version_of(plan_slug)
    element = element_of(version, element_key) if element_key else None
    latest = latest_of(version.plan)
    part = part_of(version, element, by.today, latest=latest)
    in_full = sum(map(len, part.works.values())) <= MOST_LINES or request.GET.get("detail") == "all"
    rows = list(rows_of(part, in_full=in_full))
    context = {
        "version": version,
        "element": element,
        "heading": chinese(version.title if element is None else f"{element.code} {element.title}".strip()),
        "chart": chart_of(rows, by.today),
        "columns": _COLUMNS,
        "rows": [row.cells for row in rows],
        "in_full": in_full,
        "period": None if latest.period is None else title_of(latest.period),
        "standings": list(Standing),
    }
    return render(request, "plans/gantt.jinja", context)


def part_of(version: PlanVersion, element: Element | None, today: dt.date, latest: Latest) -> Part:
    """A plan whole, or an element and all below it; three queries."""
    tree = tree_of(version)
    tops = tree.tops if element is None else [tree.by_key[element.key]]
    elements = [each for top in tops for each in tree.under(top)]
    works: dict[int, list[WorkItem]] = {}
    for work in WorkItem.objects.filter(version=version, parent__in=elements).order_by("order"):
        works.setdefault(work.parent_id or 0, []).append(work)
    with_works = [each for each in elements if each.pk in works]
    stood = works_stood(latest.period, (each.key for each in with_works))
    return Part(version, with_works, works, stood, today)


def chart_of(rows: list[Row], today: dt.date) -> Gantt | None:
    """The rows laid out; None where none of them has a date."""
    return gantt([row.line for row in rows], today)


def rows_of(part: Part, *, in_full: bool, headed: bool = True) -> Iterator[Row]:
    """A line for each measure, and where there is room one for each of its work items."""
    for element in part.elements:
        works = part.works[element.pk]
        if headed:
            yield _measure(part, element, works, in_full=in_full)
        if in_full:
            yield from (_work(part, work) for work in works)


def _measure(part: Part, element: Element, works: list[WorkItem], *, in_full: bool) -> Row:
    spans = whole(span for work in works for span in spans_of(work))
    address = "plan_element" if in_full else "plan_entry_gantt"
    href = reverse(address, args=[part.version.plan.slug, element.key])
    name = f"{element.code} {element.title}".strip()
    worst = _together([part.standing(work) for work in works])
    first, last = (f"{spans[0][0]:%Y-%m}", f"{spans[0][1]:%Y-%m}") if spans else ("", "")
    cells: list[object] = [
        element_link(part.version, element),
        months_unbroken(first, last),
        names(element.lead) or "–",
        _many(part, works),
    ]
    return Row(Line(without_marks(name), spans, worst.value, href, heading=in_full), cells)


def _work(part: Part, work: WorkItem) -> Row:
    name = f"{work.work_no} {work.text or work.approach_title}".strip()
    found = part.standing(work)
    share = part.stood[work.key].done_share if work.key in part.stood else None
    told = say(standing_tag(found).words) + ("" if share is None else f"（{share.normalize():f} %）")
    place = Markup('{}<br><span class="govuk-hint govuk-!-margin-bottom-0">{}</span>').format(
        chinese(name), line_of(work.line)
    )
    cells: list[object] = [place, months_unbroken(work.start, work.end), names(work.lead) or "–", told]
    return Row(Line(without_marks(name), spans_of(work), found.value), cells)


def _many(part: Part, works: list[WorkItem]) -> str:
    """How many of a measure's work items stand how; each counts one."""
    found = [part.standing(work) for work in works]
    counted = [(each, found.count(each)) for each in Standing if each in found]
    return tr("、", ", ").join(f"{say(each.said)} {count}" for each, count in counted)


def _together(found: list[Standing]) -> Standing:
    """How a bar of several work items is drawn: as the one that needs attention first."""
    order = (Standing.OVERDUE, Standing.LATE, Standing.UNDER_WAY, Standing.UNKNOWN, Standing.NOT_YET)
    return next((each for each in order if each in found), Standing.DONE)
