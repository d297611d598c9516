"""Periods of years as Civil Code article 121 counts them."""

from calendar import monthrange
from datetime import date, timedelta


def last_day(first_day: date, years: int) -> date:
    """The last day of a period of years that begins with ``first_day``.

    It is the day before the corresponding day of the last year; where that year lacks the day (29 February),
    the last day of the month.

    Raises:
        ValueError: when the period runs past the last year the calendar knows.
    """
    year = first_day.year + years
    if year > date.max.year:
        message = f"{first_day} and {years} years is past the year {date.max.year}"
        raise ValueError(message)
    in_month = monthrange(year, first_day.month)[1]
    if first_day.day > in_month:
        return date(year, first_day.month, in_month)
    return first_day.replace(year=year) - timedelta(days=1)
