"""When returns came, and so which are late or missing: by reporter, as each is asked on its own."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from django.db.models import Min

from coretech.apps.supplies.models import Commodity, Reporter, SupplyReturn
from coretech.engines.supplies.lateness import Expected, Lateness, Timeliness, lateness
from coretech.engines.supplies.periods import Frequency, Period
from coretech.kit.clock import TAIPEI

Receipts = Mapping[int | None, Mapping[Period, dt.date]]
"""The day on which the first return of each period came, by the reporter's key; None is the authority."""

_NONE: Mapping[Period, dt.date] = {}


@dataclass(frozen=True, slots=True)
class Owing:
    """Somebody who reports a commodity, and how punctually; ``reporter`` is None for the authority itself."""

    reporter: Reporter | None
    lateness: Lateness

    @property
    def missing(self) -> tuple[Expected, ...]:
        """The periods whose return is overdue."""
        return self.lateness.of(Timeliness.MISSING)


def receipts_of(found: Iterable[Commodity]) -> dict[int, Receipts]:
    """When the returns of each commodity came, by its key; a restated period came when it was first told."""
    came = (
        SupplyReturn.objects.filter(commodity__in=[each.pk for each in found], restates=None)
        .order_by()
        .values_list("commodity_id", "reporter_id", "start", "end")
        .annotate(at=Min("batch__recorded_at"))
    )
    receipts: dict[int, dict[int | None, dict[Period, dt.date]]] = defaultdict(lambda: defaultdict(dict))
    for commodity, reporter, start, end, at in came:
        receipts[commodity][reporter][Period(start, end)] = at.astimezone(TAIPEI).date()
    return dict(receipts)


def owing(commodity: Commodity, receipts: Receipts, today: dt.date) -> list[Owing]:
    """How punctually each one reports, the authority first; nothing before the first return of all or the naming."""
    named = list(commodity.reporters.all())
    found = [_of(commodity, each, receipts.get(each.pk, _NONE), today) for each in named]
    own = receipts.get(None, _NONE)
    if own or not named:
        found.insert(0, _authority(commodity, own, named, today))
    return found


def _authority(
    commodity: Commodity, came: Mapping[Period, dt.date], named: Iterable[Reporter], today: dt.date
) -> Owing:
    """The authority reports from its first return on until others are named; before the first nothing is late."""
    since = min((period.start for period in came), default=today)
    until = min((each.start for each in named), default=today)
    return Owing(None, _punctual(commodity, since, until, came, today))


def _of(commodity: Commodity, reporter: Reporter, came: Mapping[Period, dt.date], today: dt.date) -> Owing:
    until = today if reporter.until is None else reporter.until + dt.timedelta(days=1)
    return Owing(reporter, _punctual(commodity, reporter.start, until, came, today))


def _punctual(
    commodity: Commodity, since: dt.date, until: dt.date, came: Mapping[Period, dt.date], today: dt.date
) -> Lateness:
    """Only the periods that begin before ``until`` are asked for."""
    found = lateness(Frequency(commodity.frequency), since, today, came, commodity.days)
    return replace(found, expected=tuple(each for each in found.expected if each.period.start < until))
