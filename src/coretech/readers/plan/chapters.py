"""A plan's chapters, numbered 壹, 貳 and so on, without the numbers of pages."""

import re
from dataclasses import dataclass

from coretech.readers.plans.lines import Line
from coretech.readers.plans.wording import plain

_HEAD = re.compile(r"\s*(?:#+\s*)?(?P<no>[壹貳參肆伍陸柒捌玖拾]+)、\s*(?P<title>[^。，；]{2,40}?)\s*$")
_PAGE = re.compile(r"\s*[-–]?\s*[0-9]{1,3}\s*[-–]?\s*")


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter: its title, and its lines without page numbers."""

    title: str
    line: int
    lines: tuple[Line, ...]


def chapters(lines: list[Line]) -> list[Chapter]:
    """The chapters in printed order; a table of contents has none, for its lines end in page numbers."""
    heads = [(place, match) for place, line in enumerate(lines) if (match := _HEAD.match(line.text))]
    ends = [*(place for place, _ in heads[1:]), len(lines)][: len(heads)]
    return [
        Chapter(plain(match.group("title")), lines[place].no, tuple(_without_pages(lines[place + 1 : end])))
        for (place, match), end in zip(heads, ends, strict=True)
    ]


def _without_pages(lines: list[Line]) -> list[Line]:
    return [line for line in lines if not _PAGE.fullmatch(line.text)]


def ends_paragraph(line: Line) -> bool:
    """Whether a paragraph ends with the line: the page left a space behind its last word."""
    return line.text.endswith(" ")
