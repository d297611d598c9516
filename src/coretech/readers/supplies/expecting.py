"""What a file of returns is read against: the commodities there are, the file's year, and what is known already."""

import datetime as dt
from collections.abc import Callable, Container, Iterable
from dataclasses import dataclass
from decimal import Decimal

from coretech.kit.sentence import Sentence
from coretech.readers.supplies.records import Key
from coretech.readers.supplies.reporter import Reporting

Convert = Callable[[Decimal, str, str], Decimal | Sentence]
"""A quantity from one unit into another, or why that cannot be; it must be proportional, so that 0 stays 0."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A commodity that may be reported: its names, its unit, which days make one of its periods, and who reports."""

    slug: str
    name: Sentence
    unit: str
    how_often: Sentence
    fits: Callable[[dt.date, dt.date], bool]
    reporters: tuple[Reporting, ...] = ()


def refuse(_value: Decimal, given: str, wanted: str) -> Sentence:
    """Another unit is refused; what is used where nobody gives a way to convert."""
    return Sentence(
        f"單位是「{given}」，這項物資以「{wanted}」申報，請換算後填寫。",
        f"The unit is “{given}”; this commodity is reported in “{wanted}”. Convert the figures.",
    )


@dataclass(frozen=True, slots=True)
class Expecting:
    """What is expected of a file.

    ``year`` is the Gregorian year the file is told to be of, None for any. A period that ends on ``today`` or later is
    not over. ``known`` are the periods already reported: a row for one of them restates it.
    """

    commodities: Iterable[Wanted]
    today: dt.date
    year: int | None = None
    known: Container[Key] = frozenset()
    convert: Convert = refuse
