"""Writing a board as the table that `rows.read_board` reads back without loss."""

import datetime as dt
from collections.abc import Iterable, Iterator
from enum import StrEnum

from coretech.readers.seats.columns import COLUMNS, heading
from coretech.readers.seats.csv_text import write_csv
from coretech.readers.seats.ods import write_ods
from coretech.readers.seats.rows import SeatRow

_TABLE = "seats"


class Format(StrEnum):
    """How the table is written."""

    CSV = "csv"
    ODS = "ods"


MEDIA_TYPES = {
    Format.CSV: "text/csv; charset=utf-8",
    Format.ODS: "application/vnd.oasis.opendocument.spreadsheet",
}


def write_board(rows: Iterable[SeatRow], form: Format) -> bytes:
    """The rows as a file."""
    lines = [[heading(name) for name in COLUMNS], *_lines(rows)]
    return write_csv(lines) if form is Format.CSV else write_ods(lines, _TABLE)


def _lines(rows: Iterable[SeatRow]) -> Iterator[list[str]]:
    for row in rows:
        yield [_cell(getattr(row, name)) for name in COLUMNS]


def _cell(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else ""
    if isinstance(value, dt.date):
        return value.isoformat()
    return "" if value is None else str(value)
