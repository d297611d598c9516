"""CSV (RFC 4180) in UTF-8 with a byte-order mark: one line a version.

A text that a spreadsheet would take for a formula begins with an apostrophe; reading takes it off again.
"""

import csv
import io
import re
from collections.abc import Iterable, Sequence

from coretech.readers.register_files.columns import COLUMNS, cells_of, entry_of, require_columns
from coretech.readers.register_files.errors import bad_file
from coretech.readers.register_files.records import RegisterFile

MEDIA_TYPE = "text/csv"
_FORMULA = re.compile(
    r"[\s']*[=+\-@＝＋－＠]"
)  # spreadsheets set for Chinese take the full-width signs as well
_GUARD = "'"


def write(file: RegisterFile) -> bytes:
    """The entries; a table has no place for what the file is about."""
    return write_rows([list(COLUMNS), *map(cells_of, file.entries)])


def read(raw: bytes) -> RegisterFile:
    """The entries of a file that `write` made.

    Raises:
        Refused: (HTTP 422) for any other file, with the line and the column.
    """
    heading, *rows = read_rows(raw) or [[]]
    require_columns(heading)
    return RegisterFile(None, tuple(entry_of(at, named(at, heading, row)) for at, row in enumerate(rows, 2)))


def write_rows(rows: Iterable[Sequence[str]]) -> bytes:
    """Cells as CSV, guarded."""
    text = io.StringIO(newline="")
    csv.writer(text).writerows([_guarded(cell) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def read_rows(raw: bytes) -> list[list[str]]:
    """The cells of a CSV, without their guards.

    Raises:
        Refused: (HTTP 422) for what is no CSV in UTF-8.
    """
    try:
        text = raw.decode("utf-8-sig")
        rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    except (UnicodeDecodeError, csv.Error):
        raise bad_file("檔案不是UTF-8的CSV。", "The file is no CSV in UTF-8.") from None
    return [[unguarded(cell) for cell in row] for row in rows]


def named(line: int, heading: Sequence[str], row: Sequence[str]) -> dict[str, str]:
    """The cells of a line by their columns (HTTP 422 where there are too many or too few)."""
    if len(row) != len(heading):
        raise bad_file(
            f"第{line}列有{len(row)}格，應有{len(heading)}格。",
            f"Line {line} has {len(row)} cells and should have {len(heading)}.",
        )
    return dict(zip(heading, row, strict=True))


def _guarded(cell: str) -> str:
    return _GUARD + cell if _FORMULA.match(cell) else cell


def unguarded(cell: str) -> str:
    """A cell without the apostrophe that `write_rows` puts before what looks like a formula."""
    return cell[1:] if cell.startswith(_GUARD) and _FORMULA.match(cell) else cell
