"""Published periods of a plan: the list, and one whole with every amendment beside what it amends. Public."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe
from markupsafe import Markup

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.rulings import allow, refusal_of
from coretech.apps.plans.queries import version_of
from coretech.apps.reports.cycle.periods import (
    find_published,
    name_of,
    periods_of,
    published_periods,
    title_of,
)
from coretech.apps.reports.cycle.published import Measure, Reported, measures_of
from coretech.apps.reports.cycle.steering import controls
from coretech.apps.reports.measured.standing_of import HEAVIEST
from coretech.apps.reports.models import MeasureStanding, Observation, ReportingPeriod
from coretech.apps.reports.operations import file_amendment
from coretech.apps.reports.sheets.content import LABELS
from coretech.engines.progress.kinds import Nature
from coretech.engines.progress.lights import Light
from coretech.engines.progress.said import plain
from coretech.engines.progress.schedule import Standing
from coretech.kit.sentence import Sentence
from coretech.law.access import Action
from coretech.web.acting import acting
from coretech.web.plans.lights import light_tag, standing_tag
from coretech.web.plans.words import chinese
from coretech.web.sheets.words import work_name
from coretech.web.shell.dates import both_dates
from coretech.web.shell.parts import Column
from coretech.web.shell.words import say, tr

_PERIODS = (
    Column(Sentence("期別", "Period")),
    Column(Sentence("情形", "State")),
    Column(Sentence("期限", "Due")),
    Column(Sentence("發布", "Published")),
)
_WORKS = (
    Column(Sentence("工作項目", "Work item")),
    Column(Sentence("情形", "How it stands")),
    Column(Sentence("完成 %", "Done %"), numeric=True),
    Column(Sentence("說明", "Note")),
)
_FIGURES = (
    Column(Sentence("指標", "Indicator")),
    Column(Sentence("性質", "Nature")),
    Column(Sentence("數值", "Figure"), numeric=True),
    Column(Sentence("說明", "Note")),
)
_TEXTS = ("progress", "highlights", "next_work", "risks")
_OPEN = Sentence("填報中", "Being reported")


@require_safe
def plan_reports(request: HttpRequest, plan_slug: str) -> HttpResponse:
    """The plan's periods: published ones for everybody, open ones for the controller."""
    by = acting(request)
    allow(by, Action.READ_PLAN)
    version = version_of(plan_slug)
    controller = controls(by, version.plan)
    found = periods_of(version.plan) if controller else published_periods(version.plan)
    context = {
        "plan": version,
        "columns": _PERIODS,
        "rows": [_row(each) for each in found],
        "controller": controller,
    }
    return render(request, "sheets/reports.jinja", context)


@require_safe
def plan_report(request: HttpRequest, plan_slug: str, period_name: str) -> HttpResponse:
    """One published period; HTTP 404 while it is open."""
    by = acting(request)
    allow(by, Action.READ_PLAN)
    period = find_published(plan_slug, period_name)
    measures = measures_of(period)
    context = {
        "plan": period.version,
        "period": period,
        "title": title_of(period),
        "lights": [(light_tag(light), _count(measures, light)) for light in HEAVIEST],
        "measures": [_measure(by, plan_slug, each) for each in sorted(measures, key=_heavy)],
        "work_columns": _WORKS,
        "figure_columns": _FIGURES,
        "silent": _silent(by, measures),
        "demonstration": any(each.entry.demonstration for measure in measures for each in measure.reported),
        "board": reverse("plan_report_board", args=[plan_slug, period_name])
        if controls(by, period.plan)
        else None,
    }
    return render(request, "sheets/report.jinja", context)


def _row(period: ReportingPeriod) -> list[object]:
    name, published = name_of(period.year, period.quarter), period.published_at
    page = reverse("plan_report" if published else "plan_report_board", args=[period.plan.slug, name])
    link = Markup('<a class="govuk-link" href="{}">{}</a>').format(page, say(title_of(period)))
    state = tr("已發布", "Published") if published else say(_OPEN)
    return [link, state, both_dates(period.due_on), both_dates(published) if published else "-"]


