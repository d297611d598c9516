"""All commodities: first those that need attention, then every one by its category."""

from collections.abc import Iterable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from coretech.apps.supplies.access import files_any, reads_within
from coretech.apps.supplies.models import Commodity
from coretech.apps.supplies.queries import commodities, open_alerts
from coretech.apps.supplies.state import State, states_of
from coretech.apps.supplies.words import ALERTS, CATEGORIES, FREQUENCIES
from coretech.engines.supplies.periods import Frequency
from coretech.kit.sentence import Sentence
from coretech.web.acting import acting
from coretech.web.shell.dates import both_dates
from coretech.web.shell.parts import Column
from coretech.web.shell.words import say, tr
from coretech.web.supplies.words import NOTHING, days, link_to, status

_NAME = Column(Sentence("物資", "Commodity"))
_COLUMNS = (
    _NAME,
    Column(Sentence("狀態", "Standing")),
    Column(Sentence("存量天數", "Days of cover"), numeric=True),
    Column(Sentence("標準", "Standard"), numeric=True),
    Column(Sentence("存量截至", "Stock as of")),
    Column(Sentence("申報", "Reported")),
)
_OVERDUE = Column(Sentence("逾期", "Overdue"), numeric=True)
_ALERTS = (
    _NAME,
    Column(Sentence("示警", "Alert")),
    Column(Sentence("內容", "What")),
    Column(Sentence("日期", "Day")),
)


@require_safe
def supplies(request: HttpRequest) -> HttpResponse:
    """How every commodity stands today. The public sees the public ones, and no alerts."""
    by = acting(request)
    within = reads_within(by)
    states = states_of(commodities(by), by.today)
    alerts = list(open_alerts(by)) if within else []
    context = {
        "day": by.today,
        "within": within,
        "files": files_any(by),
        "columns": (*_COLUMNS, _OVERDUE) if within else _COLUMNS,
        "attention": [_row(each, within=within) for each in states if each.needs_attention],
        "categories": _categories(states, within=within),
        "alert_columns": _ALERTS,
        "alerts": [
            [
                link_to(each.commodity),
                say(ALERTS[each.Kind(each.kind)]),
                tr(each.zh, each.en),
                both_dates(each.day),
            ]
            for each in alerts
        ],
        "demonstration": any(each.demonstration for each in states),
    }
    return render(request, "supplies/supplies.jinja", context)


def _categories(states: Iterable[State], *, within: bool) -> list[tuple[str, list[list[object]]]]:
    found = list(states)
    tables = [
        (say(name), [_row(each, within=within) for each in found if each.commodity.category == category])
        for category, name in CATEGORIES.items()
    ]
    return [table for table in tables if table[1]]


def _row(state: State, *, within: bool) -> list[object]:
    standard, commodity = state.standing.standard, state.commodity
    row: list[object] = [
        link_to(commodity),
        status(state),
        days(state.cover.days),
        days(None if standard is None else standard.days),
        NOTHING if state.cover.stock_on is None else both_dates(state.cover.stock_on),
        say(FREQUENCIES[Frequency(commodity.frequency)]),
    ]
    return [*row, len(state.missing) or NOTHING] if within else row


def category_of(commodity: Commodity) -> str:
    """The category's name."""
    return say(CATEGORIES[Commodity.Category(commodity.category)])
