"""The indicators of plans: what they mean, what they want, what was reported, and how they stand."""

import datetime as dt
from decimal import Decimal
from typing import Annotated

from django.http import HttpRequest
from ninja import Field, Path, Router

from coretech.api.auth import PUBLIC, acting
from coretech.api.plans import Slug
from coretech.api.schemas import Moment, Shown, Words
from coretech.apps.audit.rulings import allow
from coretech.apps.plans.queries import version_of
from coretech.apps.reports.measured.indicators import Stated, find_indicator, indicators_of, told_over_time
from coretech.apps.reports.measured.light_rules import rules_of
from coretech.apps.reports.models import Observation
from coretech.engines.progress.lights import light
from coretech.engines.progress.reckoned import YearReckoned
from coretech.engines.progress.thresholds import Rules
from coretech.law.access import Action

router = Router(auth=PUBLIC, tags=["plans"])

Key = Annotated[
    str,
    Path(description="The indicator, such as `target-1.1.1`."),
    Field(max_length=110, pattern=r"^[^/\x00]+$"),
]


class IndicatorYear(Shown):
    """A ROC year: figures as decimal text in the indicator's unit, null where there is none, which is not zero."""

    year: int
    target: str | None
    target_upper: str | None
    target_words: str | None
    actual: str | None
    forecast: str | None
    share: str | None
    status: str


class IndicatorShown(Shown):
    """An indicator as it stands today; shares are decimal text, 1 is all.

    ``proposed`` is true until a controller confirms what the document's target seems to mean.
    """

    indicator: str
    element: str
    name: str
    kind: str
    direction: str
    unit: str
    baseline: str | None
    start: int
    end: int
    definition: int
    proposed: bool
    why: Words
    progress: str | None
    expected: str | None
    expected_end: dt.date | None
    formula: Words
    steps: list[Words]
    light: str
    light_why: Words
    years: list[IndicatorYear]


class ObservationShown(Shown):
    """A figure as it was reported; one that was restated names the figure in its place."""

    id: int
    year: int
    quarter: int | None
    nature: str
    value: str | None
    done: bool | None
    words: str
    given_value: str
    given_unit: str
    why: str
    restated_by: int | None
    demonstration: bool
    recorded_at: Moment


@router.get(
    "/{plan}/indicators", response=list[IndicatorShown], summary="一個計畫的指標 / A plan's indicators"
)
def list_indicators(request: HttpRequest, plan: Slug) -> list[IndicatorShown]:
    """All indicators of a plan with targets and actuals by year, progress, pace, expected end and light."""
    by = acting(request)
    allow(by, Action.READ_PLAN)
    found = version_of(plan).plan
    rules = rules_of(found, by.today)
    return [_shown(each, rules) for each in indicators_of(found, by.today)]


@router.get("/{plan}/indicators/{indicator}", response=IndicatorShown, summary="一項指標 / One indicator")
def show_indicator(request: HttpRequest, plan: Slug, indicator: Key) -> IndicatorShown:
    """One indicator as it stands today."""
    by = acting(request)
    allow(by, Action.READ_PLAN)
    stated = find_indicator(plan, indicator, by.today)
    return _shown(stated, rules_of(stated.indicator.plan, by.today))


@router.get(
    "/{plan}/indicators/{indicator}/observations",
    response=list[ObservationShown],
    summary="一項指標的歷次回報 / Everything reported of an indicator",
)
def list_observations(request: HttpRequest, plan: Slug, indicator: Key) -> list[ObservationShown]:
    """Every figure ever reported, restated ones too, in the order of the periods."""
    by = acting(request)
    allow(by, Action.READ_PLAN)
    return [_observed(each) for each in told_over_time(find_indicator(plan, indicator, by.today).indicator)]


def _shown(stated: Stated, rules: Rules) -> IndicatorShown:
    definition, reckoned, judged = stated.definition, stated.reckoned, light(stated.reckoned, rules)
    return IndicatorShown(
        indicator=stated.indicator.key,
        element=stated.indicator.element_key,
        name=definition.name,
        kind=definition.kind,
        direction=definition.direction,
        unit=definition.unit,
        baseline=_text(definition.baseline),
        start=definition.start,
        end=definition.end,
        definition=definition.number,
        proposed=definition.proposed,
        why=Words(zh=definition.reason_zh, en=definition.reason_en),
        progress=_text(reckoned.progress),
        expected=_text(reckoned.expected),
        expected_end=reckoned.expected_end,
        formula=Words.of(reckoned.formula),
        steps=[Words.of(each) for each in reckoned.steps],
        light=judged.light.value,
        light_why=Words.of(judged.sentence),
        years=[_year(each) for each in reckoned.years],
    )


def _year(year: YearReckoned) -> IndicatorYear:
    point = year.target
    return IndicatorYear(
        year=year.year,
        target=None if point is None else _text(point.value),
        target_upper=None if point is None else _text(point.upper),
        target_words=None if point is None or not point.words else point.words,
        actual=_text(year.actual),
        forecast=_text(year.forecast),
        share=_text(year.share),
        status=year.status.value,
    )


def _observed(row: Observation) -> ObservationShown:
    later = getattr(row, "restated_by", None)
    return ObservationShown(
        id=row.pk,
        year=row.year,
        quarter=row.quarter,
        nature=row.nature,
        value=_text(row.value),
        done=row.done,
        words=row.words,
        given_value=row.given_value,
        given_unit=row.given_unit,
        why=row.why,
        restated_by=None if later is None else later.pk,
        demonstration=row.demonstration,
        recorded_at=row.recorded_at,
    )


def _text(value: Decimal | None) -> str | None:
    """A figure in full without idle zeros."""
    if value is None:
        return None
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
