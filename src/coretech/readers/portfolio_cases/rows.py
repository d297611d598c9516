"""From a file to the rows of candidates, each with the line it stands on, and what is to be corrected."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from coretech.kit.sentence import Sentence
from coretech.law.terms import Part
from coretech.readers.portfolio_cases.columns import REQUIRED, column_of, heading
from coretech.readers.seats.csv_text import read_csv
from coretech.readers.seats.grid import MOST_FINDINGS, Finding, Grid, Line, bad_file, letter
from coretech.readers.seats.ods import read_ods

MOST_BYTES = 1024 * 1024
LONGEST_CELL = 20_000
_ZIP = b"PK\x03\x04"
_OTHERS = (b"\xd0\xcf\x11\xe0", b"%PDF", b"\x89PNG", b"\xff\xd8\xff")
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
    if len(raw) > MOST_BYTES:
        raise bad_file(
            f"檔案超過{MOST_BYTES // 1024}KB。", f"The file is larger than {MOST_BYTES // 1024} KB."
        )
    if raw.startswith(_OTHERS):
        raise bad_file(
            "檔案不是ODS或CSV，請另存後再上傳。", "The file is neither ODS nor CSV; save it as one."
        )
    grid = Grid(longest=LONGEST_CELL, paragraphs=True)
    read = read_ods(raw, grid) if raw.startswith(_ZIP) else read_csv(raw, grid)
    if not read.lines:
        raise bad_file("檔案是空的。", "The file is empty.")
    return _rows(read)


def _rows(grid: Grid) -> CasesRead:
    names = _columns(grid.lines[0])
    findings = [Finding(each.line, f"{each.column}{each.line}", each.sentence) for each in grid.findings]
    wrong = {finding.line for finding in findings}
    rows = []
    for line in grid.lines[1:]:
        if line.number not in wrong:
            reading = _Reading(line, names)
            made = reading.row()
            findings += reading.findings
            rows += [] if reading.findings else [made]
    return CasesRead(tuple(rows), tuple(sorted(findings, key=lambda each: each.line)[:MOST_FINDINGS]))


def _columns(line: Line) -> list[str]:
    """The columns by the headings of the first line; a column without a heading is passed over."""
    names: list[str] = []
    for place, title in enumerate(line.cells, start=1):
        name = column_of(title) if title else ""
        at = f"{letter(place)}{line.number}"
        if name is None:
            raise bad_file(
                f"{at}：不認得「{title}」欄；可用的欄位見說明。",
                f"{at}: there is no column “{title}”; the guide lists those there are.",
            )
        if name and name in names:
            raise bad_file(
                f"{at}：「{heading(name)}」欄出現兩次。", f"{at}: the column “{name}” is there twice."
            )
        names.append(name)
    for name in REQUIRED:
        if name not in names:
            raise bad_file(f"缺少「{heading(name)}」欄。", f"The column “{name}” is missing.")
    return names


class _Reading:
    """One line being read, and what is wrong with it."""

    def __init__(self, line: Line, names: list[str]) -> None:
        """Begin with nothing found."""
        self.line = line
        self.cells = dict(zip(names, line.cells, strict=False))
        self.places = {
            name: f"{letter(place)}{line.number}" for place, name in enumerate(names, start=1) if name
        }
        self.findings: list[Finding] = []

    def row(self) -> CaseRow:
        """The row; findings say what in it could not be read."""
        parts = {part.value: self._text(part.value) for part in Part if self._text(part.value)}
        return CaseRow(
            line=self.line.number,
            places=self.places,
            agency=self._filled("agency"),
            kind=self._kind(),
            item=self._whole("item"),
            aspect=self._text("aspect"),
            ground=self._text("ground"),
            name_zh=self._filled("name_zh"),
            name_en=self._filled("name_en"),
            sector=self._filled("sector"),
            authority=self._text("authority"),
            why=self._filled("why"),
            case=self._yes("case"),
            parts=parts,
            harms=self._listed("harms"),
            limbs=self._numbers("limbs"),
        )

    def _text(self, name: str) -> str:
        return self.cells.get(name, "")

    def _filled(self, name: str) -> str:
        if not self._text(name):
            self._complain(name, "請填寫。", "Fill this in.")
        return self._text(name)

    def _kind(self) -> str:
        text = self._text("kind").lower()
        if text not in _KINDS:
            self._complain("kind", "請填identify或change。", "Write identify or change.")
        return _KINDS.get(text, "identify")

    def _whole(self, name: str) -> int | None:
        text = self._text(name)
        if text and not (text.isascii() and text.isdecimal() and len(text) <= 6):  # noqa: PLR2004 - more than any list has
            self._complain(name, f"「{text}」不是整數。", f"“{text}” is no whole number.")
            return None
        return int(text) if text else None

    def _yes(self, name: str) -> bool:
        text = self._text(name).lower()
        if text not in _YES | _NO:
            self._complain(name, "請填「yes」或留空。", "Write “yes”, or leave it empty.")
        return text in _YES

    def _listed(self, name: str) -> tuple[str, ...]:
        words = self._text(name).replace("、", ",").replace("，", ",").split(",")
        return tuple(sorted({word.strip() for word in words} - {""}))

    def _numbers(self, name: str) -> tuple[int, ...]:
        words = self._listed(name)
        if not all(word in {"1", "2"} for word in words):
            self._complain(name, "請填1、2或「1,2」。", "Write 1, 2 or “1,2”.")
            return ()
        return tuple(int(word) for word in words)

    def _complain(self, name: str, zh: str, en: str) -> None:
        place = self.places.get(name, "")
        self.findings.append(Finding(self.line.number, f"{place} {heading(name)}".strip(), Sentence(zh, en)))
