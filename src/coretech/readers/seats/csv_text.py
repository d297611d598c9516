"""CSV: UTF-8 with commas, as a spreadsheet opens and saves it."""

import csv
import io
from collections.abc import Iterable, Sequence

from coretech.readers.seats.grid import Grid, bad_file

_FORMULA = ("=", "+", "-", "@")
_BIG5 = "cp950"
_GUARD = "'"


def read_csv(raw: bytes, into: Grid | None = None) -> Grid:
    """The cells of a CSV file, into a board's grid or the one given.

    Raises:
        Refused: (HTTP 422) for text that is not UTF-8 or no CSV.
    """
    grid = Grid() if into is None else into
    rows = csv.reader(io.StringIO(_decoded(raw), newline=""), strict=True)
    try:
        for number, cells in enumerate(rows, start=1):
            grid.add(number, [_plain(grid, number, at, cell) for at, cell in enumerate(cells, 1)])
    except csv.Error as error:
        line = rows.line_num
        raise bad_file(
            f"第{line}列不是正確的CSV（{error}），請以試算表重新存成CSV（UTF-8）。",
            f"Line {line} is no CSV ({error}); save it again as CSV (UTF-8) from a spreadsheet.",
        ) from None
    return grid


def write_csv(rows: Iterable[Sequence[str]]) -> bytes:
    """Rows as CSV with a byte-order mark; text that a spreadsheet would take for a formula begins with ``'``."""
    text = io.StringIO(newline="")
    csv.writer(text).writerows([_guarded(cell) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def _decoded(raw: bytes) -> str:
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        place = raw.count(b"\n", 0, error.start) + 1
        if _is_big5(raw):
            raise bad_file(
                "檔案是Big5編碼，請另存為CSV（UTF-8）。", "The file is in Big5; save it as CSV (UTF-8)."
            ) from None
        raise bad_file(
            f"第{place}列起不是UTF-8文字，請存成CSV（UTF-8）或ODS。",
            f"From line {place} on it is not UTF-8 text; save it as CSV (UTF-8) or ODS.",
        ) from None


def _is_big5(raw: bytes) -> bool:
    try:
        raw.decode(_BIG5)
    except UnicodeDecodeError:
        return False
    return True


def _plain(grid: Grid, line: int, place: int, cell: str) -> str:
    """The cell without the guard against formulas; a formula itself is something to correct."""
    text = cell.replace("\r\n", "\n").strip()
    if text.startswith(_GUARD) and text.lstrip(_GUARD).startswith(_FORMULA):
        return text[1:]
    if text.startswith(_FORMULA) and len(text) <= grid.longest:
        grid.complain(
            line,
            place,
            "是公式，請改填文字或數值。",
            "It is a formula; put in the text or the number itself.",
        )
    return text


def _guarded(cell: str) -> str:
    return _GUARD + cell if cell.lstrip(_GUARD).startswith(_FORMULA) else cell
