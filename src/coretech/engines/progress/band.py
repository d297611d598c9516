"""The figures that meet a target, and how near to them a figure comes."""

from dataclasses import dataclass
from decimal import Decimal

from coretech.engines.progress.figures import Comparator, TargetPoint
from coretech.engines.progress.kinds import Direction

ABOUT = Decimal("0.05")
"""How far off, as a share of the figure, still counts as “about”; our own reading, since plans do not say."""


@dataclass(frozen=True, slots=True)
class Band:
    """From ``low`` to ``high``, both counted in; an open end is None."""

    low: Decimal | None
    high: Decimal | None

    def holds(self, value: Decimal) -> bool:
        """Whether the figure meets the target."""
        return not self.below(value) and not self.above(value)

    def below(self, value: Decimal) -> bool:
        """Whether the figure falls short of the lower end."""
        return self.low is not None and value < self.low

    def above(self, value: Decimal) -> bool:
        """Whether the figure goes beyond the upper end."""
        return self.high is not None and value > self.high

    def share(self, value: Decimal) -> Decimal | None:
        """The share of the target reached.

        Short of the lower end (or with that end alone) the figure divided by it; beyond the upper end, that end divided
        by the figure; all in between. None where the end to divide by is not above zero.
        """
        if self.below(value) or (self.high is None and self.low is not None):
            return value / self.low if self.low is not None and self.low > 0 else None
        if self.high is not None and value > self.high:
            return self.high / value if self.high >= 0 else None
        return Decimal(1)


def band(point: TargetPoint, direction: Direction) -> Band | None:
    """The figures that meet a target; None where it has no figure.

    The plan's own comparator goes before the indicator's direction. “About” is five per cent either way, on the side
    that matters.
    """
    if point.value is None:
        return None
    low, high = point.value, point.value if point.upper is None else point.upper
    if point.comparator is Comparator.EXACTLY:
        return Band(low, high)
    if point.comparator is Comparator.ABOUT:
        low, high = low - abs(low) * ABOUT, high + abs(high) * ABOUT
    way = _WAYS.get(point.comparator, direction)
    return Band(None if way is Direction.LOWER else low, None if way is Direction.HIGHER else high)


def aim(point: TargetPoint, direction: Direction) -> Decimal | None:
    """The one figure that stands for a target where one is needed: a ceiling's upper end, else the lower one."""
    return point.upper if direction is Direction.LOWER and point.upper is not None else point.value


_WAYS = {Comparator.AT_LEAST: Direction.HIGHER, Comparator.AT_MOST: Direction.LOWER}
