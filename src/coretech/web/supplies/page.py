"""One commodity: its cover against the standard of the day, and everything that explains it."""

from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe
from markupsafe import Markup

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.rulings import refusal_of
from coretech.apps.supplies.access import allow_filing, allow_keeping, reads_within
from coretech.apps.supplies.exporting import Format
from coretech.apps.supplies.findings import findings_of
from coretech.apps.supplies.history import cover_over_time
from coretech.apps.supplies.models import Commodity
from coretech.apps.supplies.origins import last_told, sources_of
from coretech.apps.supplies.queries import alerts_of, commodity_of, reporters_of, standards_of
from coretech.apps.supplies.state import State, state_of
from coretech.apps.supplies.words import ALERTS, BASES, FREQUENCIES
from coretech.engines.supplies.charts import SIGNALS, price_chart
from coretech.engines.supplies.figures import NAMES, Figure
from coretech.engines.supplies.periods import Frequency
from coretech.kit.sentence import Sentence
from coretech.web.acting import acting
from coretech.web.shell.dates import both_dates
from coretech.web.shell.parts import Column
from coretech.web.shell.words import say, tr
from coretech.web.supplies.listing import category_of
from coretech.web.supplies.owed import COLUMNS as OWED_COLUMNS
from coretech.web.supplies.owed import owed_rows
from coretech.web.supplies.words import NOTHING, days, figure, level_tag, period

RECENT = 12
"""Periods that the page shows; the file has all."""
_PERIOD = Column(Sentence("期間", "Period"))
_DAY = Column(Sentence("日期", "Day"))
_NAME = Column(Sentence("名稱", "Name"))
_FIGURES = (_PERIOD, *(Column(NAMES[each], numeric=True) for each in Figure))
_COVER = (
    _DAY,
    Column(Sentence("存量天數", "Days of cover"), numeric=True),
    Column(Sentence("當日標準", "Standard of the day"), numeric=True),
    Column(Sentence("狀態", "Standing")),
)
_STANDARDS = (
    Column(Sentence("天數", "Days"), numeric=True),
    Column(Sentence("性質", "Basis")),
    Column(Sentence("自", "From")),
    Column(Sentence("至", "Until")),
    Column(Sentence("出處", "Source")),
)
_SOURCES = (
    Column(Sentence("來源", "Source")),
    Column(Sentence("數量", "Quantity"), numeric=True),
    Column(Sentence("占比（%）", "Share (%)"), numeric=True),
)
_PRICES = (
    _DAY,
    Column(Sentence("價格", "Price"), numeric=True),
    Column(Sentence("下限", "Lower limit"), numeric=True),
    Column(Sentence("中心線", "Centre"), numeric=True),
    Column(Sentence("上限", "Upper limit"), numeric=True),
    Column(Sentence("訊號", "Signal")),
)
_REPORTERS = (
    Column(Sentence("代碼", "Code")),
    _NAME,
    Column(Sentence("自", "From")),
    Column(Sentence("至", "Until")),
    Column(Sentence("申報期數", "Returns"), numeric=True),
)


@require_safe
def supply(request: HttpRequest, supply_slug: str) -> HttpResponse:
    """A commodity. The public sees a public one, added up; HTTP 404 for any other."""
    by = acting(request)
    commodity = commodity_of(by, supply_slug)
    state = state_of(commodity, by.today)
    context = _public(state) | (_within(by, state) if reads_within(by) else {"within": False})
    return render(request, "supplies/supply.jinja", context)


