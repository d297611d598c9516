"""The planned way of a figure that carries on from year to year, and the share of it that a figure has reached."""

from datetime import date
from decimal import Decimal

from coretech.engines.progress.band import Band, aim
from coretech.engines.progress.figures import TargetPoint
from coretech.engines.progress.kinds import Direction
from coretech.engines.progress.spans import last_day
from coretech.engines.progress.years import Asked

Points = tuple[tuple[date, Decimal], ...]


def planned(case: Asked, start: Decimal | None) -> Points:
    """The day and figure of every target in order, from the start's figure on where it has one."""
    definition = case.definition
    begin = () if start is None else ((definition.start, start),)
    ends = (
        (min(last_day(point.year), definition.end), aim(point, definition.direction))
        for point in case.figured
    )
    points = (*begin, *((day, value) for day, value in ends if value is not None))
    return tuple(sorted(points, key=lambda point: point[0]))


def due(points: Points, today: date) -> Decimal | None:
    """What the plan has due by a day, on straight lines between its points; None before the first of them."""
    before = [point for point in points if point[0] <= today]
    after = [point for point in points if point[0] > today]
    if not before or not after:
        return before[-1][1] if before else None
    (from_day, low), (to_day, high) = before[-1], after[0]
    return low + (high - low) * _part(from_day, to_day, today)


def _part(start: date, end: date, today: date) -> Decimal:
    return Decimal((today - start).days) / (end - start).days


def way(start: Decimal | None, goal: Decimal, direction: Direction) -> Decimal | None:
    """How far it is from the start to the goal, signed; None where the goal lies the wrong way or at the start."""
    if start is None or direction is Direction.WITHIN:
        return None
    far = goal - start
    return far if (far > 0) is (direction is Direction.HIGHER) and far != 0 else None


def reached(start: Decimal | None, goal: Decimal, value: Decimal, direction: Direction) -> Decimal | None:
    """The share of the way from start to goal that a figure has come; None where there is no way."""
    far = way(start, goal, direction)
    return None if far is None or start is None else (value - start) / far


def share_from(
    start: Decimal | None, point: TargetPoint, within: Band, value: Decimal, direction: Direction
) -> Decimal | None:
    """The share of a year's target: of the way from the start, or of the figure itself where there is no way."""
    goal = aim(point, direction)
    part = None if goal is None else reached(start, goal, value, direction)
    return within.share(value) if part is None else part
