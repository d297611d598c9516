"""Who does what: the agencies the plans name, and for each all it leads or joins, by when."""

import datetime as dt
from collections import Counter
from itertools import groupby

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe
from markupsafe import Markup

from coretech.apps.audit.rulings import allow
from coretech.apps.plans.models import Element, WorkItem
from coretech.apps.reports.cycle.schedules import spans_of
from coretech.apps.reports.doing import Doing, all_doing, doing_of
from coretech.kit.sentence import Sentence
from coretech.law.access import Action
from coretech.web.acting import acting
from coretech.web.plans.words import ELEMENTS, chinese, element_link, months_unbroken
from coretech.web.shell.paging import paging
from coretech.web.shell.parts import Column
from coretech.web.shell.words import say

PAGE = 100
"""Work items on one page."""

_PLAN = Column(Sentence("計畫", "Plan"))
_ROLE = Column(Sentence("角色", "Role"))
_AGENCIES = (
    Column(Sentence("機關", "Agency")),
    Column(Sentence("策略、措施與計畫", "Strategies, measures, programmes"), numeric=True),
    Column(Sentence("工作項目", "Work items"), numeric=True),
)
_ELEMENTS = (Column(Sentence("項目", "Entry")), Column(Sentence("層級", "Kind")), _ROLE, _PLAN)
_WORKS = (
    Column(Sentence("工作項目", "Work item")),
    Column(Sentence("期程", "When")),
    _ROLE,
    Column(Sentence("措施", "Measure")),
    _PLAN,
)
_LEADS, _JOINS = Sentence("主辦", "leads"), Sentence("協辦", "joins")
_WHEN = (
    Sentence("現在應進行", "Under way by the schedule"),
    Sentence("尚未到期程", "Still to begin"),
    Sentence("期程已過", "Past their schedule"),
    Sentence("沒有載明期程", "Without a schedule"),
)


@require_safe
def plan_agencies(request: HttpRequest) -> HttpResponse:
    """Every agency that a plan names. Public."""
    by = acting(request)
    allow(by, Action.READ_PLAN)
    together = all_doing(by.today)
    order = sorted(together.names, key=lambda code: (-together.works[code], -together.measures[code], code))
    rows: list[list[object]] = [
        [
            _agency_link(code, together.agencies[code].name_on(by.today)),
            together.measures[code] or "–",
            together.works[code] or "–",
        ]
        for code in order
    ]
    context = {"columns": _AGENCIES, "rows": rows, "unknown": together.unknown}
    return render(request, "plans/agencies.jinja", context)


@require_safe
def plan_agency(request: HttpRequest, agency_code: str) -> HttpResponse:
    """All that an agency leads or joins, over all plans. Public; HTTP 404 for one that no plan names."""
    by = acting(request)
    allow(by, Action.READ_PLAN)
    doing = doing_of(agency_code, by.today)
    works = sorted(doing.works, key=lambda work: _when(work, by.today))
    counts = Counter(_when(work, by.today) for work in works)
    page = Paginator(works, PAGE).get_page(request.GET.get("page"))
    context = {
        "name": doing.agency.name_on(by.today),
        "printed": sorted(doing.names),
        "element_columns": _ELEMENTS,
        "elements": [_element(doing, each) for each in doing.elements] if page.number == 1 else [],
        "work_columns": _WORKS,
        "groups": [
            (_WHEN[place], counts[place], [_work(doing, work) for work in rows])
            for place, rows in groupby(page.object_list, key=lambda work: _when(work, by.today))
        ],
        "paging": paging(request, page),
    }
    return render(request, "plans/agency.jinja", context)


def _agency_link(code: str, name: Sentence) -> Markup:
    return Markup('<a class="govuk-link" href="{}">{}</a>').format(
        reverse("plan_agency", args=[code]), say(name)
    )


def _when(work: WorkItem, today: dt.date) -> int:
    """Where a work item stands by the calendar alone, as a place in the groups."""
    spans = spans_of(work)
    if not spans:
        return 3
    if today > spans[-1][1]:
        return 2
    return 0 if today >= spans[0][0] else 1


def _role(doing: Doing, row: Element | WorkItem) -> str:
    return say(_LEADS if doing.leads(row) else _JOINS)


def _element(doing: Doing, element: Element) -> list[object]:
    words = element_link(element.version, element)
    kind = say(ELEMENTS[Element.Kind(element.kind)])
    return [
        Markup("{} {}").format(element.code, words),
        kind,
        _role(doing, element),
        chinese(element.version.title),
    ]


def _work(doing: Doing, work: WorkItem) -> list[object]:
    measure = "–" if work.parent is None else element_link(work.version, work.parent)
    words = chinese(f"{work.work_no} {work.text or work.approach_title}".strip())
    when = months_unbroken(work.start, work.end)
    return [words, when, _role(doing, work), measure, chinese(work.version.title)]
