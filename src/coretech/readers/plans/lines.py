"""A document as its lines that hold anything, numbered as they are printed."""

import re
from dataclasses import dataclass

_ENDS = re.compile(r"\r\n|\r|\n|(?=\f)")
_ENDLESS = re.compile(r"([^\S\t]{64})[^\S\t]+")
"""Spaces without end in a line, which mean no more than a few do and would take the readers' patterns for ever."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its number among the lines that are not blank, from 1, and its text."""

    no: int
    text: str

    @property
    def cells(self) -> tuple[str, ...]:
        """The cells of a table's row, as printed; a line without a tab is one cell."""
        return tuple(self.text.split("\t"))

    @property
    def is_row(self) -> bool:
        """Whether the line is a row of a table."""
        return "\t" in self.text


def lines_of(text: str) -> list[Line]:
    """The lines that hold anything; a form feed starts a line. Rows of Markdown tables become rows with tabs."""
    held = [_ENDLESS.sub(r"\1", line) for line in _ENDS.split(text) if line.strip()]
    return [Line(no, _as_row(line.lstrip("\f"))) for no, line in enumerate(held, start=1)]


def _as_row(line: str) -> str:
    """A Markdown row's cells parted by tabs; every other line as it is."""
    bare = line.strip()
    if len(bare) < 3 or bare[0] != "|" or bare[-1] != "|":  # noqa: PLR2004 - two bars and something between
        return line
    cells = [cell.strip().replace("\\|", "|") for cell in re.split(r"(?<!\\)\|", bare[1:-1])]
    if all(re.fullmatch(r":?-{3,}:?", cell) for cell in cells):
        return "\t" * (len(cells) - 1)
    return "\t".join(cells)
