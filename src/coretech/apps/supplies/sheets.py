"""The sheet to fill for a commodity: each period that is overdue or was last over, for each one who reports."""

import datetime as dt
from collections.abc import Iterator

from coretech.apps.supplies.models import Commodity, Reporter, SupplyReturn
from coretech.apps.supplies.reading import wanted_of
from coretech.apps.supplies.series import asked_on
from coretech.apps.supplies.state import state_of
from coretech.engines.supplies.figures import FIGURES
from coretech.engines.supplies.periods import Frequency, Period, period_of
from coretech.readers.seats.write import Format
from coretech.readers.supplies.template import Blank, write_template

_MOST = 60


def sheet_for(commodity: Commodity, today: dt.date, form: Format) -> bytes:
    """The sheet as a file, with the figures of each one's last return beside."""
    return write_template(wanted_of(commodity), list(_blanks(commodity, today))[:_MOST], form)


def _blanks(commodity: Commodity, today: dt.date) -> Iterator[Blank]:
    frequency = Frequency(commodity.frequency)
    over = period_of(frequency, period_of(frequency, today).start - dt.timedelta(days=1))
    owing = {each.reporter: [one.period for one in each.missing] for each in state_of(commodity, today).owing}
    reporters: list[Reporter | None] = [*asked_on(commodity.reporters.all(), over.start)] or [None]
    for reporter in reporters:
        periods = owing.get(reporter, [])
        for period in periods if over in periods else [*periods, over]:
            yield _blank(commodity, reporter, period)


def _blank(commodity: Commodity, reporter: Reporter | None, period: Period) -> Blank:
    before = SupplyReturn.objects.filter(
        commodity=commodity, reporter=reporter, end__lt=period.start, restated_by=None
    )
    last = before.order_by("-end").first()
    figures = {} if last is None else {name: getattr(last, name) for name in FIGURES}
    return Blank(period.start, period.end, "" if reporter is None else reporter.code, figures)
