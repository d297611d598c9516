"""One country in every technology it has works in, and two countries side by side. Public."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe
from markupsafe import Markup

from coretech.apps.watch.counts.alerts import top_with_country
from coretech.apps.watch.counts.countries import TAIWAN, country_name
from coretech.apps.watch.counts.figures import countries_of, of_country, share, standings
from coretech.apps.watch.models import CountryFigure, Run
from coretech.engines.watching.intervals import newcombe
from coretech.kit.sentence import Sentence
from coretech.web.sending import draw
from coretech.web.shell.parts import Column
from coretech.web.shell.words import say, tr
from coretech.web.watch.country_files import drawn
from coretech.web.watch.words import (
    SHARE_COLUMNS,
    keeping,
    methods,
    percent,
    ranging,
    run_shown,
    share_cells,
    technology_link,
    warning_tags,
)

_OTHER = "US"
_COUNTRY = (
    Column(Sentence("技術", "Technology")),
    *SHARE_COLUMNS,
    Column(Sentence("判讀注意", "Beware")),
)
_METHODS = ("top10_share", "rank", "works", "works_fractional", "h_index")


@require_safe
def watch_country(request: HttpRequest, watch_country: str) -> HttpResponse:
    """A country by technology, its best ranks first. HTTP 404 where no work names it."""
    run, kept = run_shown(request), keeping(request)
    rows = [] if run is None else of_country(run, watch_country)
    context = {
        "run": run,
        "kept": kept,
        "code": watch_country,
        "name": country_name(watch_country),
        "columns": _COUNTRY,
        "rows": [
            [
                technology_link(each.row.counted.technology, kept),
                *share_cells(each),
                warning_tags(each.row.counted),
            ]
            for each in rows
        ],
        "drawn": len(drawn(rows)),
        "methods": [] if run is None else methods(run, _METHODS),
    }
    return draw(request, "watch/country.jinja", context)


@require_safe
def watch_compare(request: HttpRequest) -> HttpResponse:
    """Two countries by technology; what the page compares is in ``?a=&b=``."""
    run, kept = run_shown(request), keeping(request)
    codes = [] if run is None else countries_of(run)
    first, second = (_chosen(request, name, codes, other) for name, other in (("a", TAIWAN), ("b", _OTHER)))
    context = {
        "run": run,
        "kept": kept,
        "a": first,
        "b": second,
        "names": (country_name(first), country_name(second)),
        "counted": codes,
        "choices": [(code, say(country_name(code))) for code in sorted({*codes, TAIWAN, _OTHER})],
        "columns": _columns(first, second),
        "rows": [] if run is None else _compared(run, first, second, kept),
        "methods": [] if run is None else methods(run, _METHODS),
    }
    return draw(request, "watch/compare.jinja", context)


def _chosen(request: HttpRequest, name: str, codes: object, other: str) -> str:
    given = request.GET.get(name, "")
    return given if isinstance(codes, list) and given in {*codes, TAIWAN, _OTHER} else other


def _columns(first: str, second: str) -> tuple[Column, ...]:
    def of(code: str) -> tuple[Column, ...]:
        name = country_name(code)
        return (
            Column(Sentence(f"{name.zh}占比", f"{name.en}: share"), numeric=True),
            Column(Sentence(f"{name.zh}著作", f"{name.en}: works"), numeric=True),
        )

    return (
        Column(Sentence("技術", "Technology")),
        *of(first),
        *of(second),
        Column(Sentence("差距（百分點）", "Difference (points)"), numeric=True),
        Column(Sentence("判讀注意", "Beware")),
    )


def _compared(run: Run, first: str, second: str, kept: str) -> list[list[object]]:
    rows = CountryFigure.objects.filter(counted__run=run, country__in=[first, second])
    by_key = {(row.counted_id, row.country): row for row in rows}
    found = []
    for each in standings(run):
        key = each.counted.pk
        pair = by_key.get((key, first)), by_key.get((key, second))
        if any(pair):
            top = top_with_country(each.counted)
            cells = [cell for row in pair for cell in _cells(row, top)]
            found.append(
                [
                    technology_link(each.counted.technology, kept),
                    *cells,
                    _difference(pair, top),
                    warning_tags(each.counted),
                ]
            )
    return found


def _cells(row: CountryFigure | None, top: int) -> list[object]:
    if row is None:
        return ["–", 0]
    held = share(row, top)
    said = _over(percent(row.top10_share), ranging(held.interval))
    return ["–" if held.interval is None else said, f"{row.works:,}"]


def _over(figure: str, interval: str) -> Markup:
    """A figure with its interval below it."""
    return Markup('{}<br><span class="govuk-body-s">{}</span>').format(figure, interval)


def _difference(pair: tuple[CountryFigure | None, CountryFigure | None], top: int) -> Markup | str:
    """By how much the first country's share is the larger, with an interval that is too wide rather than too narrow."""
    first, second = ((row.top10_share or 0.0) if row else 0.0 for row in pair)
    if not top:
        return "–"
    interval = newcombe(second, top, first, top)
    ends = tr("至", " to ").join(f"{100 * end:+.1f}" for end in (interval.low, interval.high))
    return _over(f"{100 * (first - second):+.1f}", ends)
