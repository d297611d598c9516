"""CSV in UTF-8, line by line: the rows as a spreadsheet counts them."""

import csv
import io
from collections.abc import Iterator

from coretech.readers.supplies.lines import FORMULA, MOST_COLUMNS, Flaw, Line, bad_file, too_wide

_FORMULA = ("=", "@")
_GUARDED = ("'=", "'@", "'+", "'-")
_MARKS = (*_FORMULA, "'")


def csv_lines(raw: bytes) -> Iterator[Line]:
    """The lines that hold anything.

    Raises:
        Refused: (HTTP 422) where it is no CSV, or a line has more columns than a return.
    """
    rows = csv.reader(io.TextIOWrapper(io.BytesIO(raw), "utf-8-sig", newline=""), strict=True)
    try:
        for number, cells in enumerate(rows, start=1):
            if any(cells):
                yield _line(number, cells)
    except csv.Error as error:
        raise bad_file(
            f"第{rows.line_num}列不是正確的CSV（{error}），請以試算表重新存成CSV（UTF-8）。",
            f"Line {rows.line_num} is no CSV ({error}); save it again as CSV (UTF-8) from a spreadsheet.",
        ) from None


def _line(number: int, cells: list[str]) -> Line:
    while cells and not cells[-1]:
        cells.pop()
    if len(cells) > MOST_COLUMNS:
        raise too_wide(number)
    if not any(cell.startswith(_MARKS) for cell in cells):
        return Line(number, tuple(cells))
    flaws = [Flaw(at, FORMULA) for at, cell in enumerate(cells, 1) if cell.startswith(_FORMULA)]
    return Line(number, tuple(_unguarded(cell) for cell in cells), tuple(flaws))


def _unguarded(cell: str) -> str:
    """The cell without the mark that keeps a spreadsheet from taking its text for a formula."""
    return cell[1:] if cell.startswith(_GUARDED) else cell
