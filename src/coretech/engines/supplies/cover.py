"""Days of cover: for how many days the stock would last at the use of a day."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from coretech.engines.supplies.figures import Return
from coretech.engines.supplies.use import Use, UseRule, daily_use
from coretech.engines.supplies.wording import shown, shown_days
from coretech.kit.roc import roc_short
from coretech.kit.sentence import Sentence

_FORMULA = Sentence("存量天數＝期末存量÷每日用量", "days of cover = closing stock ÷ daily use")


@dataclass(frozen=True, slots=True)
class Cover:
    """How long a stock lasts: ``days`` is None where stock or use is missing or the use is zero, never infinite.

    ``stock_on`` is the last day of the period whose stock is counted; an old one is seen by it.
    """

    days: Decimal | None
    stock: Decimal | None
    stock_on: dt.date | None
    use: Use
    formula: Sentence
    steps: tuple[Sentence, ...]


def cover(returns: Iterable[Return], rule: UseRule, on: dt.date) -> Cover:
    """The days of cover as known on a day: the last stock told, over the use of a day reckoned at that stock's day."""
    known = [each for each in returns if each.period_end <= on]
    last = max(
        (each for each in known if each.stock is not None), key=lambda each: each.period_end, default=None
    )
    stock, stock_on = (None, None) if last is None else (last.stock, last.period_end)
    use = daily_use(known, rule, on if stock_on is None else stock_on)
    days = None if stock is None or use.daily is None else stock / use.daily
    steps = (*use.steps, _told(stock, stock_on), *_quotient(stock, use, days))
    return Cover(days, stock, stock_on, use, _formula(use), steps)


def _formula(use: Use) -> Sentence:
    return Sentence(f"{_FORMULA.zh}；{use.formula.zh}", f"{_FORMULA.en}; {use.formula.en}")


def _told(stock: Decimal | None, stock_on: dt.date | None) -> Sentence:
    if stock is None or stock_on is None:
        return Sentence("尚未申報存量", "no stock has been reported yet")
    return Sentence(
        f"{roc_short(stock_on)}期末存量：{shown(stock)}", f"closing stock on {stock_on}: {shown(stock)}"
    )


def _quotient(stock: Decimal | None, use: Use, days: Decimal | None) -> tuple[Sentence, ...]:
    if stock is None or use.daily is None or days is None:
        return (Sentence("因此無法計算存量天數", "so days of cover cannot be reckoned"),)
    sum_ = f"{shown(stock)} ÷ {shown(use.daily, 3)} = {shown_days(days)}"
    steps = (Sentence(f"{sum_}天", f"{sum_} days"),)
    return steps if use.complete else (*steps, _partly(use))


def _partly(use: Use) -> Sentence:
    return Sentence(
        f"用量只涵蓋{use.window}日中的{use.covered}日",
        f"use was told for {use.covered} of {use.window} days only",
    )
