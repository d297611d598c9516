"""What printing leaves in a document's text: numbers of pages, and a space behind the end of each paragraph."""

import re
from dataclasses import replace

from coretech.readers.plans.lines import Line

_NUMBER = re.compile(
    r"\s*(?:[-–—－]\s*[0-9]{1,3}\s*[-–—－]|第\s*[0-9]{1,3}\s*頁|[0-9]{1,3}(?:\s*/\s*[0-9]{1,3})?)\s*"
)
_FEW = 50


def without_page_numbers(lines: list[Line]) -> list[Line]:
    """The lines but those that hold a page's number and nothing else."""
    return [line for line in lines if not _NUMBER.fullmatch(line.text)]


def with_ends(lines: list[Line]) -> list[Line]:
    """The lines with a space behind each one that ends a paragraph or a cell.

    Text taken from pages has that space; where hardly a line has it, each line is a paragraph of its own.
    """
    marked = sum(ends_paragraph(line) for line in lines)
    if marked * _FEW > len(lines):
        return lines
    return [replace(line, text=f"{line.text} ") for line in lines]


def ends_paragraph(line: Line) -> bool:
    """Whether a paragraph or a cell ends with the line: the page left a space behind its last word."""
    return line.text.endswith(" ")
