"""A country's shares by technology as a chart, and its table as CSV. Public."""

import csv
import io

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from coretech.apps.watch.counts.figures import Share, of_country
from coretech.apps.watch.models import Run
from coretech.kit.refusal import not_found
from coretech.web.opendata.answers import open_file
from coretech.web.shell.words import say, tr
from coretech.web.watch.drawing import CSV, SVG, shares_chart
from coretech.web.watch.words import run_shown

MOST = 15
_BOM = "\ufeff"
_COLUMNS = (
    *("country", "technology_id", "name", "works", "works_fractional", "top10_share", "top10_share_low"),
    *("top10_share_high", "h_index", "rank", "snapshot", "snapshot_date"),
)


@require_safe
def watch_country_chart(request: HttpRequest, watch_country: str) -> HttpResponse:
    """The technologies it ranks best in, each share with its interval."""
    _, found = _figures(request, watch_country)
    means = tuple(
        (
            say(each.row.counted.technology.name),
            100 * (each.row.top10_share or 0.0),
            100 * each.interval.low,
            100 * each.interval.high,
        )
        for each in drawn(found)
        if each.interval is not None
    )
    axis = tr(
        "前10%高被引著作占比（%），線為95%區間",
        "Share of the 10 % most cited (%); lines are intervals of 95 %",
    )
    return open_file(request, shares_chart(means, axis), SVG)


@require_safe
def watch_country_csv(request: HttpRequest, watch_country: str) -> HttpResponse:
    """Every technology it has works in, each row with its snapshot."""
    run, found = _figures(request, watch_country)
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(_COLUMNS)
    for each in found:
        row, of = each.row, each.row.counted.technology
        ends = ("", "") if each.interval is None else (each.interval.low, each.interval.high)
        figures = (row.works, row.works_fractional, row.top10_share, *ends, row.h_index, row.rank)
        writer.writerow(
            [watch_country, of.code, say(of.name), *figures, run.snapshot.sha256, run.snapshot.dated]
        )
    return open_file(request, (_BOM + out.getvalue()).encode(), CSV, f"{watch_country}-technologies.csv")


def drawn(found: list[Share]) -> list[Share]:
    """Those that a chart has room for."""
    return [each for each in found if each.interval is not None][:MOST]


def _figures(request: HttpRequest, country: str) -> tuple[Run, list[Share]]:
    run = run_shown(request)
    if run is None:
        raise not_found("還沒有計算結果。", "Nothing was counted yet.")
    return run, of_country(run, country)
