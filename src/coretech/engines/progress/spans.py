"""ROC years and quarters as days, and how much of a span has gone by."""

from datetime import date, timedelta
from decimal import Decimal

from coretech.engines.progress.figures import Definition, Observed
from coretech.kit.roc import OFFSET

_LAST = {1: (3, 31), 2: (6, 30), 3: (9, 30), 4: (12, 31)}


def first_day(year: int) -> date:
    """New Year's Day of a ROC year."""
    return date(OFFSET + year, 1, 1)


def last_day(year: int, quarter: int | None = None) -> date:
    """The last day of a ROC year, or of one of its quarters."""
    return date(OFFSET + year, *_LAST[quarter or 4])


def as_of(observed: Observed, today: date) -> date:
    """The day a figure speaks of: the last of its period, or today while that is still running."""
    return min(last_day(observed.year, observed.quarter), today)


def begun(observed: Observed, today: date) -> bool:
    """Whether the figure's year has begun."""
    return first_day(observed.year) <= today


def elapsed(start: date, end: date, today: date) -> Decimal:
    """The share of the days from start to end, both counted, that are over when today is over: 0 to 1."""
    days, gone = (end - start).days + 1, (today - start).days + 1
    return Decimal(min(max(gone, 0), days)) / days


def part_of_year(definition: Definition, year: int, today: date) -> Decimal:
    """The share of a year's days within the term that are over; 1 where the term has none of them."""
    start, end = max(first_day(year), definition.start), min(last_day(year), definition.end)
    if end < start:
        return Decimal(int(last_day(year) <= today))
    return elapsed(start, end, today)


_CENTURY = 36_525


def later(start: date, days: int) -> date | None:
    """The day so many days on; None beyond a hundred years, which is no forecast."""
    return start + timedelta(days=days) if days <= _CENTURY else None
