"""The charts of plans as SVG files: drawn once for the figures they show, however often they are asked for."""

from functools import lru_cache

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from coretech.apps.audit.rulings import allow
from coretech.apps.plans.queries import version_of
from coretech.apps.reports.measured.indicators import find_indicator, indicators_of
from coretech.kit.refusal import not_found
from coretech.kit.roc import OFFSET
from coretech.law.access import Action
from coretech.web.acting import acting
from coretech.web.indicators.listing import statuses, years_of
from coretech.web.opendata.answers import open_file
from coretech.web.plans.cost import HUNDRED_MILLION, cost_of
from coretech.web.shell.words import say, tr

SVG = "image/svg+xml"
_KEPT = 512
_Drawn = tuple[tuple[str, tuple[float, ...]], ...]


@require_safe
def indicator_chart(request: HttpRequest, plan_slug: str, indicator_key: str) -> HttpResponse:
    """An indicator's targets against its actuals. Public."""
    by = acting(request)
    allow(by, Action.READ_PLAN)
    stated = find_indicator(plan_slug, indicator_key, by.today)
    years = tuple(
        (
            _label(year.year),
            None if year.target is None else _float(year.target.value),
            None if year.target is None else _float(year.target.upper),
            _float(year.actual),
            _float(year.forecast),
        )
        for year in stated.reckoned.years
    )
    words = (stated.definition.unit, tr("目標", "Target"), tr("實績", "Actual"), tr("預估", "Forecast"))
    return open_file(request, _against(years, words), SVG)


@require_safe
def plan_indicators_chart(request: HttpRequest, plan_slug: str) -> HttpResponse:
    """How many indicators of a plan stand how in each year. Public."""
    by = acting(request)
    allow(by, Action.READ_PLAN)
    found = indicators_of(version_of(plan_slug).plan, by.today)
    years = years_of(found)
    parts = tuple(
        (say(status.said), tuple(map(float, counts)))
        for status, counts in statuses(found, years).items()
        if any(counts)
    )
    return open_file(request, _stacked(tuple(map(_label, years)), parts, tr("指標個數", "Indicators")), SVG)


@require_safe
def plan_cost_chart(request: HttpRequest, plan_slug: str) -> HttpResponse:
    """What a plan costs by industry and year. Public; HTTP 404 for a plan that prints no budget."""
    allow(acting(request), Action.READ_PLAN)
    cost = cost_of(version_of(plan_slug))
    if cost is None:
        raise not_found("這個計畫的文件沒有載列經費。", "The plan's document prints no budget.")
    parts = tuple(
        (
            cost.names[key],
            tuple(float((cost.amount(key, year) or 0) / HUNDRED_MILLION) for year in cost.years),
        )
        for key in cost.rows
    )
    axis = tr("新臺幣億元", "NT$ 100 million")
    return open_file(request, _stacked(tuple(map(_label, cost.years)), parts, axis), SVG)


@lru_cache(maxsize=_KEPT)
def _against(
    years: tuple[tuple[str, float | None, float | None, float | None, float | None], ...],
    words: tuple[str, str, str, str],
) -> bytes:
    from coretech.engines.charts.against import Words, Year, against  # noqa: PLC0415 - Altair takes half a second, and only charts need it

    return against([Year(*each) for each in years], Words(*words)).encode()


@lru_cache(maxsize=_KEPT)
def _stacked(years: tuple[str, ...], parts: _Drawn, axis: str) -> bytes:
    from coretech.engines.charts.stacked import stacked  # noqa: PLC0415 - as above

    return stacked(years, dict(parts), axis).encode()


def _label(year: int) -> str:
    return tr(f"{year}年", f"{year + OFFSET}")


def _float(value: object) -> float | None:
    return None if value is None else float(str(value))
