"""Returns by the month, for the tests of supplies."""

import calendar
import datetime as dt
from collections.abc import Iterable, Sequence
from decimal import Decimal

from coretech.engines.supplies.figures import Return


def month(year: int, number: int, **figures: int | str) -> Return:
    """A month's return."""
    last = calendar.monthrange(year, number)[1]
    told = {name: Decimal(value) for name, value in figures.items()}
    return Return(period_start=dt.date(year, number, 1), period_end=dt.date(year, number, last), **told)


def months(figure: str, values: Iterable[int | str], first: int = 2020) -> Sequence[Return]:
    """One figure month by month, from January of a year on."""
    return [month(first + at // 12, at % 12 + 1, **{figure: value}) for at, value in enumerate(values)]
