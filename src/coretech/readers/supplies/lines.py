"""A line of a file before it is understood, whatever the file's form."""

from typing import NamedTuple

from coretech.kit.refusal import Refused, bad_input
from coretech.kit.sentence import Sentence

MOST_COLUMNS = 40
LONGEST_CELL = 400


class Flaw(NamedTuple):
    """What is wrong with a cell before its content is looked at; ``place`` counts from 1, 0 is the whole line."""

    place: int
    sentence: Sentence


class Line(NamedTuple):
    """A line that holds anything, its cells as text; ``in_object`` where it was an object of JSON and has no cells."""

    number: int
    cells: tuple[str, ...]
    flaws: tuple[Flaw, ...] = ()
    in_object: bool = False


FORMULA = Sentence("是公式，請改填數值或文字。", "It is a formula; put in the number or the text itself.")
MERGED = Sentence(
    "是合併儲存格，請取消合併並逐格填寫。", "It is a merged cell; split it and fill in each cell."
)


def bad_file(zh: str, en: str) -> Refused:
    """The file as a whole cannot be read (HTTP 422)."""
    return bad_input("file", zh, en)


def too_wide(number: int) -> Refused:
    """A line with more cells than any return has."""
    return bad_file(
        f"第{number}列超過{MOST_COLUMNS}欄，請只保留申報欄位。",
        f"Line {number} has more than {MOST_COLUMNS} columns; keep those of the return only.",
    )


def too_long() -> Sentence:
    """What is said of a cell with more text than a cell may hold."""
    return Sentence(
        f"文字超過{LONGEST_CELL}個字，請縮短。",
        f"The text is longer than {LONGEST_CELL} characters; shorten it.",
    )
