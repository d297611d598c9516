"""Where imports came from, as one cell tells it: ``美國:80；巴西:40``."""

import re
from decimal import Decimal

from coretech.kit.sentence import Sentence
from coretech.readers.supplies.numbers import NotANumber, read_number
from coretech.readers.supplies.records import Origin

_BETWEEN = re.compile(r"[;；、]")
_COLON = re.compile(r"[:：]")
_LONGEST_NAME = 80


def read_origins(text: str) -> tuple[Origin, ...]:
    """The sources and their quantities, in their order.

    Raises:
        NotANumber: where a source has no quantity, no name or too long a one, or stands twice.
    """
    origins: list[Origin] = []
    for part in filter(str.strip, _BETWEEN.split(text)):
        name, *rest = (word.strip() for word in _COLON.split(part))
        quantity = read_number(rest[0]) if len(rest) == 1 else None
        named = 0 < len(name) <= _LONGEST_NAME
        if not named or quantity is None or name in {each.name for each in origins}:
            raise NotANumber(_wrong(part.strip()[:40]))
        origins.append(Origin(name, quantity))
    return tuple(origins)


def total(origins: tuple[Origin, ...]) -> Decimal:
    """The quantities together."""
    return sum((each.quantity for each in origins), Decimal())


def _wrong(part: str) -> Sentence:
    return Sentence(
        f"「{part}」不是「來源:數量」，或來源重複；請寫成「美國:80；巴西:40」。",
        f"“{part}” is no “source: quantity”, or its source stands twice; write “United States: 80; Brazil: 40”.",
    )
