"""The table of programmes, whose columns a page wraps: narrow cells one below the other, each ended by a space."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from coretech.readers.annual.widths import fitting, width_of, wrapped
from coretech.readers.plans.lines import Line
from coretech.readers.plans.pages import ends_paragraph
from coretech.readers.plans.wording import HAN

CATEGORIES = ("科技發展", "公共建設", "社會發展")
USUAL = 6.0
"""How wide the narrow columns are where nothing tells: six Chinese characters."""

_LONGEST_CELL = 12
_LONGEST_REST = 8
_HALVES = {category[:2]: category[2:] for category in CATEGORIES}
_ABREAST = re.compile(rf"\s*(?P<cells>\S+(?: \S+){{0,3}}) (?P<half>{'|'.join(_HALVES)}) (?P<content>\S.*)")
_BETWEEN_CELLS = re.compile(rf"(?<=[{HAN}）)]) (?=[{HAN}（(])")
_LATIN_BEGINS = re.compile(rf"[{HAN}][A-Za-z0-9]")
"""Where a name begins with Latin letters; the widths of such names fall a character short of their column's."""

_STOP = re.compile(r"[。；：，]\s*$")
_OVER = 1.5


@dataclass(frozen=True, slots=True)
class Placed:
    """A programme's cells, by the lines they stand on: unit and name as (first, after), and the category."""

    unit: tuple[int, int] | None
    name: tuple[int, int]
    category: str
    category_at: int
    after: int


def column_width(lines: list[Line], *, category_first: bool = False) -> float:
    """How many Chinese characters wide the narrow columns are, told by the names beside the categories."""
    found = []
    for place in range(len(lines)):
        category = category_at(lines, place)
        if category is not None:
            start, end = _name_at(lines, category[1]) if category_first else _name_above(lines, place)
            found += [max(width_of(line.text) for line in lines[start:end])] if end - start > 1 else []
    return _upper_quartile(found) if found else USUAL


