"""How much a series usually changes, in a measure that a few wrong values do not move.

Source: Iglewicz and Hoaglin, How to Detect and Handle Outliers (1993): the modified z-score is 0.6745 × distance ÷
median distance, with the mean distance × 1.253314 in its place where more than half of the values are the same.
Distances are taken from no change at all rather than from the median change: a series that drifts and then stands still
for once is not suspect, and of a short series that goes up and down by turns the median change says nothing.
"""

from collections.abc import Sequence
from decimal import Decimal
from statistics import median

_MEDIAN_TO_SIGMA = 1 / Decimal("0.6745")
_MEAN_TO_SIGMA = Decimal("1.253314")


def usual_change(changes: Sequence[Decimal]) -> Decimal:
    """The size of a usual change, as a standard deviation would tell of normal ones; 0 where nothing ever changed.

    Raises:
        ValueError: where there are no changes.
    """
    if not changes:
        message = "no changes have no usual size"
        raise ValueError(message)
    sizes = [abs(change) for change in changes]
    middle = median(sizes)
    if middle:
        return middle * _MEDIAN_TO_SIGMA
    return sum(sizes, Decimal()) / len(sizes) * _MEAN_TO_SIGMA
