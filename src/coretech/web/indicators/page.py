"""One indicator: what it means, how it stands and by which formula, and everything that was ever reported."""

from collections.abc import Iterable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe
from markupsafe import Markup

from coretech.apps.audit.rulings import allow, refusal_of
from coretech.apps.plans.models import Element
from coretech.apps.plans.queries import version_of
from coretech.apps.reports.cycle.periods import title_of
from coretech.apps.reports.measured.indicators import Stated, definitions_of, find_indicator, told_over_time
from coretech.apps.reports.measured.light_rules import rules_of
from coretech.apps.reports.measured.standing_of import latest_of
from coretech.apps.reports.models import IndicatorDefinition, Observation
from coretech.apps.reports.operations import define_indicator, record_observation
from coretech.engines.progress.kinds import Direction, Kind
from coretech.engines.progress.lights import differs, light
from coretech.engines.progress.reckoned import YearReckoned
from coretech.engines.progress.said import plain
from coretech.kit.sentence import Sentence
from coretech.law.access import Action
from coretech.web.acting import acting
from coretech.web.indicators.words import (
    DEMONSTRATION,
    PROPOSED,
    actual_in,
    by_yes_or_no,
    nature_of,
    printed_target,
    share_of,
    status_tag,
    target_in,
    value_of,
    year_words,
)
from coretech.web.plans.lights import light_tag
from coretech.web.plans.words import chinese, element_link
from coretech.web.shell.dates import both_dates
from coretech.web.shell.parts import Column
from coretech.web.shell.words import say, tr

_YEARS = (
    Column(Sentence("年度", "Year")),
    Column(Sentence("目標", "Target"), numeric=True),
    Column(Sentence("實績", "Actual"), numeric=True),
    Column(Sentence("達成比", "Share"), numeric=True),
    Column(Sentence("狀態", "Standing")),
    Column(Sentence("原文", "As written")),
)
_TOLD = (
    Column(Sentence("期別", "Period")),
    Column(Sentence("性質", "Nature")),
    Column(Sentence("數值", "Figure")),
    Column(Sentence("登錄", "Recorded")),
    Column(Sentence("說明", "Note")),
)
_MEANINGS = (
    Column(Sentence("定義", "Definition")),
    Column(Sentence("名稱、種類與單位", "Name, kind and unit")),
    Column(Sentence("理由", "Why")),
    Column(Sentence("登錄", "Recorded")),
)


@require_safe
def indicator(request: HttpRequest, plan_slug: str, indicator_key: str) -> HttpResponse:
    """An indicator with its chart, its table and its formulas. Public; HTTP 404 where the plan has none of this key."""
    by = acting(request)
    allow(by, Action.READ_PLAN)
    stated = find_indicator(plan_slug, indicator_key, by.today)
    plan = stated.indicator.plan
    version = version_of(plan_slug)
    element = Element.objects.filter(version=version, key=stated.indicator.element_key).first()
    judged = light(stated.reckoned, rules_of(plan, by.today))
    latest = latest_of(plan)
    stood = latest.stood.get(stated.indicator.element_key)
    checks = refusal_of(record_observation.check, by, plan) is None
    context = {
        "version": version,
        "stated": stated,
        "definition": stated.definition,
        "heading": chinese(stated.definition.name),
        "proposed": PROPOSED if stated.definition.proposed else None,
        "demonstration": DEMONSTRATION if stated.demonstration else None,
        "rows": _about(stated, None if element is None else element_link(version, element)),
        "reckoned": stated.reckoned,
        "standing": _standing(stated),
        "judged": judged,
        "light": light_tag(judged.light),
        "own": None if stood is None or stood.own is None else light_tag(stood.own),
        "differs": None if stood is None or stood.own is None else differs(judged.light, stood.own),
        "period": None if latest.period is None else title_of(latest.period),
        "drawn": not by_yes_or_no(stated.kind),
        "year_columns": _YEARS,
        "years": _years(stated),
        "told_columns": _TOLD,
        "told": [_told(stated, each, restates=checks) for each in told_over_time(stated.indicator)],
        "meaning_columns": _MEANINGS,
        "meanings": [_meaning(each) for each in definitions_of(stated.indicator)],
        "defines": refusal_of(define_indicator.check, by, plan) is None,
        "records": checks,
    }
    return render(request, "indicators/indicator.jinja", context)


