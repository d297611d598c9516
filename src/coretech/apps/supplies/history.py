"""Cover over time: at each period's end the days of cover as known then, beside the standard of that day."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from coretech.apps.supplies.state import State
from coretech.engines.supplies.cover import Cover, cover
from coretech.engines.supplies.figures import Standard
from coretech.engines.supplies.standing import Level, standard_on, standing
from coretech.engines.supplies.use import UseRule


@dataclass(frozen=True, slots=True)
class Point:
    """A period's end: how long the stock would have lasted then, and what was asked for."""

    day: dt.date
    cover: Cover
    standard: Standard | None
    level: Level

    @property
    def days(self) -> Decimal | None:
        """The days of cover."""
        return self.cover.days


def cover_over_time(state: State, most: int | None = None) -> tuple[Point, ...]:
    """The points of a commodity, oldest first; ``most`` keeps the last ones only."""
    returns = state.returns
    rule = UseRule(state.commodity.use_rule)
    ends = [each.period_end for each in returns if each.stock is not None]
    points = []
    for end in ends if most is None else ends[-most:]:
        at = cover(returns, rule, end)
        level = standing(at.days, state.standards, end).level
        points.append(Point(end, at, standard_on(state.standards, end), level))
    return tuple(points)


def run_of(points: Iterable[Point], levels: frozenset[Level]) -> tuple[Point, ...]:
    """The last points in a row that are all at one of the levels; the first of them is since when it has been so."""
    run: list[Point] = []
    for point in points:
        run = [*run, point] if point.level in levels else []
    return tuple(run)
