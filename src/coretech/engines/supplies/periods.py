"""The periods of which returns tell, by how often they are asked for."""

import calendar
import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from coretech.engines.supplies.wording import span
from coretech.kit.sentence import Sentence

_DAY = dt.timedelta(days=1)
_WEDNESDAY, _SUNDAY = 2, 6
_MONTHS_IN_QUARTER = 3


class Frequency(StrEnum):
    """How often returns are asked for."""

    TWICE_A_WEEK = "twice_a_week"
    WEEKLY = "weekly"
    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    YEARLY = "yearly"


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """From a day to a day, both included."""

    start: dt.date
    end: dt.date

    def said(self) -> Sentence:
        """The period in both calendars."""
        return span(self.start, self.end)


def period_of(frequency: Frequency, day: dt.date) -> Period:
    """The period a day falls in; a week begins on Monday, and its two halves are Monday to Wednesday and the rest."""
    if frequency in {Frequency.TWICE_A_WEEK, Frequency.WEEKLY}:
        return _week(day, halved=frequency is Frequency.TWICE_A_WEEK)
    if frequency is Frequency.YEARLY:
        return Period(dt.date(day.year, 1, 1), dt.date(day.year, 12, 31))
    first = last = day.month
    if frequency is Frequency.QUARTERLY:
        first = day.month - (day.month - 1) % _MONTHS_IN_QUARTER
        last = first + _MONTHS_IN_QUARTER - 1
    return Period(
        dt.date(day.year, first, 1), dt.date(day.year, last, calendar.monthrange(day.year, last)[1])
    )


def is_period(frequency: Frequency, start: dt.date, end: dt.date) -> bool:
    """Whether two days are the first and the last of a period."""
    return period_of(frequency, start) == Period(start, end)


def periods(frequency: Frequency, since: dt.date, until: dt.date) -> Iterator[Period]:
    """The periods that begin on a day or later and end on another or before, in their order."""
    each = period_of(frequency, since)
    if each.start < since:
        each = period_of(frequency, each.end + _DAY)
    while each.end <= until:
        yield each
        each = period_of(frequency, each.end + _DAY)


def _week(day: dt.date, *, halved: bool) -> Period:
    monday = day - day.weekday() * _DAY
    middle, sunday = monday + _WEDNESDAY * _DAY, monday + _SUNDAY * _DAY
    if not halved:
        return Period(monday, sunday)
    return Period(monday, middle) if day <= middle else Period(middle + _DAY, sunday)
