"""Writing accounts as the table that `rows.read_accounts` reads back without loss; and two rows to show how."""

import datetime as dt
from collections.abc import Iterable

from coretech.readers.accounts.columns import COLUMNS, heading
from coretech.readers.accounts.rows import AccountRow
from coretech.readers.seats.csv_text import write_csv
from coretech.readers.seats.ods import write_ods
from coretech.readers.seats.write import Format

_TABLE = "accounts"
_FIRST = dt.date(2026, 1, 1)

SAMPLE = (
    AccountRow(
        username="chen.officer",
        email="chen@agency.example",
        name_zh="陳範例",
        name_en="Chen Example",
        agency="moea",
        start=_FIRST,
    ),
    AccountRow(
        username="lin.announcer",
        email="lin@ey.example",
        name_zh="林範例",
        name_en="Lin Example",
        agency="ey",
        kind="announcer",
        start=_FIRST,
        end=dt.date(2027, 12, 31),
    ),
)
"""Two invented people: what a filled-in table looks like."""


def write_accounts(rows: Iterable[AccountRow], form: Format) -> bytes:
    """The rows as a file."""
    lines = [[heading(name) for name in COLUMNS], *(_cells(row) for row in rows)]
    return write_csv(lines) if form is Format.CSV else write_ods(lines, _TABLE)


def _cells(row: AccountRow) -> list[str]:
    return [_cell(getattr(row, name)) for name in COLUMNS]


def _cell(value: object) -> str:
    if isinstance(value, dt.date):
        return value.isoformat()
    return "" if value is None else str(value)
