"""Figures of tables: which are numbers, which are shares, how they are printed, and in what unit."""

import re
from collections.abc import Iterable
from typing import TypeGuard

TOTAL = re.compile(r"合計|總計|小計|總和")
_SHARE = re.compile(r"占比|比率|比重|百分比|佔比")
_UNIT = re.compile(r"(?P<times>兆|億|百萬|萬|千)?元")
_TIMES = {None: 1.0, "千": 1e3, "萬": 1e4, "百萬": 1e6, "億": 1e8, "兆": 1e12}

Value = str | float | None


def is_number(value: Value) -> TypeGuard[float]:
    """Whether a cell holds a number."""
    return isinstance(value, int | float)


def numbers_of(values: Iterable[Value]) -> list[float]:
    """The numbers among some cells."""
    return [value for value in values if is_number(value)]


def is_share(name: str) -> bool:
    """Whether a row or a column of that name holds shares of something."""
    return _SHARE.search(name) is not None


def decimals(number: float) -> int:
    """How many decimals a number was printed with; trailing noughts are not known any more."""
    return len(str(number).partition(".")[2]) if isinstance(number, float) and number % 1 else 0


def shown(number: float) -> str:
    """A number with its thousands parted."""
    return f"{number:,}" if isinstance(number, int) or number % 1 else f"{int(number):,}"


def dollars(unit: str) -> float | None:
    """How many dollars one of a unit is; None where it is no unit of money."""
    match = _UNIT.search(unit)
    return None if match is None else _TIMES[match.group("times")]
