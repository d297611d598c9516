"""Prices: whether the newest one is a warning on the control chart, and since when it has been so."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from coretech.engines.supplies.charts import SIGNALS, Point, price_chart
from coretech.engines.supplies.figures import Return
from coretech.engines.supplies.wording import shown
from coretech.kit.roc import roc_short
from coretech.kit.sentence import Sentence


@dataclass(frozen=True, slots=True)
class Warned:
    """A run of warnings that lasts until the newest price."""

    since: dt.date
    last: dt.date
    said: Sentence


def warned(returns: Iterable[Return]) -> Warned | None:
    """The run of warnings at the end of the prices; None where the newest is no warning."""
    run: list[Point] = []
    for point in price_chart(returns).points:
        run = [*run, point] if point.signal is not None else []
    if not run:
        return None
    last = run[-1]
    price, why = shown(last.price, 2), SIGNALS[last.signal] if last.signal is not None else None
    zh, en = ("", "") if why is None else (why.zh, why.en)
    said = Sentence(f"{roc_short(last.day)}價格{price}：{zh}", f"price {price} on {last.day}: {en}")
    return Warned(run[0].day, last.day, said)
