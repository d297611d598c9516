"""The table of programmes, whose columns a page wraps: narrow cells one below the other, each ended by a space."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from coretech.readers.plans.lines import Line

CATEGORIES = ("科技發展", "公共建設", "社會發展")
_HEAD = re.compile(r"\s*工作計畫名稱")
_HEAD_ENDS = re.compile(r"\s*實施內容\s*$")
_LONGEST_HEAD = 8
_NARROW = 7.5
_HALVES = {category[:2]: category[2:] for category in CATEGORIES}
_ABREAST = re.compile(rf"\s*(?P<cells>\S+(?: \S+)?) (?P<half>{'|'.join(_HALVES)}) (?P<content>\S.*)")
_CELL = 6
_STOP = re.compile(r"[。；：，]\s*$")


@dataclass(frozen=True, slots=True)
class Placed:
    """A programme's cells, by the lines they stand on: unit and name as (first, after), and the category."""

    unit: tuple[int, int] | None
    name: tuple[int, int]
    category: str
    after: int


def without_heads(lines: list[Line]) -> list[Line]:
    """The lines without the table's head, which comes back on each page."""
    kept: list[Line] = []
    place = 0
    while place < len(lines):
        end = _head_end(lines, place)
        if end is None:
            kept.append(lines[place])
        place = place + 1 if end is None else end
    return kept


def _head_end(lines: list[Line], place: int) -> int | None:
    if not _HEAD.match(lines[place].text):
        return None
    reach = range(place, min(place + _LONGEST_HEAD, len(lines)))
    return next((each + 1 for each in reach if _HEAD_ENDS.match(lines[each].text)), None)


def one_below_the_other(lines: list[Line]) -> list[Line]:
    """The lines, with cells that a page's end has set abreast on one line put one below the other again.

    Such a line holds the first parts of unit, name, category and contents; their rest follows on the next page, as far
    as the category's second half.
    """
    found: list[Line] = []
    place = 0
    while place < len(lines):
        match = _ABREAST.fullmatch(lines[place].text)
        end = None if match is None else _rest_end(lines, place, _HALVES[match.group("half")])
        if match is None or end is None:
            found.append(lines[place])
            place += 1
        else:
            found += _set_apart(lines[place:end], match)
            place = end
    return found


def _rest_end(lines: list[Line], place: int, half: str) -> int | None:
    """The line after the one that the category's second half begins."""
    reach = range(place + 1, min(place + _LONGEST_HEAD, len(lines)))
    return next((each + 1 for each in reach if lines[each].text.strip().partition(" ")[0] == half), None)


def _set_apart(lines: list[Line], match: re.Match[str]) -> Iterator[Line]:
    """The cells of lines abreast: a column is six characters wide, which parts the unit from the name."""
    no, cells = lines[0].no, match.group("cells").replace(" ", "")
    unit, name = (cells[:_CELL], cells[_CELL:]) if len(cells) > _CELL else ("", cells)
    words = [line.text.strip() for line in lines[1:-1]]
    if unit and words and " " in words[0]:
        rest, _, words[0] = words[0].partition(" ")
        unit += rest
    last, _, content = lines[-1].text.strip().partition(" ")
    if unit:
        yield Line(no, f"{unit} ")
    yield Line(no, name + "".join(words) + " ")
    yield Line(no, match.group("half") + last)
    yield Line(no, match.group("content") + content + " ")


def placed(lines: list[Line]) -> Iterator[Placed]:
    """Each programme's cells, found by its category: before it stands the name, and before that it may be the unit."""
    for place in range(1, len(lines)):
        category = _category(lines, place)
        if category is None:
            continue
        name = _cell_before(lines, place)
        unit = _cell_before(lines, name[0])
        yield Placed(unit if _is_unit(lines, unit) else None, name, *category)


def _category(lines: list[Line], place: int) -> tuple[str, int] | None:
    """The category whose cell begins here, and where the line after it is."""
    one = lines[place].text.strip()
    two = lines[place + 1].text.strip() if place + 1 < len(lines) else ""
    if one in CATEGORIES:
        return one, place + 1
    return (one + two, place + 2) if one and two and one + two in CATEGORIES else None


def _cell_before(lines: list[Line], end: int) -> tuple[int, int]:
    """The narrow cell that ends before a line: back to where the cell above it has ended."""
    start = end
    while start > 0 and (is_narrow(lines[start - 1]) or _is_whole(lines, start - 1, end)):
        if start < end and ends_cell(lines[start - 1]):
            break
        start -= 1
    return start, end


def _is_whole(lines: list[Line], place: int, end: int) -> bool:
    """Whether a line is a whole cell that was put together from lines abreast."""
    line, below = lines[place], lines[min(end, len(lines) - 1)]
    return line.no == below.no and place < end


def _is_unit(lines: list[Line], cell: tuple[int, int]) -> bool:
    """Whether a cell is a unit's name: narrow as a whole, no end of a sentence, and the cell above it had ended."""
    start, end = cell
    above_ended = start == 0 or ends_cell(lines[start - 1])
    text = "".join(line.text for line in lines[start:end])
    return start < end and above_ended and not _STOP.search(text) and ends_cell(lines[end - 1])


def is_narrow(line: Line) -> bool:
    """Whether a line is as short as those of the narrow columns, in Chinese characters."""
    return sum(1 if character > "\u2e80" else 0.5 for character in line.text.strip()) <= _NARROW


def ends_cell(line: Line) -> bool:
    """Whether a cell ends with the line: the page left a space behind its last word."""
    return line.text.endswith(" ")
