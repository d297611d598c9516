"""A plan as tables for a spreadsheet: one a kind of row, with figures one a line."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from coretech.readers.plan_files.rows import BudgetRow, ElementRow, Figures, FindingRow, PlanRows, TargetRow
from coretech.readers.register_files.ods_package import packed
from coretech.readers.register_files.ods_tables import content_xml, table_xml
from coretech.readers.seats.csv_text import write_csv

_NUMBERS = frozenset({"line", "last_line", "year", "amount_100m_ntd", "value", "upper"})
_LIST = "、"


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table: its name, its columns and its rows, every cell as text."""

    name: str
    columns: tuple[str, ...]
    rows: list[list[str]]
    numeric: tuple[bool, ...]


def sheets_of(rows: PlanRows) -> list[Sheet]:
    """All tables of a plan that hold anything, in printed order."""
    made = [
        _sheet("elements", _ELEMENTS, map(_element, rows.elements)),
        _sheet("work_items", _WORK, map(_cells, rows.work_items)),
        _sheet("targets", _TARGETS, map(_cells, rows.targets)),
        _sheet("figures", _FIGURES, (line for target in rows.targets for line in _figures(target))),
        _sheet("budget", _BUDGET, map(_budget, rows.budget)),
        *_number_tables(rows),
        _sheet("findings", _FINDINGS, map(_finding, rows.findings)),
    ]
    return [sheet for sheet in made if sheet.rows]


def write_ods(rows: PlanRows) -> bytes:
    """All tables as an OpenDocument spreadsheet; the same rows give the same bytes."""
    tables = (
        table_xml(sheet.name, [list(sheet.columns), *sheet.rows], sheet.numeric) for sheet in sheets_of(rows)
    )
    return packed(content_xml(tables))


def write_csv_of(rows: PlanRows, name: str) -> bytes | None:
    """One table as CSV; None where the plan has none of this name."""
    sheet = next((each for each in sheets_of(rows) if each.name == name), None)
    return None if sheet is None else write_csv([sheet.columns, *sheet.rows])


_ELEMENTS = (
    *("key", "kind", "code", "title", "parent", "under", "text", "category"),
    *("lead", "co", "named", "scheduled", "line", "last_line"),
)
_WORK = (
    *(
        "key",
        "parent",
        "measure",
        "item_no",
        "item_title",
        "approach_no",
        "approach_title",
        "work_no",
        "text",
    ),
    *("start", "end", "date_as_written", "lead", "co", "line", "confidence"),
)
_TARGETS = (
    *("key", "parent", "code", "measure_code", "measure_title", "under", "agencies", "text"),
    *("line", "confidence"),
)
_FIGURES = ("target", "year", "status", "text", "value", "upper", "unit", "cumulative", "line")
_BUDGET = ("key", "industry", "year", "amount_100m_ntd")
_FINDINGS = ("kind", "lines", "zh", "en")


def _sheet(name: str, columns: tuple[str, ...], rows: Iterable[dict[str, object]]) -> Sheet:
    lines = [[_text(row.get(column)) for column in columns] for row in rows]
    return Sheet(name, columns, lines, tuple(column in _NUMBERS for column in columns))


def _cells(row: object) -> dict[str, object]:
    return {name: getattr(row, name) for name in (*_WORK, *_TARGETS) if hasattr(row, name)}


def _element(row: ElementRow) -> dict[str, object]:
    return {name: getattr(row, name) for name in _ELEMENTS}


def _figures(target: TargetRow) -> Iterator[dict[str, object]]:
    """A line for each figure of each year, and one for a year without any."""
    for year in target.yearly:
        said: Figures = {"target": target.key, "year": year.year, "status": year.status, "text": year.text}
        for metric in year.metrics or ({},):
            yield {**said, **metric, "line": target.line}


def _budget(row: BudgetRow) -> dict[str, object]:
    return {"key": row.key, "industry": row.under, "year": row.year, "amount_100m_ntd": row.amount}


def _finding(row: FindingRow) -> dict[str, object]:
    return {"kind": row.kind, "lines": row.lines, "zh": row.zh, "en": row.en}


def _number_tables(rows: PlanRows) -> Iterator[Sheet]:
    for table in rows.tables:
        lines = [[_text(cell) for cell in row] for row in table.rows]
        width = max((len(line) for line in (table.header, *lines)), default=0)
        header = tuple([*table.header, *[""] * width][:width])
        filled = [[*line, *[""] * width][:width] for line in lines]
        numeric = tuple(_all_numbers(row[place : place + 1] for row in table.rows) for place in range(width))
        yield Sheet(table.key, header, filled, numeric)


def _all_numbers(cells: Iterable[tuple[object, ...]]) -> bool:
    return all(cell is None or isinstance(cell, int | float) for found in cells for cell in found)


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple | list):
        return _LIST.join(map(_text, value))
    return str(value)
