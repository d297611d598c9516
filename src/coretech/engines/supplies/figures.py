"""What a return of a commodity tells, and how much cover is asked for."""

import datetime as dt
from dataclasses import dataclass, fields
from decimal import Decimal
from enum import StrEnum

from coretech.kit.sentence import Sentence


class Figure(StrEnum):
    """A figure of a return, by the name of its field."""

    PRODUCTION = "production"
    IMPORTS = "imports"
    EXPORTS = "exports"
    SALES = "sales"
    CONSUMPTION = "consumption"
    STOCK = "stock"
    PRICE = "price"


NAMES = {
    Figure.PRODUCTION: Sentence("生產量", "production"),
    Figure.IMPORTS: Sentence("進口量", "imports"),
    Figure.EXPORTS: Sentence("出口量", "exports"),
    Figure.SALES: Sentence("銷售量", "sales"),
    Figure.CONSUMPTION: Sentence("使用量", "consumption"),
    Figure.STOCK: Sentence("期末存量", "closing stock"),
    Figure.PRICE: Sentence("價格", "price"),
}
"""What a page calls each figure."""


class Basis(StrEnum):
    """Whether law asks for a cover, or a plan aims at it."""

    STATUTORY = "statutory"
    PLANNED = "planned"


@dataclass(frozen=True, slots=True, kw_only=True)
class Return:
    """A commodity's figures for a period, both days included, in its one unit; None is not told, and never zero.

    ``stock`` is what was there at the end of the last day; ``consumption`` is use by those who report. Of a restated
    period the caller gives the last statement only.

    Raises:
        ValueError: for a period that ends before it starts, and for a figure that is negative or no number.
    """

    period_start: dt.date
    period_end: dt.date
    production: Decimal | None = None
    imports: Decimal | None = None
    exports: Decimal | None = None
    sales: Decimal | None = None
    consumption: Decimal | None = None
    stock: Decimal | None = None
    price: Decimal | None = None

    def __post_init__(self) -> None:
        """Refuse what no return can be."""
        if self.period_end < self.period_start:
            message = f"the period ends on {self.period_end}, before {self.period_start}"
            raise ValueError(message)
        for figure in Figure:
            told = self.figure(figure)
            if told is not None and not (told.is_finite() and told >= 0):
                message = f"{figure} is {told}"
                raise ValueError(message)

    @property
    def days(self) -> int:
        """How many days the period has."""
        return (self.period_end - self.period_start).days + 1

    def figure(self, figure: Figure) -> Decimal | None:
        """One of its figures."""
        told: Decimal | None = getattr(self, figure)
        return told

    def follows(self, other: "Return") -> bool:
        """Whether the period begins on the day after another ends."""
        return self.period_start - other.period_end == dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Standard:
    """Days of cover asked for from a day to another, both included; ``end`` is None where none is set."""

    days: Decimal
    basis: Basis
    start: dt.date
    end: dt.date | None = None

    def holds_on(self, day: dt.date) -> bool:
        """Whether it is asked for on a day."""
        return self.start <= day and (self.end is None or day <= self.end)


FIGURES = tuple(field.name for field in fields(Return) if field.name in set(Figure))
"""The figures' names, in the order in which a return tells them."""
