"""How wide words are printed, in Chinese characters: a Latin letter or a figure takes half the room of one."""

from collections.abc import Iterator
from itertools import accumulate

_FIRST_WIDE = "\u2e80"


def width_of(text: str) -> float:
    """A text's width, without the space around it."""
    return sum(map(_width, text.strip()))


def fitting(text: str, width: float) -> int:
    """How many of a text's characters a line of that width holds: at least one."""
    return max(1, sum(1 for reached in accumulate(map(_width, text)) if reached <= width))


def wrapped(cell: str, width: float) -> Iterator[str]:
    """A cell's lines in a column of that width; the last ends with a space. An empty cell has none."""
    rest = cell.strip()
    while width_of(rest) > width:
        at = fitting(rest, width)
        yield rest[:at]
        rest = rest[at:]
    if rest:
        yield f"{rest} "


def _width(character: str) -> float:
    return 1 if character > _FIRST_WIDE else 0.5
