"""Searching all plans: by words, by agency, by year."""

from collections.abc import Iterable, Iterator
from http import HTTPStatus
from itertools import groupby
from typing import cast

from django import forms
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe
from markupsafe import Markup

from coretech.apps.audit.rulings import allow
from coretech.apps.plans.agencies import distinct
from coretech.apps.plans.models import Element, PlanVersion, Target, WorkItem
from coretech.apps.plans.searching import LONGEST, Found, Results, Search, search
from coretech.kit.sentence import Sentence
from coretech.law.access import Action
from coretech.web.acting import acting
from coretech.web.plans.words import ELEMENTS, LINE, chinese, months_of, names, year_heading
from coretech.web.shell.paging import paging
from coretech.web.shell.parts import Column
from coretech.web.shell.words import both, say, tr

PER_PAGE = 50
_COLUMNS = (
    Column(Sentence("種類", "Kind")),
    Column(Sentence("內容", "What it says")),
    Column(Sentence("期程", "When")),
    Column(Sentence("機關", "Agencies")),
    Column(LINE),
)
_WORK, _TARGET = Sentence("工作項目", "Work item"), Sentence("指標", "Target")


class PlanSearchForm(forms.Form):
    """Words to search for, an agency and a year; all may be left empty."""

    q = forms.CharField(
        label=both("搜尋措施、工作項目與指標", "Search measures, work items and targets"),
        help_text=both(
            "繁體、簡體都可以；空格隔開的字詞須同時出現。",
            "Several words must all occur. The plans are in Chinese.",
        ),
        max_length=LONGEST,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    agency = forms.CharField(label=both("機關", "Agency"), required=False, widget=forms.Select)
    year = forms.IntegerField(
        label=both("年度", "Year"), required=False, min_value=1, max_value=999, widget=forms.Select
    )

    def __init__(self, data: QueryDict | None = None) -> None:
        """Read what is asked for; agencies and years are offered by `offer`, once the plans are known."""
        super().__init__(data)
        self.offer(Results((), (), ()))

    def offer(self, results: Results) -> None:
        """Let the agencies and years of all plans be chosen."""
        agencies = [(code, say(name)) for code, name in distinct(results.agencies)]
        years = [(str(year), say(year_heading(year))) for year in results.years]
        for name, offered in (("agency", agencies), ("year", years)):
            cast("forms.Select", self.fields[name].widget).choices = [("", tr("全部", "All")), *offered]

    @property
    def asked(self) -> Search:
        """What is looked for; for a valid form."""
        given = self.cleaned_data
        return Search(given["q"], given["agency"], given["year"])


@require_safe
def plan_search(request: HttpRequest) -> HttpResponse:
    """What is found in the newest version of every plan, page by page. Public; HTTP 422 for a year that is none."""
    allow(acting(request), Action.READ_PLAN)
    form = PlanSearchForm(request.GET)
    asked = form.asked if form.is_valid() else Search()
    results = search(asked)
    form.offer(results)
    page = Paginator(results.found, PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "form": form,
        "asked": asked,
        "nothing_asked": asked == Search(),
        "count": len(results.found),
        "columns": _COLUMNS,
        "groups": list(_by_plan(list(page.object_list))),
        "facts_only": any(each.version.facts_only for each in results.found),
        "paging": paging(request, page),
    }
    status = HTTPStatus.OK if form.is_valid() else HTTPStatus.UNPROCESSABLE_ENTITY
    return render(request, "plans/search.jinja", context, status=status)


def _by_plan(found: Iterable[Found]) -> Iterator[tuple[PlanVersion, list[list[object]]]]:
    for version, rows in groupby(found, key=lambda each: each.version):
        yield version, [_row(each) for each in rows]


def _row(each: Found) -> list[object]:
    row = each.row
    return [say(_kind(each)), _link(each), _when(each), names(each.agencies) or "–", row.line]


def _kind(each: Found) -> Sentence:
    if isinstance(each.row, Element):
        return ELEMENTS[Element.Kind(each.row.kind)]
    return _WORK if isinstance(each.row, WorkItem) else _TARGET


def _link(each: Found) -> Markup:
    """The row's words, leading to the page that shows it."""
    match each.row:
        case Element(code=code, title=title):
            words = f"{code} {title}"
        case WorkItem(measure=measure, work_no=number, text=text, approach_title=approach):
            words = f"{measure} {number} {text or approach}"
        case Target(code=code, text=text, measure_title=title):
            words = f"{code} {text or title}"
    slug = each.version.plan.slug
    address = reverse("plan", args=[slug])
    if each.element is not None:
        address = reverse("plan_element", args=[slug, each.element.key])
    return Markup('<a class="govuk-link" href="{}">{}</a>').format(address, chinese(words.strip()))


def _when(each: Found) -> Markup | str:
    row = each.row
    return months_of(row.start, row.end) if isinstance(row, WorkItem) and (row.start or row.end) else "–"
