"""``growth``: yearly growth of the works of a technology, from the first third of the years to the last.

With a works in the first third of the span and b in the last, and d the years between their middles:

growth = (b ÷ a)^(1 ÷ d) − 1

Both thirds are equally long (a third of the years, at least one), so that totals compare. The interval takes a and b
as Poisson counts: ln(b ÷ a) ± 1.96 · √(1 ÷ a + 1 ÷ b), through the same root. Fewer than 30 works in either third is a
small base, and is said to be one.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from math import exp, log, sqrt

SMALL, SURE = 30, 1.96


@dataclass(frozen=True, slots=True)
class Growth:
    """Yearly growth with its interval of 95 %; none where a third is empty or there is one year only."""

    rate: float | None
    low: float | None
    high: float | None
    small_base: bool


def growth(works: Mapping[int, int], first: int, last: int) -> Growth:
    """The growth of works by year over the years from ``first`` to ``last``."""
    third = max((last - first + 1) // 3, 1)
    before = sum(works.get(year, 0) for year in range(first, first + third))
    after = sum(works.get(year, 0) for year in range(last - third + 1, last + 1))
    apart = last - first + 1 - third
    small = min(before, after) < SMALL
    if apart < 1 or not before or not after:
        return Growth(None, None, None, small)
    ratio, error = log(after / before), SURE * sqrt(1 / before + 1 / after)
    rate, low, high = (exp(each / apart) - 1 for each in (ratio, ratio - error, ratio + error))
    return Growth(rate, low, high, small)
