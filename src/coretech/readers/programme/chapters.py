"""A programme cut into its parts: a schedule for each measure, the target tables, the budget, and what comes before."""

import re
from dataclasses import dataclass

from coretech.readers.plans.agencies import agencies_in, is_agencies
from coretech.readers.plans.lines import Line
from coretech.readers.plans.wording import joined, plain, tidy
from coretech.readers.programme.cells import Is, typed
from coretech.readers.programme.headers import columns_of

_CODE = re.compile(r"(?P<code>[0-9]{1,2}\s*[-－–]\s*[0-9]{1,2})(?![0-9/~-])\s*[.、．]?\s*(?P<title>\S.*)?$")
_IN_TAIL = re.compile(r"[(（]\s*(?P<agencies>[^()（）]*)\s*[)）]\s*$")
_CAPTION = re.compile(
    r"\s*(?:之)?(?:辦理|推動|工作|執行)?(?:重點|工作)?(?:工作|項目)?(?:及|與)?(?:期程|時程)表?\s*$"
)
_FAR = 6


@dataclass(frozen=True, slots=True)
class Section:
    """A measure's heading, and the lines of its schedule; ``headed`` says that the table's head is there."""

    code: str
    title: str
    agencies: tuple[str, ...]
    line: int
    lines: tuple[Line, ...]
    headed: bool = True


def sections(lines: list[Line]) -> list[Section]:
    """The schedules in printed order: a heading with a code such as ``1-1``, and a table's head soon after it."""
    starts = [place for place in range(len(lines)) if _heads_schedule(lines, place)]
    ends = [*starts[1:], len(lines)][: len(starts)]
    return [_section(lines[start:end]) for start, end in zip(starts, ends, strict=True)]


def _heads_schedule(lines: list[Line], place: int) -> bool:
    line = lines[place]
    if line.is_row or _CODE.match(plain(line.text)) is None:
        return False
    for after in lines[place + 1 : place + _FAR]:
        if _begins_table(after):
            return True
        if after.is_row or _CODE.match(plain(after.text)):
            return False
    return False


def _begins_table(line: Line) -> bool:
    """Whether a schedule's rows begin here: with its head, or, where that is lost, with a numbered row."""
    if columns_of(line) is not None:
        return True
    sorts = [each.sort for index, cell in enumerate(line.cells) for each in typed(cell, first=index == 0)]
    return line.is_row and Is.WORK in sorts and (Is.DATE in sorts or Is.APPROACH in sorts)


def _section(lines: list[Line]) -> Section:
    head = next(place for place, line in enumerate(lines) if place and _begins_table(line))
    heading = ""
    for line in lines[:head]:
        heading = joined(heading, " " + plain(line.text))
    match = _CODE.match(heading)
    if match is None:
        message = f"line {lines[0].no}: the heading of a schedule has no code"
        raise ValueError(message)
    title, agencies = _title(match.group("title") or "")
    headed = columns_of(lines[head]) is not None
    return Section(_hyphened(match.group("code")), title, agencies, lines[0].no, _rows(lines[head:]), headed)


def _rows(lines: list[Line]) -> tuple[Line, ...]:
    """The lines of the schedule: up to the first heading of something else."""
    for place, line in enumerate(lines):
        if place and line.text.lstrip().startswith("#"):
            return tuple(lines[:place])
    return tuple(lines)


def _title(text: str) -> tuple[str, tuple[str, ...]]:
    """A heading's title without its caption, and the agencies in parentheses at its end."""
    tail = _IN_TAIL.search(text)
    agencies: tuple[str, ...] = ()
    if tail is not None and is_agencies(tail.group("agencies").replace("/", "、").replace("／", "、")):
        agencies = agencies_in(tail.group("agencies")).lead
        text = text[: tail.start()]
    return tidy(_CAPTION.sub("", text)), agencies


def _hyphened(code: str) -> str:
    return "-".join(re.findall(r"[0-9]+", code))
