"""How a commodity stands: its cover against the standard of the day, and who is late with it."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from coretech.apps.supplies.models import Commodity
from coretech.apps.supplies.receipts import Owing, Receipts, owing, receipts_of
from coretech.apps.supplies.series import Told, series_of, standards_as_of
from coretech.engines.supplies.cover import Cover, cover
from coretech.engines.supplies.figures import Return, Standard
from coretech.engines.supplies.lateness import Expected
from coretech.engines.supplies.standing import Level, Standing, standing
from coretech.engines.supplies.use import UseRule

_LOOKED_BACK = dt.timedelta(days=800)
"""Enough for the year before last, which the coal rule may ask for, and the period at its edge."""


@dataclass(frozen=True, slots=True)
class State:
    """A commodity on a day; ``series`` may be cut off where only its end is needed."""

    commodity: Commodity
    day: dt.date
    series: tuple[Told, ...]
    standards: tuple[Standard, ...]
    cover: Cover
    standing: Standing
    owing: tuple[Owing, ...]

    @property
    def returns(self) -> tuple[Return, ...]:
        """The periods that everybody has told."""
        return tuple(each.told for each in self.series if each.complete)

    @property
    def missing(self) -> list[Expected]:
        """Every overdue return, the oldest first."""
        return sorted((each for one in self.owing for each in one.missing), key=lambda each: each.due)

    @property
    def reported(self) -> bool:
        """Whether anything was ever reported."""
        return bool(self.series)

    @property
    def demonstration(self) -> bool:
        """Whether any figure is made up."""
        return any(each.demonstration for each in self.series)

    @property
    def needs_attention(self) -> bool:
        """Whether the cover is below or near its standard, or a return is overdue."""
        return self.standing.level in {Level.BELOW, Level.NEAR} or bool(self.missing)


def states_of(found: Iterable[Commodity], day: dt.date, *, whole: bool = False) -> list[State]:
    """How each commodity stands on a day, in the order given; ``whole`` keeps the series from its beginning."""
    wanted = list(found)
    series = series_of(wanted, None if whole else day - _LOOKED_BACK)
    receipts = receipts_of(wanted)
    return [_state(each, tuple(series.get(each.pk, ())), receipts.get(each.pk, {}), day) for each in wanted]


def state_of(commodity: Commodity, day: dt.date) -> State:
    """One commodity with its whole series."""
    return states_of([commodity], day, whole=True)[0]


def _state(commodity: Commodity, series: tuple[Told, ...], receipts: Receipts, day: dt.date) -> State:
    standards = standards_as_of(commodity.standards.all())
    returns = [each.told for each in series if each.complete]
    covered = cover(returns, UseRule(commodity.use_rule), day)
    return State(
        commodity=commodity,
        day=day,
        series=series,
        standards=standards,
        cover=covered,
        standing=standing(covered.days, standards, day),
        owing=tuple(owing(commodity, receipts, day)),
    )
