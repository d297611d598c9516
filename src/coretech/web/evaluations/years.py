"""A plan's yearly results, compiled by chapter from what the agencies published. Public."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe
from markupsafe import Markup

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.rulings import allow
from coretech.apps.plans.queries import version_of
from coretech.apps.reports.cycle.periods import name_of, title_of
from coretech.apps.reports.cycle.published import Measure, Reported
from coretech.apps.reports.printed.report_charts import LIGHTS, LIGHTS_ALT
from coretech.apps.reports.printed.yearly import YearChapter, Yearly, yearly_of, years_of
from coretech.apps.reports.printed.yearly_report import compiled_from
from coretech.apps.reports.sheets.content import LABELS
from coretech.engines.progress.lights import Light
from coretech.engines.progress.schedule import Standing
from coretech.kit.roc import OFFSET
from coretech.kit.sentence import Sentence
from coretech.law.access import Action
from coretech.web.acting import acting
from coretech.web.evaluations.words import element_name
from coretech.web.plans.lights import light_tag
from coretech.web.plans.words import year_heading
from coretech.web.shell.parts import Column
from coretech.web.shell.words import say, tr

_WORKS = (Standing.DONE, Standing.LATE, Standing.OVERDUE)
_COLUMNS = (
    Column(Sentence("章節", "Chapter")),
    *(Column(light.said, numeric=True) for light in LIGHTS),
    *(Column(each.said, numeric=True) for each in _WORKS),
    Column(Sentence("有機關未填報", "An agency silent"), numeric=True),
)
_TEXTS = ("progress", "highlights", "risks")


@require_safe
def plan_year(request: HttpRequest, plan_slug: str, year: int) -> HttpResponse:
    """HTTP 404 for a year of which nothing is published."""
    by = acting(request)
    allow(by, Action.READ_PLAN)
    plan = version_of(plan_slug).plan
    found = yearly_of(plan, year)
    period = found.period
    context = {
        "version": period.version,
        "year": tr(f"民國{year}年（{year + OFFSET}）", f"{year + OFFSET} (ROC {year})"),
        "period": title_of(period),
        "source": reverse("plan_report", args=[plan.slug, name_of(period.year, period.quarter)]),
        "compiled_from": compiled_from(found),
        "columns": _COLUMNS,
        "rows": [_row(each) for each in found.chapters],
        "chapters": [
            (_anchor(each), [_measure(by, found, one) for one in each.measures]) for each in found.chapters
        ],
        "chart": reverse("plan_year_chart", args=[plan.slug, year]),
        "chart_alt": LIGHTS_ALT,
        "demonstration": found.demonstration,
        "forms": [
            (form, reverse("plan_year_report", args=[plan.slug, year, form])) for form in ("odt", "pdf")
        ],
        "years": [
            (say(year_heading(each)), reverse("plan_year", args=[plan.slug, each]))
            for each in years_of(plan)
            if each != year
        ],
    }
    return render(request, "evaluations/year.jinja", context)


def _anchor(chapter: YearChapter) -> tuple[str, Markup]:
    return chapter.element.key, element_name(chapter.element)


def _row(chapter: YearChapter) -> list[object]:
    link = Markup('<a class="govuk-link" href="#{}">{}</a>').format(*_anchor(chapter))
    counts = [chapter.lights[light] for light in LIGHTS] + [chapter.works[each] for each in _WORKS]
    return [link, *counts, chapter.silent]


def _measure(by: Acting, yearly: Yearly, measure: Measure) -> dict[str, object]:
    element, slug = measure.element, yearly.period.plan.slug
    return {
        "name": element_name(element),
        "href": reverse("plan_element", args=[slug, element.key]),
        "light": light_tag(Light.GREY if measure.standing is None else Light(measure.standing.light)),
        "reported": [_reported(by, each) for each in measure.reported],
    }


def _reported(by: Acting, reported: Reported) -> dict[str, object]:
    entry = reported.entry
    return {
        "agency": reported.agency.name_on(by.today),
        "silent": reported.said_nothing,
        "texts": [(LABELS[name], getattr(entry, name)) for name in _TEXTS if getattr(entry, name)],
        "amendments": reported.amendments,
    }
