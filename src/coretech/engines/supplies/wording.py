"""Numbers and spans as the steps of a reckoning print them."""

import datetime as dt
from decimal import ROUND_FLOOR, ROUND_HALF_EVEN, Decimal

from coretech.kit.roc import roc_short
from coretech.kit.sentence import Sentence


def shown(value: Decimal, places: int = 1) -> str:
    """A number with marks between thousands, at most so many places after the point: ``12,345.7``, ``90``."""
    return _printed(value, places, ROUND_HALF_EVEN)


def shown_days(value: Decimal) -> str:
    """Days of cover to one place, cut and not rounded: 89.96 days against 90 must not be printed as 90."""
    return _printed(value, 1, ROUND_FLOOR)


def span(start: dt.date, end: dt.date) -> Sentence:
    """From a day to a day, in both calendars."""
    return Sentence(f"{roc_short(start)}至{roc_short(end)}", f"{start} to {end}")


def _printed(value: Decimal, places: int, rounding: str) -> str:
    text = f"{value.quantize(Decimal(1).scaleb(-places), rounding):,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