def _public(state: State) -> dict[str, object]:
    commodity = state.commodity
    last = last_told(commodity)
    prices = price_chart(state.returns)
    return {
        "commodity": commodity,
        "state": state,
        "about": _about(commodity, state),
        "level": level_tag(state.standing.level),
        "cover": days(state.cover.days),
        "standard": days(None if state.standing.standard is None else state.standing.standard.days),
        "cover_columns": _COVER,
        "covers": _covers(state),
        "figure_columns": _FIGURES,
        "figures": _recent(state),
        "standard_columns": _STANDARDS,
        "standards": _standards(commodity),
        "sources": None if last is None else sources_of(commodity, last),
        "sources_on": last,
        "source_columns": _SOURCES,
        "source_rows": [] if last is None else _sources(commodity, state),
        "prices": prices,
        "price_columns": _PRICES,
        "price_rows": [
            [
                both_dates(each.day),
                *(figure(value, 2) for value in (each.price, each.lower, each.centre, each.upper)),
                NOTHING if each.signal is None else say(SIGNALS[each.signal]),
            ]
            for each in reversed(prices.points[-RECENT:])
        ],
        "formats": list(Format),
        "recent": RECENT,
    }


def _about(commodity: Commodity, state: State) -> list[tuple[Sentence, object]]:
    source = tr(f"{commodity.source}，第{commodity.line}行", f"{commodity.source}, line {commodity.line}")
    rhythm = FREQUENCIES[Frequency(commodity.frequency)]
    due = Sentence(f"{rhythm.zh}，期末後{commodity.days}日內", f"{rhythm.en}, within {commodity.days} days")
    return [
        (Sentence("類別", "Category"), category_of(commodity)),
        (Sentence("單位", "Unit"), commodity.unit),
        (Sentence("申報", "Reported"), say(due)),
        (Sentence("主管機關", "Authority"), say(commodity.authority.name_on(state.day))),
        (Sentence("列入依據", "Listed by"), source if commodity.line else commodity.source),
    ]


def _covers(state: State) -> list[list[object]]:
    return [
        [
            both_dates(each.day),
            days(each.days),
            days(None if each.standard is None else each.standard.days),
            level_tag(each.level),
        ]
        for each in reversed(cover_over_time(state, RECENT))
    ]


def _recent(state: State) -> list[list[object]]:
    return [
        [
            _marked(each.period.said(), count=each.count, asked=each.asked),
            *(figure(each.told.figure(name)) for name in Figure),
        ]
        for each in reversed(state.series[-RECENT:])
        if each.complete
    ]


def _marked(said: Sentence, *, count: int, asked: int) -> str:
    return (
        say(said) if asked == 1 else tr(f"{said.zh}（{count}／{asked}）", f"{said.en} ({count} of {asked})")
    )


def _standards(commodity: Commodity) -> list[list[object]]:
    return [
        [
            figure(each.days),
            say(BASES[each.Basis(each.basis)]),
            both_dates(each.start),
            NOTHING if each.until is None else both_dates(each.until),
            tr(f"{each.source}，第{each.line}行", f"{each.source}, line {each.line}")
            if each.line
            else each.source,
        ]
        for each in standards_of(commodity)
    ]


def _sources(commodity: Commodity, state: State) -> list[list[object]]:
    found = sources_of(commodity, last_told(commodity) or state.day)
    return [[each.name, figure(each.quantity), figure(each.share * 100)] for each in found.sources]


def _within(by: Acting, state: State) -> dict[str, object]:
    commodity = state.commodity
    return {
        "within": True,
        "alerts": [
            (each, say(ALERTS[each.Kind(each.kind)]), tr(each.zh, each.en))
            for each in alerts_of(by, commodity)
        ],
        "owed": owed_rows(state),
        "owed_columns": OWED_COLUMNS,
        "findings": [(period(each.period), each) for each in findings_of(state)[:RECENT]],
        "reporter_columns": _REPORTERS,
        "reporters": _reporters(commodity),
        "watchers": list(commodity.watchers.select_related("person")),
        "files": refusal_of(allow_filing, by, commodity) is None,
        "keeps": refusal_of(allow_keeping, by, commodity) is None,
    }


def _reporters(commodity: Commodity) -> Sequence[list[object]]:
    return [
        [
            Markup("<code>{}</code>").format(each.code),
            tr(each.zh, each.en),
            both_dates(each.start),
            NOTHING if each.until is None else both_dates(each.until),
            many,
        ]
        for each, many in reporters_of(commodity)
    ]
