"""From a file to the rows of a board, each with the line it stands on, and what is to be corrected."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from coretech.kit.days import parse_day
from coretech.kit.sentence import Sentence
from coretech.readers.seats.columns import COLUMNS, REQUIRED, column_of, heading
from coretech.readers.seats.grid import MOST_FINDINGS, Finding, Grid, Line, bad_file
from coretech.readers.seats.headed import opened

_YES = frozenset({"yes", "是", "true", "1"})
_NO = frozenset({"", "no", "否", "false", "0"})


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatRow:
    """A seat, and one appointment to it; a seat nobody ever held has neither person nor days."""

    line: int = 0
    seat: int
    category: int | None = None
    group: str = ""
    convener: bool = False
    represents: str = ""
    person: int | None = None
    name_zh: str = ""
    name_en: str = ""
    post_zh: str = ""
    post_en: str = ""
    convenes_as: str = ""
    start: dt.date | None = None
    end: dt.date | None = None
    left_on: dt.date | None = None
    left_why: str = ""
    fills: dt.date | None = None


@dataclass(frozen=True, slots=True)
class BoardRead:
    """What a file says, and everything in it that cannot be read; rows with findings are left out."""

    rows: tuple[SeatRow, ...]
    findings: tuple[Finding, ...]


def read_board(raw: bytes) -> BoardRead:
    """Read an ODS or CSV file; which of the two is seen from its first bytes.

    Raises:
        Refused: (HTTP 422) for a file that is neither, is too large, or lacks a column.
    """
    return _rows(opened(raw))


def _rows(grid: Grid) -> BoardRead:
    names = _columns(grid.lines[0])
    findings = list(grid.findings)
    wrong = {finding.line for finding in findings}
    rows = []
    for line in grid.lines[1:]:
        if line.number in wrong:
            continue
        row = _Reading(line, dict(zip(names, (*line.cells, *[""] * len(names)), strict=False)))
        made = row.row()
        findings += row.findings
        if not row.findings:
            rows.append(made)
    return BoardRead(tuple(rows), tuple(sorted(findings, key=lambda each: each.line)[:MOST_FINDINGS]))


def _columns(line: Line) -> list[str]:
    """The columns by the headings of the first line."""
    names = [column_of(title) if title else "" for title in line.cells]
    for title, name in zip(line.cells, names, strict=True):
        if name is None:
            raise bad_file(
                f"不認得「{title}」欄；可用的欄位見說明。",
                f"There is no column “{title}”; the guide lists those there are.",
            )
    known = [name or "" for name in names]
    for name in COLUMNS:
        if known.count(name) > 1:
            raise bad_file(f"「{heading(name)}」欄出現兩次。", f"The column “{name}” is there twice.")
    for name in REQUIRED:
        if name not in known:
            raise bad_file(f"缺少「{heading(name)}」欄。", f"The column “{name}” is missing.")
    return known


class _Reading:
    """One line being read, and what is wrong with it."""

    def __init__(self, line: Line, cells: Mapping[str, str]) -> None:
        """Begin with nothing found."""
        self.line, self.cells = line, cells
        self.findings: list[Finding] = []

    def row(self) -> SeatRow:
        """The row; findings say what in it could not be read."""
        return SeatRow(
            line=self.line.number,
            seat=self._whole("seat") or self._missing("seat"),
            category=self._whole("category"),
            group=self._text("group"),
            convener=self._yes("convener"),
            represents=self._text("represents"),
            person=self._whole("person"),
            name_zh=self._text("name_zh"),
            name_en=self._text("name_en"),
            post_zh=self._text("post_zh"),
            post_en=self._text("post_en"),
            convenes_as=self._text("convenes_as"),
            start=self._day("start"),
            end=self._day("end"),
            left_on=self._day("left_on"),
            left_why=self._text("left_why"),
            fills=self._day("fills"),
        )

    def _text(self, name: str) -> str:
        return self.cells.get(name, "")

    def _whole(self, name: str) -> int | None:
        text = self._text(name)
        if not text:
            return None
        if text.isascii() and text.isdecimal() and len(text) <= 9:  # noqa: PLR2004 - as many digits as a row's number has
            return int(text)
        self._complain(name, f"「{text}」不是整數。", f"“{text}” is no whole number.")
        return None

    def _missing(self, name: str) -> int:
        if not self.findings:
            self._complain(name, "請填寫。", "Fill this in.")
        return 0

    def _yes(self, name: str) -> bool:
        text = self._text(name).lower()
        if text not in _YES | _NO:
            self._complain(name, "請填「yes」或留空。", "Write “yes”, or leave it empty.")
        return text in _YES

    def _day(self, name: str) -> dt.date | None:
        text = self._text(name)
        try:
            return parse_day(text) if text else None
        except ValueError:
            self._complain(
                name,
                f"「{text}」不是日期，請寫成2025-03-03或114.3.3。",
                f"“{text}” is not a date; write 2025-03-03, or 114.3.3 in the ROC calendar.",
            )
            return None

    def _complain(self, name: str, zh: str, en: str) -> None:
        self.findings.append(Finding(self.line.number, heading(name), Sentence(zh, en)))
