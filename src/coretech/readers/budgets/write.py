"""Writing budget figures as the table that `rows.read_budgets` reads back without loss."""

from collections.abc import Iterable
from decimal import Decimal

from coretech.readers.budgets.columns import COLUMNS, heading
from coretech.readers.budgets.rows import BudgetRow
from coretech.readers.seats.csv_text import write_csv
from coretech.readers.seats.ods import write_ods
from coretech.readers.seats.write import Format

_TABLE = "budgets"


def write_budgets(rows: Iterable[BudgetRow], form: Format) -> bytes:
    """The rows as a file."""
    lines = [[heading(name) for name in COLUMNS], *(_cells(row) for row in rows)]
    return write_csv(lines) if form is Format.CSV else write_ods(lines, _TABLE)


def _cells(row: BudgetRow) -> list[str]:
    return [_cell(getattr(row, name)) for name in COLUMNS]


def _cell(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else ""
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    return str(value)
