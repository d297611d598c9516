"""The head of the table of programmes, which comes back on each page, on one line or wrapped over several."""

import re

from coretech.readers.plans.lines import Line

_BEGINS = re.compile(r"\s*(?:工作|重要|施政)?計畫")
_WORDS = re.compile(r"(?:(?:工作|重要|施政)?計畫(?:名稱|項目|類別)|實施內容){3,5}")
_ENDS = re.compile(r"(?:^|[\s\t])實施內容\s*$")
_LONGEST = 8
_LONGEST_LINE = 30


def without_heads(lines: list[Line]) -> list[Line]:
    """The lines without the table's heads."""
    kept: list[Line] = []
    place = 0
    while place < len(lines):
        end = _end(lines, place)
        if end is None:
            kept.append(lines[place])
        place = place + 1 if end is None else end
    return kept


def category_first(lines: list[Line]) -> bool:
    """Whether the column of categories stands before that of names; it does not where no head tells."""
    ends = ((place, _end(lines, place)) for place in range(len(lines)))
    place, end = next(((place, end) for place, end in ends if end is not None), (0, 0))
    head = _words(lines[place:end])
    return -1 < head.find("類別") < head.find("項目")


def _end(lines: list[Line], place: int) -> int | None:
    """The line after the head that begins here; None where none does."""
    if not _BEGINS.match(lines[place].text):
        return None
    for end in range(place + 1, min(place + _LONGEST, len(lines)) + 1):
        line = lines[end - 1].text
        if len(line) > _LONGEST_LINE:
            return None
        if _ENDS.search(line):
            return end if _WORDS.fullmatch(_words(lines[place:end])) else None
    return None


def _words(lines: list[Line]) -> str:
    return re.sub(r"\s", "", "".join(line.text for line in lines))