def _about(stated: Stated, element: Markup | None) -> list[tuple[Sentence, object]]:
    definition = stated.definition
    baseline = None
    if definition.baseline is not None:
        baseline = f"{plain(definition.baseline)} {definition.unit} {definition.baseline_note}".strip()
    rows: list[tuple[Sentence, object]] = [
        (Sentence("屬於", "Belongs to"), element),
        (Sentence("種類", "Kind"), say(Kind(definition.kind).said)),
        (Sentence("方向", "Direction"), say(Direction(definition.direction).said)),
        (Sentence("單位", "Unit"), definition.unit),
        (Sentence("基準值", "Baseline"), baseline or tr("未載明", "not told")),
        (Sentence("期間", "Term"), f"{year_words(definition.start)} – {year_words(definition.end)}"),
        (Sentence("為什麼這樣訂", "Why so"), tr(definition.reason_zh, definition.reason_en)),
    ]
    return [(name, value) for name, value in rows if value]


def _standing(stated: Stated) -> list[tuple[Sentence, object]]:
    """Progress, pace and expected end, each beside what it is held against."""
    found = stated.reckoned
    rule = say(found.end_rule)
    end = (
        rule
        if found.expected_end is None
        else Markup("{}<br>{}").format(both_dates(found.expected_end), _hint(rule))
    )
    return [
        (Sentence("進度", "Progress"), share_of(found.progress)),
        (Sentence("至今應有", "Due by now"), share_of(found.expected)),
        (Sentence("預計完成", "Expected end"), end),
    ]


def _hint(words: str) -> Markup:
    return Markup('<span class="govuk-hint govuk-!-margin-bottom-0">{}</span>').format(words)


def _years(stated: Stated) -> list[list[object]]:
    printed = {each.year: each for each in stated.targets}
    made_up = {each.year for each in stated.observations if each.demonstration}
    told = {year.year: year for year in stated.reckoned.years}
    rows: list[list[object]] = []
    for year in sorted(set(range(stated.definition.start, stated.definition.end + 1)) | told.keys()):
        found = told.get(year)
        row = printed.get(year)
        rows.append(
            [
                year_words(year),
                *(_none() if found is None else _cells(found, demonstration=year in made_up)),
                "–" if row is None else printed_target(row),
            ]
        )
    return rows


def _none() -> list[object]:
    return [tr("無目標", "no target"), "–", "–", tr("本年無目標", "no target this year")]


def _cells(year: YearReckoned, *, demonstration: bool) -> list[object]:
    actual = actual_in(year) + (tr("（示範）", " (demonstration)") if demonstration else "")
    return [target_in(year), actual, share_of(year.share), _tag(year)]


def _tag(year: YearReckoned) -> Markup:
    found = status_tag(year.status)
    return Markup('<strong class="govuk-tag govuk-tag--{}">{}</strong>').format(
        found.colour, say(found.words)
    )


def _told(stated: Stated, row: Observation, *, restates: bool) -> list[object]:
    """A reported figure; a restated one is struck through and says by what."""
    later = getattr(row, "restated_by", None)
    shown = chinese(value_of(row, stated.definition.unit)) + (
        tr("（示範）", " (demonstration)") if row.demonstration else ""
    )
    if later is not None:
        shown = Markup("<s>{}</s> {}").format(shown, tr("已重述", "restated"))
    elif restates:
        shown += _restating(stated, row)
    return [
        year_words(row.year, row.quarter),
        _unbroken(nature_of(row)),
        _unbroken(shown),
        both_dates(row.recorded_at),
        chinese(tr("；", "; ").join(_notes(row))) or "–",
    ]


def _unbroken(words: str) -> Markup:
    return Markup('<span class="ct-nowrap">{}</span>').format(words)


def _notes(row: Observation) -> Iterable[str]:
    if row.period is not None:
        yield say(title_of(row.period))
    if row.words:
        yield row.words
    if row.why:
        yield row.why


def _restating(stated: Stated, row: Observation) -> Markup:
    address = reverse("observation_restate", args=[stated.indicator.plan.slug, stated.indicator.key, row.pk])
    words = tr("重述", "Restate")
    return Markup('<br><a class="govuk-link" href="{}">{}</a>').format(address, words)


def _meaning(row: IndicatorDefinition) -> list[object]:
    unit = f"（{row.unit}）" if row.unit else ""
    kind = f"{say(Kind(row.kind).said)}{unit}"
    number = tr(f"第{row.number}版", f"No. {row.number}") + (
        tr("（建議）", " (proposed)") if row.proposed else ""
    )
    return [
        number,
        Markup("{}<br>{}").format(chinese(row.name), kind),
        tr(row.reason_zh, row.reason_en) or "–",
        both_dates(row.recorded_at),
    ]
