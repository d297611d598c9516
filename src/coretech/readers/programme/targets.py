"""The tables of targets: for the whole term, and for each year."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from coretech.readers.plans.agencies import agencies_in
from coretech.readers.plans.lines import Line
from coretech.readers.plans.wording import joined, plain, tidy, untagged
from coretech.readers.programme.metrics import metrics
from coretech.readers.programme.records import Cell, Status, Target

_MEASURE = re.compile(
    r"(?P<code>[0-9]{1,2}[.\-－][0-9]{1,2})(?![0-9.\-])\s*(?P<title>\D.*|\d+\D.*)", re.DOTALL
)
_TARGET = re.compile(
    r"(?P<code>[0-9]{1,2}[.\-－][0-9]{1,2}[.\-－][0-9]{1,2})(?![0-9])\.?\s*(?P<text>.*)", re.DOTALL
)
_YEAR = re.compile(r"(?:民國)?([0-9]{2,3})\s*年?度?")
_DASH = re.compile(r"[\-－–—]+")
_RULE = re.compile(r"[\-|\s]*")
_LONGEST_HEAD, _SHORT_HEAD = 13, 9
_GROUP = re.compile(r"[(（][一二三四五六七八九十]+[)）]\s*(?P<title>.+)", re.DOTALL)


@dataclass(slots=True)
class Row:
    """A target while its table is read; its cells grow across a page's end."""

    code: str
    line: int
    measure: str
    measure_line: int
    text: str
    agencies: str
    years: dict[str, str]
    group: str
    lines: list[int] = field(default_factory=list)


