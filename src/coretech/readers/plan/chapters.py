"""A plan's chapters, numbered 壹, 貳 and so on, without the numbers of pages."""

import re
from dataclasses import dataclass

from coretech.readers.plans.lines import Line
from coretech.readers.plans.pages import without_page_numbers
from coretech.readers.plans.wording import plain

_HEAD = re.compile(r"\s*(?:#+\s*)?(?P<no>[壹貳參肆伍陸柒捌玖拾]+)、\s*(?P<title>[^。，；]{2,40}?)\s*$")


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
        Chapter(
            plain(match.group("title")), lines[place].no, tuple(without_page_numbers(lines[place + 1 : end]))
        )
        for (place, match), end in zip(heads, ends, strict=True)
    ]
