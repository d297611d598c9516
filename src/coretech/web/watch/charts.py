"""The charts of a technology as SVG, drawn once for the figures they show, and its table as CSV. Public."""

import csv
import io

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from coretech.apps.watch.counts.countries import country_name
from coretech.apps.watch.counts.figures import find_counted, shares
from coretech.apps.watch.models import Counted
from coretech.apps.watch.queries import find_technology, query_text, ways_of
from coretech.kit.refusal import not_found
from coretech.web.opendata.answers import open_file
from coretech.web.shell.words import say, tr
from coretech.web.watch.drawing import CSV, SVG, shares_chart, years_chart
from coretech.web.watch.technology import trend_of
from coretech.web.watch.words import run_shown

_BARS, _BOM = 12, "\ufeff"
_COLUMNS = (
    *("technology_id", "country", "works", "works_fractional", "top10_share", "top10_share_low"),
    *("top10_share_high", "h_index", "rank", "snapshot", "snapshot_date", "query"),
)


@require_safe
def watch_shares_chart(request: HttpRequest, watch_code: str) -> HttpResponse:
    """Shares of the leading countries with their intervals."""
    found = [each for each in shares(_counted(request, watch_code)) if each.interval is not None]
    means = tuple(
        (
            say(country_name(each.row.country)),
            100 * (each.row.top10_share or 0.0),
            100 * each.interval.low,
            100 * each.interval.high,
        )
        for each in found[:_BARS]
        if each.interval is not None
    )
    axis = tr(
        "前10%高被引著作占比（%），線為95%區間",
        "Share of the 10 % most cited (%); lines are intervals of 95 %",
    )
    return open_file(request, shares_chart(means, axis), SVG)


@require_safe
def watch_years_chart(request: HttpRequest, watch_code: str) -> HttpResponse:
    """Works by year of the leader, the runner-up and Taiwan."""
    years, lines = trend_of(_counted(request, watch_code))
    drawn = tuple((say(country_name(code)), tuple(map(float, line))) for code, line in lines.items())
    return open_file(request, years_chart(tuple(map(str, years)), drawn, tr("著作篇數", "Works")), SVG)


@require_safe
def watch_countries_csv(request: HttpRequest, watch_code: str) -> HttpResponse:
    """Every country of a technology, each row with its snapshot and query."""
    counted = _counted(request, watch_code)
    snapshot, query = counted.run.snapshot, query_text(ways_of(counted.definition))
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(_COLUMNS)
    for each in shares(counted):
        row, interval = each.row, each.interval
        ends = ("", "") if interval is None else (interval.low, interval.high)
        figures = (row.works, row.works_fractional, row.top10_share, *ends, row.h_index, row.rank)
        writer.writerow([watch_code, row.country, *figures, snapshot.sha256, snapshot.dated, query])
    return open_file(request, (_BOM + out.getvalue()).encode(), CSV, f"{watch_code}-countries.csv")


def _counted(request: HttpRequest, code: str) -> Counted:
    find_technology(code)
    run = run_shown(request)
    counted = None if run is None else find_counted(run, code)
    if counted is None:
        raise not_found("這項技術還沒有計算結果。", "This technology is not counted yet.")
    return counted
