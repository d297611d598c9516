"""From a file to the rows of candidates, each with the line it stands on, and what is to be corrected."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from coretech.kit.sentence import Sentence
from coretech.law.terms import Part
from coretech.readers.portfolio_cases.columns import REQUIRED, column_of, heading
from coretech.readers.seats.grid import Finding, Grid
from coretech.readers.seats.headed import Columns, Reading, opened, rows_of

MOST_BYTES = 1024 * 1024
LONGEST_CELL = 20_000
_COLUMNS = Columns(column_of, heading, REQUIRED)
_YES = frozenset({"yes", "是", "true", "1"})
_NO = frozenset({"", "no", "否", "false", "0"})
_KINDS = {"": "identify", "identify": "identify", "change": "change", "認定": "identify", "變更": "change"}


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseRow:
    """A candidate, and with it what of a dossier the file holds; ``places`` are its cells by column, such as ``C5``."""

    line: int = field(default=0, compare=False)
    places: Mapping[str, str] = field(default_factory=dict, compare=False)
    agency: str
    kind: str = "identify"
    item: int | None = None
    aspect: str = ""
    ground: str = ""
    name_zh: str
    name_en: str
    sector: str
    authority: str = ""
    why: str
    case: bool = False
    parts: Mapping[str, str] = field(default_factory=dict)
    harms: tuple[str, ...] = ()
    limbs: tuple[int, ...] = ()

    def finding(self, column: str, sentence: Sentence) -> Finding:
        """Something to correct in a cell of this row, or in the row as a whole."""
        place = self.places.get(column)
        return Finding(self.line, f"{place} {heading(column)}" if place else "", sentence)


@dataclass(frozen=True, slots=True)
class CasesRead:
    """What a file says, and everything in it that cannot be read; rows with findings are left out."""

    rows: tuple[CaseRow, ...]
    findings: tuple[Finding, ...]


def read_cases(raw: bytes) -> CasesRead:
    """Read an ODS or CSV file; which of the two is seen from its first bytes.

    Raises:
        Refused: (HTTP 422) for a file that is neither, is too large, or lacks a column.
    """
    return CasesRead(
        *rows_of(opened(raw, Grid(longest=LONGEST_CELL, paragraphs=True), MOST_BYTES), _COLUMNS, _Reading)
    )


class _Reading(Reading[CaseRow]):
    """One line being read, and what is wrong with it."""

    def row(self) -> CaseRow:
        """The row; findings say what in it could not be read."""
        parts = {part.value: self.text(part.value) for part in Part if self.text(part.value)}
        return CaseRow(
            line=self.line.number,
            places=self.places,
            agency=self.filled("agency"),
            kind=self._kind(),
            item=self._whole("item"),
            aspect=self.text("aspect"),
            ground=self.text("ground"),
            name_zh=self.filled("name_zh"),
            name_en=self.filled("name_en"),
            sector=self.filled("sector"),
            authority=self.text("authority"),
            why=self.filled("why"),
            case=self._yes("case"),
            parts=parts,
            harms=self._listed("harms"),
            limbs=self._numbers("limbs"),
        )

    def _kind(self) -> str:
        text = self.text("kind").lower()
        if text not in _KINDS:
            self.complain("kind", "請填identify或change。", "Write identify or change.")
        return _KINDS.get(text, "identify")

    def _whole(self, name: str) -> int | None:
        text = self.text(name)
        if text and not (text.isascii() and text.isdecimal() and len(text) <= 6):  # noqa: PLR2004 - more than any list has
            self.complain(name, f"「{text}」不是整數。", f"“{text}” is no whole number.")
            return None
        return int(text) if text else None

    def _yes(self, name: str) -> bool:
        text = self.text(name).lower()
        if text not in _YES | _NO:
            self.complain(name, "請填「yes」或留空。", "Write “yes”, or leave it empty.")
        return text in _YES

    def _listed(self, name: str) -> tuple[str, ...]:
        words = self.text(name).replace("、", ",").replace("，", ",").split(",")
        return tuple(sorted({word.strip() for word in words} - {""}))

    def _numbers(self, name: str) -> tuple[int, ...]:
        words = self._listed(name)
        if not all(word in {"1", "2"} for word in words):
            self.complain(name, "請填1、2或「1,2」。", "Write 1, 2 or “1,2”.")
            return ()
        return tuple(int(word) for word in words)
