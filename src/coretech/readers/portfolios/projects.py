"""The projects of a portfolio, and the rows that are none, each by its line."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass, field

from coretech.kit.sentence import Sentence
from coretech.readers.portfolios.columns import COLUMNS, REQUIRED, Columns, require_columns
from coretech.readers.portfolios.tables import Line, Table

LONGEST = {"id": 80, "title": 500, "abstract": 20_000, "agency": 120, "year": 40, "budget": 30}
Cells = Mapping[str, str]
"""What a row holds, by what we call its columns."""
_YEAR = re.compile(r"(?:民國|西元)?\s*(\d{3,4}(?!\d)|\d{2}(?=\s*(?:年|$)))")
_DAY = re.compile(r"(?:民國|西元)?\s*(1\d\d|(?:19|20)\d\d)(?:0[1-9]|1[0-2])(?:[0-3]\d)?(?!\d)")
_MONEY = re.compile(r"-?\d{1,15}(?:\.\d+)?")
_BROKEN = "\N{REPLACEMENT CHARACTER}"
_GREGORIAN = 1912
_LATEST = 2999


@dataclass(frozen=True, slots=True)
class Project:
    """One project: ``year`` is Gregorian, ``budget`` as the file has it, both may be missing."""

    line: int
    id: str
    title: str
    abstract: str = ""
    agency: str = ""
    year: int | None = None
    budget: str = ""

    @property
    def text(self) -> str:
        """What is compared with the items."""
        return f"{self.title}\n{self.abstract}".strip()

    def as_dict(self) -> dict[str, object]:
        """The project as it is kept."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class Fault:
    """A row that is left out, or, ``kept``, one that is taken without a cell nobody could read: where, what to do."""

    line: int
    column: str
    sentence: Sentence
    kept: bool = False

    def as_dict(self) -> dict[str, object]:
        """The fault as it is kept and shown."""
        return {
            "line": self.line,
            "column": COLUMNS[self.column].heading if self.column else "",
            "zh": self.sentence.zh,
            "en": self.sentence.en,
            "kept": self.kept,
        }


@dataclass(slots=True)
class Read:
    """What a file holds: the projects in order, and what was wrong."""

    projects: list[Project] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)

    @property
    def left_out(self) -> int:
        """How many rows are left out."""
        return sum(not fault.kept for fault in self.faults)


def read_projects(table: Table, columns: Columns) -> Read:
    """Every project of the table; a row without an id or title, broken, or of an id met before is left out.

    A project whose agency, year or budget cannot be read is taken without it: it must not be missed for that.

    Raises:
        Refused: (HTTP 422) for columns that are not the table's, and a file that turns out damaged.
    """
    require_columns(columns, table.headings)
    places = {name: table.headings.index(told) for name, told in columns.items() if told}
    read, seen = Read(), dict[str, int]()
    for line in table.lines:
        cells = {
            name: line.cells[place].replace("\x00", "").strip() if place < len(line.cells) else ""
            for name, place in places.items()
        }
        found = _wrong(line, cells, seen)
        read.faults += found
        if all(fault.kept for fault in found):
            project = _project(line, cells | {fault.column: "" for fault in found})
            seen[project.id] = project.line
            read.projects.append(project)
    return read


def _wrong(line: Line, cells: Cells, seen: Mapping[str, int]) -> list[Fault]:
    """The first thing for which a row is left out, or else all its cells that cannot be read."""
    if line.broken:
        return [Fault(line.number, "", Sentence("不是一個JSON物件。", "It is no JSON object."))]
    for name, problem in _PROBLEMS:
        sentence = problem(name, cells, seen)
        if sentence is not None:
            return [Fault(line.number, name, sentence)]
    unread = {name: told for name, problem in _UNREAD if (told := problem(name, cells, seen)) is not None}
    return [Fault(line.number, name, told, kept=True) for name, told in unread.items()]


def _project(line: Line, cells: Cells) -> Project:
    return Project(
        line.number,
        cells["id"],
        cells["title"],
        cells.get("abstract", ""),
        cells.get("agency", ""),
        year_of(cells.get("year", "")),
        cells.get("budget", "").replace(",", ""),
    )


def year_of(text: str) -> int | None:
    """The Gregorian year in which ``113``, ``民國113年``, ``2024-08`` or ``113/08/01~114/07/31`` begins, or None."""
    found = _YEAR.match(text.strip()) or _DAY.match(text.strip())
    if found is None:
        return None
    year = int(found[1])
    return year if _GREGORIAN <= year <= _LATEST else year + 1911 if year < _GREGORIAN else None


_Problem = Callable[[str, Cells, Mapping[str, int]], Sentence | None]


def _missing(name: str, cells: Cells, _seen: Mapping[str, int]) -> Sentence | None:
    return None if cells.get(name) else Sentence("是空的，請補上。", "It is empty; fill it in.")


def _broken(name: str, cells: Cells, _seen: Mapping[str, int]) -> Sentence | None:
    if _BROKEN not in cells.get(name, ""):
        return None
    return Sentence(
        "含有無法解讀的字元，請存成UTF-8。", "It holds characters that are no UTF-8; save it as UTF-8."
    )


def _too_long(name: str, cells: Cells, _seen: Mapping[str, int]) -> Sentence | None:
    most = LONGEST[name]
    if len(cells.get(name, "")) <= most:
        return None
    return Sentence(f"超過{most}個字，請縮短。", f"It is longer than {most} characters; shorten it.")


def _twice(name: str, cells: Cells, seen: Mapping[str, int]) -> Sentence | None:
    before = seen.get(cells[name])
    if before is None:
        return None
    return Sentence(f"與第{before}列重複。", f"Line {before} has the same.")


def _no_year(name: str, cells: Cells, _seen: Mapping[str, int]) -> Sentence | None:
    told = cells.get(name, "")
    if not told or year_of(told) is not None:
        return None
    return Sentence("不是年度，例如113或2024。", "It is no year, such as 113 or 2024.")


def _no_money(name: str, cells: Cells, _seen: Mapping[str, int]) -> Sentence | None:
    told = cells.get(name, "").replace(",", "")
    if not told or _MONEY.fullmatch(told):
        return None
    return Sentence("不是金額，請只填數字。", "It is no amount; give digits only.")


_PROBLEMS: Iterable[tuple[str, _Problem]] = (
    *((name, _missing) for name in REQUIRED),
    *((name, problem) for name in (*REQUIRED, "abstract") for problem in (_broken, _too_long)),
    ("id", _twice),
)
"""For what a row is left out, the first first."""
_UNREAD: Iterable[tuple[str, _Problem]] = (
    *((name, problem) for name in ("agency", "year", "budget") for problem in (_broken, _too_long)),
    ("year", _no_year),
    ("budget", _no_money),
)
"""What makes a cell be left out, and its row be taken without it."""
