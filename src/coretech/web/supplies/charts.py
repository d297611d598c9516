"""A commodity's charts as SVG files: drawn once for the figures they show, however often they are asked for."""

import datetime as dt
from functools import lru_cache

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from coretech.apps.supplies.history import cover_over_time
from coretech.apps.supplies.queries import commodity_of
from coretech.apps.supplies.state import state_of
from coretech.engines.supplies.charts import price_chart
from coretech.engines.supplies.standing import Level
from coretech.web.acting import acting
from coretech.web.opendata.answers import open_file
from coretech.web.shell.words import tr

SVG = "image/svg+xml"
MOST = 160
_KEPT = 256
_Day = tuple[dt.date, float | None, float | None, float | None, bool]


@require_safe
def supply_cover_chart(request: HttpRequest, supply_slug: str) -> HttpResponse:
    """Days of cover over time with the standard as steps. For whoever may see the commodity (HTTP 404 otherwise)."""
    by = acting(request)
    state = state_of(commodity_of(by, supply_slug), by.today)
    points = tuple(
        (
            each.day,
            None if each.days is None else round(float(each.days), 1),
            None if each.standard is None else float(each.standard.days),
            None,
            each.level is Level.BELOW,
        )
        for each in cover_over_time(state, MOST)
    )
    words = (tr("天", "days"), tr("存量天數", "Days of cover"), tr("標準", "Standard"), "")
    return open_file(request, _drawn(points, words), SVG)


@require_safe
def supply_price_chart(request: HttpRequest, supply_slug: str) -> HttpResponse:
    """Prices with their limits. For whoever may see the commodity (HTTP 404 otherwise)."""
    by = acting(request)
    state = state_of(commodity_of(by, supply_slug), by.today)
    points = tuple(
        (each.day, *(float(value) for value in (each.price, each.upper, each.lower)), each.signal is not None)
        for each in price_chart(state.returns).points[-MOST:]
    )
    words = (tr("價格", "Price"), tr("價格", "Price"), tr("上限", "Upper limit"), tr("下限", "Lower limit"))
    return open_file(request, _drawn(points, words), SVG)


@lru_cache(maxsize=_KEPT)
def _drawn(points: tuple[_Day, ...], words: tuple[str, str, str, str]) -> bytes:
    from coretech.engines.charts.lines import Day, Words, level_chart  # noqa: PLC0415 - the drawing machine takes a while to load, and only charts need it

    return level_chart([Day(*each) for each in points], Words(*words)).encode()
