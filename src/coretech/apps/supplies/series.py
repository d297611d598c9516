"""Stored rows as the engine's figures: the returns of a commodity by period, added up over those who report."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Avg, Count, Max, Q, Sum

from coretech.apps.supplies.models import Commodity, CoverStandard, Reporter, SupplyReturn
from coretech.engines.supplies.figures import Basis, Return, Standard
from coretech.engines.supplies.periods import Period

_SUMMED = ("production", "imports", "exports", "sales", "consumption", "stock")
_MADE_UP = Count("pk", filter=Q(batch__demonstration=True))


@dataclass(frozen=True, slots=True)
class Told:
    """A period as its reporters tell it together.

    ``count`` of ``asked`` have reported; only a period that all have told counts for cover, or its stock would seem
    to fall. The price is the plain mean of those told. ``newest`` is the key of the last row behind it.
    """

    told: Return
    count: int
    asked: int
    demonstration: bool
    newest: int

    @property
    def complete(self) -> bool:
        """Whether everybody who is asked has reported."""
        return self.count >= self.asked

    @property
    def period(self) -> Period:
        """Its days."""
        return Period(self.told.period_start, self.told.period_end)


def series_of(found: Iterable[Commodity], since: dt.date | None = None) -> dict[int, list[Told]]:
    """The periods of each commodity, by its key, in their order; one query for all of them.

    ``since`` leaves out the periods that ended before it.
    """
    known = {each.pk: each for each in found}
    rows = SupplyReturn.objects.filter(commodity__in=known, restated_by=None)
    if since is not None:
        rows = rows.filter(end__gte=since)
    added = (
        rows.order_by("end", "start")
        .values_list("commodity_id", "start", "end")
        .annotate(*map(Sum, _SUMMED), Avg("price"), Count("pk"), Max("pk"), made_up=_MADE_UP)
    )
    series: dict[int, list[Told]] = defaultdict(list)
    for key, start, end, *figures, price, count, newest, made_up in added:
        told = Return(
            period_start=start, period_end=end, price=price, **dict(zip(_SUMMED, figures, strict=True))
        )
        asked = max(len(asked_on(known[key].reporters.all(), start)), 1)
        series[key].append(Told(told, count, asked, bool(made_up), newest))
    return series


def asked_on(reporters: Iterable[Reporter], day: dt.date) -> list[Reporter]:
    """Those who are asked for a period that begins on a day; none where the authority itself reports."""
    return [each for each in reporters if each.start <= day and (each.until is None or day <= each.until)]


def standards_as_of(rows: Iterable[CoverStandard]) -> tuple[Standard, ...]:
    """The standards for the engine: of those that begin on the same day the one that was recorded last."""
    last = {each.start: each for each in sorted(rows, key=lambda each: each.pk)}
    return tuple(Standard(each.days, Basis(each.basis), each.start, each.until) for each in last.values())
