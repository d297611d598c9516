"""How much of a commodity is used in a day: a total of use over the days for which it was told, by a named rule."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from coretech.engines.supplies.figures import Return
from coretech.engines.supplies.wording import shown, span
from coretech.kit.sentence import Sentence


class UseRule(StrEnum):
    """Which figures count as use, and over which days they are averaged."""

    LAST_YEAR = "last_year"
    TWELVE_MONTHS = "twelve_months"
    TWELVE_MONTHS_SALES = "twelve_months_sales"
    SALES_AND_OWN_USE = "sales_and_own_use"
    LAST_PERIOD = "last_period"


RULES = {
    UseRule.LAST_YEAR: Sentence(
        "每日用量＝上一年度使用量÷該年度有申報的日數",
        "daily use = consumption of the calendar year before ÷ the days of it that were reported",
    ),
    UseRule.TWELVE_MONTHS: Sentence(
        "每日用量＝最近12個月使用量÷其中有申報的日數",
        "daily use = consumption of the last 12 months ÷ the days of them that were reported",
    ),
    UseRule.TWELVE_MONTHS_SALES: Sentence(
        "每日用量＝最近12個月銷售量÷其中有申報的日數",
        "daily use = sales of the last 12 months ÷ the days of them that were reported",
    ),
    UseRule.SALES_AND_OWN_USE: Sentence(
        "每日用量＝最近12個月（銷售量＋自用量）÷其中有申報的日數",
        "daily use = (sales + own use) of the last 12 months ÷ the days of them that were reported",
    ),
    UseRule.LAST_PERIOD: Sentence(
        "每日用量＝最近一期使用量÷該期日數",
        "daily use = consumption of the last period ÷ its days",
    ),
}
"""Each rule's formula. The coal rule of the programme (line 1891) reckons by the year before."""


@dataclass(frozen=True, slots=True)
class Use:
    """The use of a day: ``daily`` is None where no use was told, or none took place.

    ``covered`` of the ``window`` days of the span were reported; a figure that is missing is left out with its days.
    """

    daily: Decimal | None
    start: dt.date
    end: dt.date
    covered: int
    window: int
    formula: Sentence
    steps: tuple[Sentence, ...]

    @property
    def complete(self) -> bool:
        """Whether use was told for every day of the span."""
        return self.covered >= self.window


def daily_use(returns: Iterable[Return], rule: UseRule, on: dt.date) -> Use:
    """The use of a day as reckoned on a day; a period belongs to the span in which its last day falls."""
    known = [each for each in returns if each.period_end <= on]
    start, end = _window(known, rule, on)
    told = [
        (used, each.days)
        for each in known
        if start <= each.period_end <= end and (used := used_in(each, rule)) is not None
    ]
    total, covered = sum((used for used, _ in told), Decimal()), sum(days for _, days in told)
    daily = total / covered if total > 0 else None
    return Use(
        daily, start, end, covered, (end - start).days + 1, RULES[rule], _steps(start, end, total, covered)
    )


def used_in(told: Return, rule: UseRule) -> Decimal | None:
    """What a return tells of use by a rule; None where a figure the rule asks for is missing."""
    if rule is UseRule.TWELVE_MONTHS_SALES:
        return told.sales
    if rule is not UseRule.SALES_AND_OWN_USE:
        return told.consumption
    if told.sales is None or told.consumption is None:
        return None
    return told.sales + told.consumption


def _window(known: list[Return], rule: UseRule, on: dt.date) -> tuple[dt.date, dt.date]:
    """The first and the last day of the span that is averaged."""
    if rule is UseRule.LAST_YEAR:
        return dt.date(on.year - 1, 1, 1), dt.date(on.year - 1, 12, 31)
    if rule is UseRule.LAST_PERIOD:
        last = max(known, key=lambda each: each.period_end, default=None)
        return (on, on) if last is None else (last.period_start, last.period_end)
    return _year_before(on) + dt.timedelta(days=1), on


def _year_before(day: dt.date) -> dt.date:
    """The same day of the year before; 28 February for the 29th."""
    leap = (day.month, day.day) == (2, 29)
    return day.replace(year=day.year - 1, day=28 if leap else day.day)


def _steps(start: dt.date, end: dt.date, total: Decimal, covered: int) -> tuple[Sentence, ...]:
    days = span(start, end)
    if not covered:
        return (Sentence(f"{days.zh}沒有申報用量", f"no use was reported for {days.en}"),)
    if not total:
        return (Sentence(f"{days.zh}申報的用量為0", f"the use reported for {days.en} is 0"),)
    sum_ = f"{shown(total)} ÷ {covered} = {shown(total / covered, 3)}"
    return (Sentence(f"{days.zh}：{sum_}", f"{days.en}: {sum_}"),)
