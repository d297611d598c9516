"""The industries of a programme: their order, what each is to become, who leads, and by which strategies."""

import re
from dataclasses import dataclass

from coretech.kit.numerals import numeral
from coretech.readers.plans.agencies import agencies_in, is_agencies
from coretech.readers.plans.lines import Line
from coretech.readers.plans.wording import plain, untagged
from coretech.readers.programme.records import Industry

_HEADING = re.compile(
    r"\s*#+\s*(?:\*\*)?(?P<no>[一二三四五六七八九十]+)、\s*(?P<name>[^，。：（(\s]{2,20}產業)\s*(?:\*\*)?\s*$"
)
_VISION = re.compile(
    r"\s*[-•]?\s*[(（][一二三四五六七八九十]+[)）]\s*(?P<name>[^：:]{2,20})[：:]\s*(?P<vision>[^。]+)。?\s*$"
)
_LISTED = re.compile(r"<li>((?:(?!<li>).)*?)</li>", re.DOTALL)
_NUMBERED = re.compile(r"(?:^|\s)[0-9]{1,2}[.、]\s*(\S.*?)(?=\s+[0-9]{1,2}[.、]\s*\D|$)")
_ORDINAL = re.compile(r"^[0-9]{1,2}[.、]\s*")


@dataclass(frozen=True, slots=True)
class Headed:
    """An industry's heading: its place among them, its name, and its line."""

    no: int
    name: str
    line: int


def headings(lines: list[Line]) -> list[Headed]:
    """The industries by their headings, each once, in order."""
    found: dict[str, Headed] = {}
    for line in lines:
        match = _HEADING.match(line.text)
        if match is not None:
            name = match.group("name")
            found.setdefault(name, Headed(numeral(match.group("no")), name, line.no))
    return list(found.values())


def industries(lines: list[Line], names: list[Headed]) -> list[Industry]:
    """The industries with what the tables and lists before their chapters say of them."""
    return [_industry(lines, each) for each in names]


def _industry(lines: list[Line], headed: Headed) -> Industry:
    vision = next(
        (
            match.group("vision")
            for match in map(_VISION.match, (line.text for line in lines))
            if match is not None and _bare(match.group("name")) == headed.name
        ),
        "",
    )
    rows = _rows_of(lines, headed.name)
    strategies = tuple(name for row in rows for cell in row.cells for name in _list(cell))
    lead = next((agencies_in(cell).lead for row in rows for cell in row.cells if is_agencies(cell)), ())
    return Industry(headed.name, plain(vision), lead, strategies, headed.line)


def _rows_of(lines: list[Line], name: str) -> list[Line]:
    """The table's row that begins with the industry's name and holds a list, with the rows that go on with it."""
    for place, line in enumerate(lines):
        if line.is_row and _bare(line.cells[0]) == name and any(_list(cell) for cell in line.cells):
            rows = [line]
            for after in lines[place + 1 :]:
                if not after.is_row or _bare(after.cells[0]):
                    break
                rows.append(after)
            return rows
    return []


def _list(cell: str) -> list[str]:
    """The entries of a cell's list, without their numbers."""
    marked = _LISTED.findall(cell)
    if marked:
        return [_ORDINAL.sub("", plain(entry)) for entry in marked]
    return [plain(entry) for entry in _NUMBERED.findall(untagged(cell))]


def _bare(text: str) -> str:
    return plain(text).replace(" ", "")
