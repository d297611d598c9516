"""Intervals of 95 % for shares of counts: Wilson's for one share, Newcombe's for the difference of two.

A share by fractional counting varies no more than one by whole counts, so both are rather too wide than too narrow.
Sources: Wilson 1927, J. Am. Stat. Assoc. 22; Newcombe 1998, Statistics in Medicine 17, method 10.
"""

from dataclasses import dataclass
from math import sqrt

SURE = 1.959964
"""Two-sided 95 % of the normal distribution."""


@dataclass(frozen=True, slots=True)
class Interval:
    """From the lower to the upper end."""

    low: float
    high: float

    def holds(self, value: float) -> bool:
        """Whether a value lies within, ends included."""
        return self.low <= value <= self.high


def wilson(share: float, of: int) -> Interval:
    """The interval of a share of ``of`` things; everything from 0 to 1 where there are none."""
    if of <= 0:
        return Interval(0.0, 1.0)
    square = SURE * SURE / of
    middle = (share + square / 2) / (1 + square)
    half = SURE * sqrt(max(share * (1 - share), 0.0) / of + square / (4 * of)) / (1 + square)
    return Interval(min(max(middle - half, 0.0), share), max(min(middle + half, 1.0), share))


def newcombe(before: float, of_before: int, after: float, of_after: int) -> Interval:
    """The interval of ``after - before``, from the Wilson intervals of both."""
    first, second = wilson(before, of_before), wilson(after, of_after)
    moved = after - before
    down = sqrt((after - second.low) ** 2 + (first.high - before) ** 2)
    up = sqrt((second.high - after) ** 2 + (before - first.low) ** 2)
    return Interval(moved - down, moved + up)