def _upper_quartile(widths: list[float]) -> float:
    """What three in four fall short of or meet: a broken line is seldom full, and a cell taken wrongly is too wide."""
    return sorted(widths)[(3 * len(widths)) // 4 if len(widths) > 1 else 0]


def _name_above(lines: list[Line], end: int) -> tuple[int, int]:
    start = max(end - 1, 0)
    while start > 0 and end - start < _LONGEST_CELL and not ends_paragraph(lines[start - 1]):
        start -= 1
    return start, end


def _name_at(lines: list[Line], start: int) -> tuple[int, int]:
    reach = range(start, min(start + _LONGEST_CELL, len(lines)))
    return start, next((place + 1 for place in reach if ends_paragraph(lines[place])), start)


def one_below_the_other(lines: list[Line], width: float) -> list[Line]:
    """The lines, with cells that a page's end has set abreast on one line put one below the other again.

    Such a line holds the first parts of unit, name, category and contents; their rest follows on the next page, as far
    as the category's second half. A row whose cells are parted by tabs is put so too.
    """
    found: list[Line] = []
    place = 0
    while place < len(lines):
        match = _ABREAST.fullmatch(lines[place].text)
        end = None if match is None else _rest_end(lines, place, _HALVES[match.group("half")])
        if match is not None and end is not None:
            found += _set_apart(lines[place:end], match, width)
            place = end
        else:
            found += _cells_of(lines[place], width)
            place += 1
    return found


def _cells_of(line: Line, width: float) -> list[Line]:
    """A row's cells one below the other, as narrow as their column before the category; another line as it is."""
    if not line.is_row:
        return [line]
    cells = [cell.strip() for cell in line.cells if cell.strip()]
    at = next((place for place, cell in enumerate(cells) if cell in CATEGORIES), 0)
    narrow = [Line(line.no, part) for cell in cells[:at] for part in wrapped(cell, width)]
    return [*narrow, *(Line(line.no, f"{cell} ") for cell in cells[at:])]


def _rest_end(lines: list[Line], place: int, half: str) -> int | None:
    """The line after the one that the category's second half begins."""
    reach = range(place + 1, min(place + _LONGEST_REST, len(lines)))
    return next((each + 1 for each in reach if lines[each].text.strip().partition(" ")[0] == half), None)


def _set_apart(lines: list[Line], match: re.Match[str], width: float) -> Iterator[Line]:
    """The cells of lines abreast: where no space parts the unit from the name, the unit's column is full."""
    no = lines[0].no
    unit, name = _unit_and_name(match.group("cells"), width)
    words = [line.text.strip() for line in lines[1:-1]]
    apart = _BETWEEN_CELLS.search(words[0]) if unit and words else None
    if apart is not None:
        unit, words[0] = unit + words[0][: apart.start()], words[0][apart.end() :]
    last, _, content = lines[-1].text.strip().partition(" ")
    for cell in (unit, name + "".join(words)):
        yield from (Line(no, part) for part in wrapped(cell, width))
    yield Line(no, match.group("half") + last)
    behind = " " if ends_paragraph(lines[-1]) else ""
    yield Line(no, f"{match.group('content').rstrip()}{content}{behind}")


def _unit_and_name(cells: str, width: float) -> tuple[str, str]:
    """The first lines of a unit and of a name that stand abreast; a line no wider than its column holds a name."""
    apart = _BETWEEN_CELLS.search(cells)
    if apart is not None:
        return cells[: apart.start()], cells[apart.end() :]
    if width_of(cells) <= width + _OVER:
        return "", cells
    at = fitting(cells, width)
    at = next((place for place in (at, at + 1) if _LATIN_BEGINS.match(cells, max(place - 1, 0))), at)
    return cells[:at].strip(), cells[at:].strip()


def placed(lines: list[Line], width: float, *, category_first: bool = False) -> Iterator[Placed]:
    """Each programme's cells, found by its category: beside it stands the name, and before that it may be the unit."""
    for place in range(len(lines)):
        found = category_at(lines, place)
        if found is None:
            continue
        category, after = found
        name = _cell_after(lines, after, width) if category_first else _cell_before(lines, place, width)
        unit = _cell_before(lines, place if category_first else name[0], width)
        yield Placed(unit if _is_unit(lines, unit) else None, name, category, place, max(after, name[1]))


def category_at(lines: list[Line], place: int) -> tuple[str, int] | None:
    """The category whose cell begins here, and where the line after it is."""
    one = lines[place].text.strip()
    two = lines[place + 1].text.strip() if place + 1 < len(lines) else ""
    if one in CATEGORIES:
        return one, place + 1
    return (one + two, place + 2) if one and two and one + two in CATEGORIES else None


def _cell_before(lines: list[Line], end: int, width: float) -> tuple[int, int]:
    """The narrow cell that ends before a line: back to where the cell above it has ended."""
    start = end
    while start > 0 and is_narrow(lines[start - 1], width):
        if start < end and ends_paragraph(lines[start - 1]):
            break
        start -= 1
    return start, end


def _cell_after(lines: list[Line], start: int, width: float) -> tuple[int, int]:
    """The narrow cell that begins with a line: as far as it ends."""
    end = start
    while end < len(lines) and is_narrow(lines[end], width):
        end += 1
        if ends_paragraph(lines[end - 1]):
            break
    return start, end


def _is_unit(lines: list[Line], cell: tuple[int, int]) -> bool:
    """Whether a cell is a unit's name: narrow as a whole, no end of a sentence, and the cell above it had ended."""
    start, end = cell
    above_ended = start == 0 or ends_paragraph(lines[start - 1])
    text = "".join(line.text for line in lines[start:end])
    return start < end and above_ended and not _STOP.search(text) and ends_paragraph(lines[end - 1])


def is_narrow(line: Line, width: float) -> bool:
    """Whether a line is as short as those of the narrow columns."""
    return width_of(line.text) <= width + _OVER