def _heavy(measure: Measure) -> tuple[int, int]:
    """Red first, then as printed."""
    return HEAVIEST.index(_light(measure)), measure.element.order


def _light(measure: Measure) -> Light:
    return Light.GREY if measure.standing is None else Light(measure.standing.light)


def _count(measures: list[Measure], light: Light) -> int:
    return sum(_light(each) is light for each in measures)


def _measure(by: Acting, slug: str, measure: Measure) -> dict[str, object]:
    element = measure.element
    return {
        "name": chinese(f"{element.code} {element.title}".strip() or element.key),
        "href": reverse("plan_element", args=[slug, element.key]),
        "light": light_tag(_light(measure)),
        "differs": _differs(measure.standing),
        "reasons": [] if measure.standing is None else list(_reasons(measure.standing)),
        "figures": [_figure(each) for each in measure.observations],
        "reported": [_reported(by, each) for each in measure.reported],
        "key": element.key,
    }


def _differs(standing: MeasureStanding | None) -> Sentence | None:
    if standing is None or not standing.own_light:
        return None
    light, own = Light(standing.light), Light(standing.own_light)
    if light is own:
        return None
    return Sentence(
        f"依規則為{light.said.zh}，承辦人判斷為{own.said.zh}。",
        f"By the rules {light.said.en}; the officer judges it {own.said.en}.",
    )


def _reasons(standing: MeasureStanding) -> list[tuple[str, Sentence, list[Sentence]]]:
    """Why the light is what it is: the schedule, then each indicator with the figures filled in."""
    kept = standing.reckoned
    found: list[tuple[str, Sentence, list[Sentence]]] = [
        (tr("工作期程", "The schedule"), Sentence(**each["why"]), []) for each in kept.get("schedule", [])
    ]
    for key, each in kept.get("indicators", {}).items():
        found.append((key, Sentence(**each["why"]), [Sentence(**step) for step in each["steps"]]))
    return found


def _reported(by: Acting, reported: Reported) -> dict[str, object]:
    entry = reported.entry
    may = refusal_of(file_amendment.check, by, entry) is None
    return {
        "agency": reported.agency.name_on(by.today),
        "silent": reported.said_nothing,
        "texts": [(LABELS[name], getattr(entry, name)) for name in _TEXTS if getattr(entry, name)],
        "own": light_tag(Light(entry.own_light)) if entry.own_light else None,
        "own_reason": entry.own_reason,
        "works": [
            [
                entry.work_key if work is None else work_name(work),
                say(standing_tag(Standing(each.standing)).words),
                "-" if each.done_share is None else plain(each.done_share),
                each.progress,
            ]
            for work, each in reported.works
        ],
        "amendments": reported.amendments,
        "amend": reverse("entry_amend", args=[entry.pk]) if may else None,
        "demonstration": entry.demonstration,
    }


def _figure(observed: Observation) -> list[object]:
    definitions = list(observed.indicator.definitions.all())
    newest = max(definitions, key=lambda each: each.number)
    told = "" if observed.done is None else tr("已達成", "done") if observed.done else tr("尚未", "not yet")
    figure = told if observed.value is None else f"{plain(observed.value)} {newest.unit}".strip()
    later = getattr(observed, "restated_by", None)
    note = observed.words if later is None else tr("嗣後已重述。", "Restated since.") + observed.words
    return [chinese(newest.name), say(Nature(observed.nature).said), figure or "-", note]


def _silent(by: Acting, measures: list[Measure]) -> list[Sentence]:
    silent = {
        each.agency.code: each.agency
        for measure in measures
        for each in measure.reported
        if each.said_nothing
    }
    return [agency.name_on(by.today) for agency in silent.values()]
