"""What to read of a technology: the most cited works of a year; and what moved between snapshots. Public."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe
from markupsafe import Markup

from coretech.apps.watch.counts.alerts import Compared, TechnologyAlert, compared
from coretech.apps.watch.counts.figures import find_counted
from coretech.apps.watch.counts.runs import run_before
from coretech.apps.watch.queries import find_technology
from coretech.engines.watching.alerts import LEAST_TOP
from coretech.kit.sentence import Sentence
from coretech.web.sending import draw
from coretech.web.shell.parts import Column
from coretech.web.shell.words import tr
from coretech.web.watch.moved import moved_words
from coretech.web.watch.words import keeping, percent, run_shown, technology_link

_WORKS = (
    Column(Sentence("著作", "Work")),
    Column(Sentence("被引", "Cited"), numeric=True),
)
_ALERTS = (
    Column(Sentence("技術", "Technology")),
    Column(Sentence("變動", "What moved")),
    Column(Sentence("前次占比", "Share before"), numeric=True),
    Column(Sentence("本次占比", "Share now"), numeric=True),
    Column(Sentence("差距的95%區間", "95 % interval of the difference"), numeric=True),
)


@require_safe
def watch_reading(request: HttpRequest, watch_code: str) -> HttpResponse:
    """The most cited works of the year in ``?year=``; of the newest one that has any by itself."""
    technology = find_technology(watch_code)
    run = run_shown(request)
    counted = None if run is None else find_counted(run, watch_code)
    works = [] if counted is None else counted.reading
    years = sorted({row[2] for row in works}, reverse=True)
    asked = request.GET.get("year", "")
    year = next((each for each in years if str(each) == asked), years[0] if years else None)
    context = {
        "technology": technology,
        "run": run,
        "kept": keeping(request),
        "years": years,
        "year": year,
        "columns": _WORKS,
        "rows": [[work_link(row), row[3]] for row in works if row[2] == year],
    }
    return draw(request, "watch/reading.jinja", context)


@require_safe
def watch_alerts(request: HttpRequest) -> HttpResponse:
    """Leaders that changed and shares that moved beyond noise, between two snapshots of a series."""
    run, kept = run_shown(request), keeping(request)
    before = None if run is None else run_before(run)
    found = None if run is None or before is None else compared(before, run)
    context = {
        "run": run,
        "kept": kept,
        "found": found,
        "least": LEAST_TOP,
        "columns": _ALERTS,
        "rows": [] if found is None else _alerts(found, kept),
        "redefined": [] if found is None else [technology_link(each, kept) for each in found.redefined],
    }
    return draw(request, "watch/alerts.jinja", context)


def work_link(row: list[object]) -> Markup:
    """A work's title, leading to it by its DOI or its identifier in OpenAlex where it has one."""
    of, title, doi = str(row[0]), str(row[1] or row[0]), str(row[4])
    bare = doi.removeprefix("https://doi.org/")
    if bare.startswith("10."):
        address = f"https://doi.org/{bare}"
    elif of[:1] == "W" and of[1:].isdigit():
        address = f"https://openalex.org/{of}"
    else:
        return Markup("{}").format(title)
    return Markup('<a class="govuk-link" rel="noreferrer" href="{}">{}</a>').format(address, title)


def _alerts(found: Compared, kept: str) -> list[list[object]]:
    return [_alert(each, kept) for each in found.alerts]


def _alert(each: TechnologyAlert, kept: str) -> list[object]:
    alert = each.alert
    ends = tr("至", " to ").join(f"{100 * end:+.1f}" for end in (alert.interval.low, alert.interval.high))
    return [
        technology_link(each.technology, kept),
        moved_words(each, kept),
        percent(alert.before),
        percent(alert.after),
        ends,
    ]
