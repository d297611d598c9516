"""A table whose first line names its columns: opened, checked, and its lines read one by one."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from coretech.kit.sentence import Sentence
from coretech.readers.seats.csv_text import read_csv
from coretech.readers.seats.grid import MOST_BYTES, MOST_FINDINGS, Finding, Grid, Line, bad_file, letter
from coretech.readers.seats.ods import read_ods

_ZIP = b"PK\x03\x04"
_OTHERS = (b"\xd0\xcf\x11\xe0", b"%PDF", b"\x89PNG", b"\xff\xd8\xff")

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Columns:
    """What a kind of table knows of its columns: a heading's name, a name's heading, and which must be there."""

    column_of: Callable[[str], str | None]
    heading: Callable[[str], str]
    required: Sequence[str]


class Reading(ABC, Generic[Row]):
    """One line being read, and what is wrong with it; ``places`` are its cells by column, such as ``C5``."""

    def __init__(self, line: Line, names: list[str], columns: Columns) -> None:
        """Begin with nothing found."""
        self.line, self._columns = line, columns
        self.cells = dict(zip(names, line.cells, strict=False))
        self.places = {
            name: f"{letter(place)}{line.number}" for place, name in enumerate(names, start=1) if name
        }
        self.findings: list[Finding] = []

    @abstractmethod
    def row(self) -> Row:
        """The row; findings say what in it could not be read."""

    def text(self, name: str) -> str:
        """A cell's words; none where the table has no such column."""
        return self.cells.get(name, "")

    def filled(self, name: str) -> str:
        """A cell's words; an empty one is a finding."""
        if not self.text(name):
            self.complain(name, "請填寫。", "Fill this in.")
        return self.text(name)

    def complain(self, name: str, zh: str, en: str) -> None:
        """Note what is wrong with a cell."""
        place, heading = self.places.get(name, ""), self._columns.heading(name)
        self.findings.append(Finding(self.line.number, f"{place} {heading}".strip(), Sentence(zh, en)))


def opened(raw: bytes, grid: Grid | None = None, most: int = MOST_BYTES) -> Grid:
    """The cells of an ODS or CSV file; which of the two is seen from its first bytes.

    Raises:
        Refused: (HTTP 422) for a file that is neither, is empty, or is larger than ``most`` bytes.
    """
    if len(raw) > most:
        raise bad_file(f"檔案超過{most // 1024}KB。", f"The file is larger than {most // 1024} KB.")
    if raw.startswith(_OTHERS):
        raise bad_file(
            "檔案不是ODS或CSV，請另存後再上傳。", "The file is neither ODS nor CSV; save it as one."
        )
    read = read_ods(raw, grid) if raw.startswith(_ZIP) else read_csv(raw, grid)
    if not read.lines:
        raise bad_file("檔案是空的。", "The file is empty.")
    return read


def rows_of(
    grid: Grid, columns: Columns, reading: Callable[[Line, list[str], Columns], Reading[Row]]
) -> tuple[tuple[Row, ...], tuple[Finding, ...]]:
    """The rows beneath the first line, and everything that cannot be read; rows with findings are left out.

    Raises:
        Refused: (HTTP 422) for a heading that names no column or one twice, and for a column that is missing.
    """
    names = _names(grid.lines[0], columns)
    findings = [Finding(each.line, f"{each.column}{each.line}", each.sentence) for each in grid.findings]
    wrong = {finding.line for finding in findings}
    rows: list[Row] = []
    for line in grid.lines[1:]:
        if line.number not in wrong:
            read = reading(line, names, columns)
            made = read.row()
            findings += read.findings
            rows += [] if read.findings else [made]
    return tuple(rows), tuple(sorted(findings, key=lambda each: each.line)[:MOST_FINDINGS])


def _names(line: Line, columns: Columns) -> list[str]:
    """The columns by the headings of the first line; a column without a heading is passed over."""
    names: list[str] = []
    for place, title in enumerate(line.cells, start=1):
        name = columns.column_of(title) if title else ""
        at = f"{letter(place)}{line.number}"
        if name is None:
            raise bad_file(
                f"{at}：不認得「{title}」欄；可用的欄位見說明。",
                f"{at}: there is no column “{title}”; the guide lists those there are.",
            )
        if name and name in names:
            heading = columns.heading(name)
            raise bad_file(f"{at}：「{heading}」欄出現兩次。", f"{at}: the column “{name}” is there twice.")
        names.append(name)
    for name in columns.required:
        if name not in names:
            raise bad_file(f"缺少「{columns.heading(name)}」欄。", f"The column “{name}” is missing.")
    return names
