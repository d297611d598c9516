"""From a file to the rows of accounts, each with the line it stands on, and what is to be corrected."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from coretech.kit.days import parse_day
from coretech.kit.sentence import Sentence
from coretech.readers.accounts.columns import REQUIRED, column_of, heading
from coretech.readers.seats.csv_text import read_csv
from coretech.readers.seats.grid import MOST_BYTES, MOST_FINDINGS, Finding, Grid, Line, bad_file, letter
from coretech.readers.seats.ods import read_ods

_ZIP = b"PK\x03\x04"
_OTHERS = (b"\xd0\xcf\x11\xe0", b"%PDF", b"\x89PNG", b"\xff\xd8\xff")
_KINDS = {
    "": "officer",
    "officer": "officer",
    "announcer": "announcer",
    "承辦人": "officer",
    "公告承辦人": "announcer",
}
_LANGUAGES = {
    "": "zh-hant",
    "zh": "zh-hant",
    "zh-hant": "zh-hant",
    "en": "en",
    "中文": "zh-hant",
    "英文": "en",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountRow:
    """An account, and the posting that goes with it; ``places`` are its cells by column, such as ``C5``."""

    line: int = field(default=0, compare=False)
    places: Mapping[str, str] = field(default_factory=dict, compare=False)
    username: str
    email: str
    language: str = "zh-hant"
    name_zh: str
    name_en: str = ""
    agency: str = ""
    kind: str = "officer"
    start: dt.date | None = None
    end: dt.date | None = None

    def finding(self, column: str, sentence: Sentence) -> Finding:
        """Something to correct in a cell of this row, or in the row as a whole."""
        place = self.places.get(column)
        return Finding(self.line, f"{place} {heading(column)}" if place else "", sentence)


@dataclass(frozen=True, slots=True)
class AccountsRead:
    """What a file says, and everything in it that cannot be read; rows with findings are left out."""

    rows: tuple[AccountRow, ...]
    findings: tuple[Finding, ...]


def read_accounts(raw: bytes) -> AccountsRead:
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
    read = read_ods(raw, Grid()) if raw.startswith(_ZIP) else read_csv(raw, Grid())
    if not read.lines:
        raise bad_file("檔案是空的。", "The file is empty.")
    return _rows(read)


def _rows(grid: Grid) -> AccountsRead:
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
    return AccountsRead(tuple(rows), tuple(sorted(findings, key=lambda each: each.line)[:MOST_FINDINGS]))


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

    def row(self) -> AccountRow:
        """The row; findings say what in it could not be read."""
        return AccountRow(
            line=self.line.number,
            places=self.places,
            username=self._filled("username"),
            email=self._filled("email"),
            language=self._one_of("language", _LANGUAGES),
            name_zh=self._filled("name_zh"),
            name_en=self._text("name_en"),
            agency=self._text("agency"),
            kind=self._one_of("kind", _KINDS),
            start=self._day("start"),
            end=self._day("end"),
        )

    def _text(self, name: str) -> str:
        return self.cells.get(name, "")

    def _filled(self, name: str) -> str:
        if not self._text(name):
            self._complain(name, "請填寫。", "Fill this in.")
        return self._text(name)

    def _one_of(self, name: str, words: Mapping[str, str]) -> str:
        found = words.get(self._text(name).lower())
        if found is None:
            shown = "、".join(sorted(set(words.values())))
            self._complain(name, f"請填{shown}之一。", f"Write one of {shown.replace('、', ', ')}.")
        return found or ""

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
        place = self.places.get(name, "")
        self.findings.append(Finding(self.line.number, f"{place} {heading(name)}".strip(), Sentence(zh, en)))
