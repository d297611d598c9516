"""The charts of budgets as SVG files: drawn once for the figures they show, however often they are asked for."""

from decimal import Decimal
from functools import lru_cache

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from coretech.apps.audit.rulings import allow
from coretech.apps.plans.queries import version_of
from coretech.apps.reports.revisions.elements import tree_of
from coretech.apps.reports.spending.board import board_of
from coretech.apps.reports.spending.budgets import standing_figures
from coretech.apps.reports.spending.projection import projection_of
from coretech.engines.progress.projection import share_of_gdp
from coretech.law.access import Action
from coretech.web.acting import acting
from coretech.web.budgets.projecting import asked_in
from coretech.web.budgets.words import HUNDRED_MILLION, STAGES, year_of
from coretech.web.opendata.answers import open_file
from coretech.web.shell.words import say, tr

SVG = "image/svg+xml"
_KEPT = 256
_Lines = tuple[tuple[str, tuple[float | None, ...]], ...]


@require_safe
def plan_budgets_chart(request: HttpRequest, plan_slug: str) -> HttpResponse:
    """The whole plan by year and stage, in hundreds of millions. Public as the board is."""
    by = acting(request)
    allow(by, Action.READ_PLAN)
    version = version_of(plan_slug)
    board = board_of(tree_of(version), standing_figures(by, version.plan))
    wholes = [board.whole(year).by_stage for year in board.years]
    parts = tuple(
        (say(words), tuple(_float(whole.get(stage), HUNDRED_MILLION) for whole in wholes))
        for stage, words in STAGES.items()
        if any(stage in whole for whole in wholes)
    )
    axis = tr("新臺幣億元", "NT$ 100 million")
    return open_file(request, _grouped(tuple(map(year_of, board.years)), parts, axis), SVG)


@require_safe
def plan_projection_chart(request: HttpRequest, plan_slug: str) -> HttpResponse:
    """The share of GDP as the plan has it, and as the scenario in the address has it. Public."""
    allow(acting(request), Action.READ_PLAN)
    found = projection_of(version_of(plan_slug))
    _, outlook = asked_in(request.GET, found)
    plan = {row.year: share_of_gdp(row) for row in found.rows}
    scenario = {} if outlook is None else {row.year: share_of_gdp(row) for row in outlook.rows}
    years = sorted(plan.keys() | scenario.keys())
    lines: _Lines = (
        (tr("計畫推估", "The plan"), tuple(_float(plan.get(year)) for year in years)),
        (tr("情境", "Scenario"), tuple(_float(scenario.get(year)) for year in years)),
    )
    axis = tr("科技預算占 GDP（%）", "S&T budget, % of GDP")
    return open_file(request, _paths(tuple(map(year_of, years)), lines, axis), SVG)


@lru_cache(maxsize=_KEPT)
def _grouped(years: tuple[str, ...], parts: _Lines, axis: str) -> bytes:
    from coretech.engines.charts.grouped import grouped  # noqa: PLC0415 - Altair takes half a second, and only charts need it

    return grouped(years, dict(parts), axis).encode()


@lru_cache(maxsize=_KEPT)
def _paths(years: tuple[str, ...], lines: _Lines, axis: str) -> bytes:
    from coretech.engines.charts.paths import paths  # noqa: PLC0415 - as above

    return paths(years, dict(lines), axis).encode()


def _float(value: Decimal | None, unit: Decimal = Decimal(1)) -> float | None:
    return None if value is None else float(value / unit)
