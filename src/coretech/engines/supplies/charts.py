"""Early warning of prices by a control chart for individual values.

Each price is judged by the ones before it: the centre is their mean, and a standard deviation is their mean moving
range ÷ 1.128. A price beyond three of these is a signal, and so are eight in a row on one side of their centres.
Source: NIST/SEMATECH e-Handbook of Statistical Methods, 6.3.2.2 (individuals, d2 = 1.128) and 6.3.2 (the Western
Electric rules).
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from itertools import pairwise

from coretech.engines.supplies.figures import Return
from coretech.engines.supplies.wording import shown
from coretech.kit.roc import roc_short
from coretech.kit.sentence import Sentence

BASELINE = 12
"""Prices that a price is judged by, and the fewest that must be there: a year of months. Our judgement."""
RUN = 8
_D2 = Decimal("1.128")
_SIGMAS = 3


class Signal(StrEnum):
    """Why a price is a warning."""

    ABOVE = "above"
    BELOW = "below"
    RUN_ABOVE = "run_above"
    RUN_BELOW = "run_below"


SIGNALS = {
    Signal.ABOVE: Sentence("高於管制上限", "above the upper limit"),
    Signal.BELOW: Sentence("低於管制下限", "below the lower limit"),
    Signal.RUN_ABOVE: Sentence(f"連續{RUN}期高於中心線", f"{RUN} in a row above the centre"),
    Signal.RUN_BELOW: Sentence(f"連續{RUN}期低於中心線", f"{RUN} in a row below the centre"),
}


@dataclass(frozen=True, slots=True)
class Point:
    """A price with the limits that the prices before it set."""

    day: dt.date
    price: Decimal
    centre: Decimal
    lower: Decimal
    upper: Decimal
    signal: Signal | None


@dataclass(frozen=True, slots=True)
class Chart:
    """The prices that could be judged, in order; ``lacking`` is how many more are needed before the first can be."""

    points: tuple[Point, ...]
    lacking: int
    formula: Sentence
    steps: tuple[Sentence, ...]

    @property
    def warnings(self) -> tuple[Point, ...]:
        """The points with a signal."""
        return tuple(point for point in self.points if point.signal is not None)


def price_chart(returns: Iterable[Return], baseline: int = BASELINE) -> Chart:
    """The chart of the prices told, each judged by so many before it.

    Raises:
        ValueError: for a baseline of fewer than two prices, which have no moving range.
    """
    if baseline < 2:  # noqa: PLR2004 - a range has two ends
        message = f"a baseline of {baseline} has no moving range"
        raise ValueError(message)
    ordered = sorted(returns, key=lambda each: each.period_end)
    prices = [(each.period_end, each.price) for each in ordered if each.price is not None]
    limits = [_limits(prices[at - baseline : at]) for at in range(baseline, len(prices))]
    points = _points(prices[baseline:], limits)
    lacking = max(baseline + 1 - len(prices), 0)
    return Chart(points, lacking, _formula(baseline), _steps(points, lacking))


def _limits(before: Sequence[tuple[dt.date, Decimal]]) -> tuple[Decimal, Decimal]:
    """The centre, and how far from it the limits lie."""
    values = [price for _, price in before]
    ranges = [abs(now - then) for then, now in pairwise(values)]
    centre = sum(values, Decimal()) / len(values)
    return centre, _SIGMAS * sum(ranges, Decimal()) / len(ranges) / _D2


def _points(
    prices: Sequence[tuple[dt.date, Decimal]], limits: Sequence[tuple[Decimal, Decimal]]
) -> tuple[Point, ...]:
    points, run = [], 0
    for (day, price), (centre, reach) in zip(prices, limits, strict=True):
        side = (price > centre) - (price < centre)
        run = run + side if side * run > 0 else side
        signal = _signal(price - centre, reach, run)
        points.append(Point(day, price, centre, max(centre - reach, Decimal()), centre + reach, signal))
    return tuple(points)


def _signal(away: Decimal, reach: Decimal, run: int) -> Signal | None:
    if abs(away) > reach:
        return Signal.ABOVE if away > 0 else Signal.BELOW
    if abs(run) < RUN:
        return None
    return Signal.RUN_ABOVE if run > 0 else Signal.RUN_BELOW


def _formula(baseline: int) -> Sentence:
    return Sentence(
        f"中心線＝前{baseline}期價格之平均；管制界限＝中心線±3×平均移動全距÷{_D2}；超出界限，或連續{RUN}期在中心線同側者示警",
        f"centre = mean of the {baseline} prices before; limits = centre ± 3 × mean moving range ÷ {_D2}; a warning "
        f"beyond a limit, or at {RUN} in a row on one side of the centre",
    )


def _steps(points: tuple[Point, ...], lacking: int) -> tuple[Sentence, ...]:
    if not points:
        return (Sentence(f"還需要{lacking}期價格才能判斷", f"{lacking} more prices are needed to judge by"),)
    last = points[-1]
    price, *limits = (shown(each, 2) for each in (last.price, last.lower, last.centre, last.upper))
    low, centre, high = limits
    said = Sentence("在界限內", "within the limits") if last.signal is None else SIGNALS[last.signal]
    return (
        Sentence(
            f"{roc_short(last.day)}：{price}（下限{low}、中心線{centre}、上限{high}）：{said.zh}",
            f"{last.day}: {price} (lower limit {low}, centre {centre}, upper limit {high}): {said.en}",
        ),
    )