@dataclass(slots=True)
class Table:
    """What the target tables hold: their rows, the titles of their measures by code, and texts that belong nowhere."""

    rows: list[Row] = field(default_factory=list)
    titles: dict[str, str] = field(default_factory=dict)
    agencies: dict[str, str] = field(default_factory=dict)
    title_lines: dict[str, int] = field(default_factory=dict)
    strays: list[tuple[int, str]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Head:
    """Which column is which."""

    measure: int
    agencies: int
    text: int
    years: dict[int, str]


def read_targets(lines: list[Line]) -> Table:
    """The rows of every table of targets in a document, in printed order."""
    return _Reading().read(lines)


def targets(table: Table, industry_of: dict[str, str]) -> list[Target]:
    """The targets in printed order; ``industry_of`` gives the industry of a measure's first number."""
    begun: set[str] = set()
    found = []
    for row in table.rows:
        found.append(_target(row, table, industry_of, below=row.measure in begun))
        begun.add(row.measure)
    return found


def _target(row: Row, table: Table, industry_of: dict[str, str], *, below: bool) -> Target:
    """A row's target; ``below`` says that another of its measure stands above it, whose cells it may share."""
    code = row.code
    merged = below and not any(row.years.values())
    measure = code.rpartition(".")[0]
    title = table.titles.get(measure) or table.titles.get(row.measure, "")
    return Target(
        code=code,
        measure_code=measure,
        measure_title=title,
        industry=industry_of.get(code.partition(".")[0], ""),
        agencies=agencies_in(row.agencies).lead,
        text=row.text,
        yearly={year: _cell(text, merged=merged) for year, text in row.years.items()},
        line=row.line,
        sure="medium" if merged else "high",
    )


def _cell(text: str, *, merged: bool) -> Cell:
    if _DASH.fullmatch(text):
        return Cell(None, Status.NONE)
    if not text:
        return Cell(None, Status.MERGED if merged else Status.BLANK)
    return Cell(text, Status.TEXT, metrics(text))


class _Reading:
    """Where the reader is among the tables."""

    def __init__(self) -> None:
        self.table = Table()
        self._head: _Head | None = None
        self._columns: dict[str, int] | None = None
        self._measure, self._measure_line, self._agencies, self._group = "", 0, "", ""

    def read(self, lines: list[Line]) -> Table:
        for line in lines:
            if line.is_row:
                self._line(line)
            elif _ends_tables(line):
                self._head = None
            else:
                group = _GROUP.match(plain(line.text))
                self._group = group.group("title") if group else self._group
        return self.table

    def _line(self, line: Line) -> None:
        columns = _columns(line)
        if columns is not None:
            self._columns = columns
            return
        years = _years(line)
        if years is not None and self._columns is not None:
            self._head = _Head(**self._columns, years=years)
        elif _is_head_of_another(line):
            self._head = self._columns = None
        elif self._head is not None and not _RULE.fullmatch(line.text):
            self._row(line, self._head)

    def _row(self, line: Line, head: _Head) -> None:
        cells = {index: plain(raw) for index, raw in enumerate(line.cells)}
        group = _GROUP.match(cells.get(head.measure, ""))
        if group is not None and not any(text for index, text in cells.items() if index != head.measure):
            self._group = group.group("title")
            return
        self._take_measure(cells.get(head.measure, ""), line)
        self._take_agencies(
            untagged(line.cells[head.agencies]) if head.agencies < len(line.cells) else "", line
        )
        found = _TARGET.match(cells.get(head.text, ""))
        if found is not None:
            self._begin(found, cells, head, line)
        else:
            self._grow(cells, head, line)

    def _take_measure(self, text: str, line: Line) -> None:
        """A measure's title; one without a number ends the title above."""
        titles = self.table.titles
        match = _MEASURE.match(text)
        if match is not None:
            self._measure, self._measure_line = _dotted(match.group("code")), line.no
            self._agencies = ""
            titles.setdefault(self._measure, tidy(match.group("title")))
            self.table.title_lines.setdefault(self._measure, line.no)
        elif text and self._measure:
            titles[self._measure] = joined(titles[self._measure], text, spaced=True)

    def _take_agencies(self, text: str, line: Line) -> None:
        if not text:
            return
        rows, fresh = self.table.rows, self._measure_line == line.no
        begins = fresh or any(_TARGET.match(plain(cell)) for cell in line.cells)
        if begins or not rows:
            self._agencies = text
        else:
            self._agencies = f"{self._agencies} {text}"
            for row in rows:
                if row.measure == self._measure:
                    row.agencies = self._agencies
        self.table.agencies.setdefault(self._measure, self._agencies)

    def _begin(self, found: re.Match[str], cells: dict[int, str], head: _Head, line: Line) -> None:
        years = {year: cells.get(index, "") for index, year in head.years.items()}
        code = _dotted(found.group("code"))
        text = tidy(found.group("text"))
        self.table.rows.append(
            Row(
                code,
                line.no,
                self._measure,
                self._measure_line,
                text,
                self._agencies,
                years,
                self._group,
                [line.no],
            )
        )

    def _grow(self, cells: dict[int, str], head: _Head, line: Line) -> None:
        """A row without a number ends the cells of the row above."""
        if not self.table.rows:
            self.table.strays += [(line.no, text) for text in cells.values() if text]
            return
        row = self.table.rows[-1]
        row.lines.append(line.no)
        row.text = joined(row.text, cells.get(head.text, ""), spaced=True)
        for index, year in head.years.items():
            row.years[year] = joined(row.years.get(year, ""), cells.get(index, ""), spaced=True)


def _columns(line: Line) -> dict[str, int] | None:
    """Where the measure, the agencies and the whole term's target stand, if the line is the head of such a table."""
    cells = [plain(cell) for cell in line.cells]
    found = {
        "measure": next(_having(cells, r"策略|措施"), None),
        "agencies": next(_having(cells, r"機關|單位"), None),
        "text": next(_having(cells, r"(?:全|總)[期程]?目標|總目標"), None),
    }
    known = {name: index for name, index in found.items() if index is not None}
    return known if len(known) == len(found) and any(_having(cells, r"年度?目標|分年")) else None


def _having(cells: list[str], words: str) -> Iterator[int]:
    return (
        index for index, cell in enumerate(cells) if len(cell) <= _LONGEST_HEAD and re.search(words, cell)
    )


def _years(line: Line) -> dict[int, str] | None:
    """The years' columns, if the line holds nothing but years."""
    cells = [(index, plain(cell)) for index, cell in enumerate(line.cells)]
    named = [(index, _YEAR.fullmatch(cell)) for index, cell in cells if cell]
    if len(named) < 2 or any(match is None for _, match in named):  # noqa: PLR2004 - one number alone is a figure
        return None
    return {index: match.group(1) for index, match in named if match is not None}


def _is_head_of_another(line: Line) -> bool:
    """Whether the row heads a table of another kind: several short names, no number, none of ours."""
    cells = [plain(cell) for cell in line.cells]
    return all(cell and len(cell) <= _SHORT_HEAD and not re.search(r"[0-9\-]", cell) for cell in cells)


def _ends_tables(line: Line) -> bool:
    """Whether a chapter begins: a heading numbered 壹, 貳 and so on."""
    return re.match(r"\s*#*\s*(?:\*\*)?[壹貳參肆伍陸柒捌玖拾]+、", line.text) is not None


def _dotted(code: str) -> str:
    return ".".join(re.findall(r"[0-9]+", code))
