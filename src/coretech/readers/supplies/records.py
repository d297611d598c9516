"""What is read from a file of returns: a row, or something to correct in one."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from coretech.kit.sentence import Sentence


class Key(NamedTuple):
    """What a return is about: a commodity by its slug, the first and last day of the period, and whose it is.

    ``reporter`` is a code, empty where the authority itself reports.
    """

    commodity: str
    start: dt.date
    end: dt.date
    reporter: str = ""


class Origin(NamedTuple):
    """Where imports came from, and how much, in the commodity's unit."""

    name: str
    quantity: Decimal


@dataclass(slots=True)
class SupplyRow:
    """A return in the commodity's own unit; None is not told. ``converted_from`` is the unit the file had, if another.

    ``line`` is the row of a table, the line of JSON Lines, or the number of an object in a JSON array.
    """

    line: int
    key: Key
    restates: bool = False
    converted_from: str = ""
    production: Decimal | None = None
    imports: Decimal | None = None
    exports: Decimal | None = None
    sales: Decimal | None = None
    consumption: Decimal | None = None
    stock: Decimal | None = None
    price: Decimal | None = None
    origins: tuple[Origin, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class RowError:
    """Something to correct: the line, the column by its name in code (empty for the whole line), and what stands there.

    ``cell`` is the cell as a spreadsheet names it, such as ``C5``; empty where there are no cells.
    """

    line: int
    column: str
    cell: str
    value: str
    sentence: Sentence
