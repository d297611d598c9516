"""Totals of the tables of numbers that their parts do not come to."""

import re
from collections.abc import Iterator

from coretech.kit.sentence import Sentence
from coretech.readers.plan.findings.figures import TOTAL, decimals, is_number, is_share, numbers_of, shown
from coretech.readers.plan.read import Read
from coretech.readers.plan.records import NumberTable
from coretech.readers.plans.finding import Finding, Kind

_NOUGHT = 1e-9


def column_totals(read: Read) -> Iterator[Finding]:
    """Total rows that the rows above do not come to; shares are not added."""
    for table in read.tables:
        for place, row in enumerate(table.rows):
            if TOTAL.search(str(row[0])):
                for column in range(1, len(row)):
                    yield from _column(table, place, column)


def _column(table: NumberTable, place: int, column: int) -> Iterator[Finding]:
    printed = table.rows[place][column]
    numbers = numbers_of(row[column] for row in table.rows[:place] if not TOTAL.search(str(row[0])))
    if is_number(printed) and numbers and not is_share(table.header[column]):
        yield from _compared(
            table, f"「{table.header[column]}」", f"column “{table.header[column]}”", printed, numbers
        )


def row_totals(read: Read) -> Iterator[Finding]:
    """Total columns that the columns of the same kind beside them do not come to."""
    for table in read.tables:
        totals = [
            place for place, name in enumerate(table.header) if TOTAL.search(name) and not is_share(name)
        ]
        if len(totals) == 1 and totals[0] > 1:
            yield from _rows(table, totals[0])


def _rows(table: NumberTable, total: int) -> Iterator[Finding]:
    kind = _kind(table.header[total])
    columns = [
        place
        for place, name in enumerate(table.header)
        if place not in {0, total} and _kind(name) == kind and not is_share(name)
    ]
    for row in table.rows:
        numbers = numbers_of(row[place] for place in columns)
        printed = row[total]
        if is_number(printed) and len(numbers) > 1:
            yield from _compared(table, f"「{row[0]}」", f"row “{row[0]}”", printed, numbers)


def _kind(name: str) -> str:
    """What a column of a group holds: the words after its group's."""
    return re.sub(r"^\S+", "", name)


def _compared(
    table: NumberTable, zh: str, en: str, printed: float, numbers: list[float]
) -> Iterator[Finding]:
    """A finding where a total is off by more than its parts' rounding."""
    total = round(sum(numbers), 6)
    places = max(map(decimals, [printed, *numbers]))
    rounding = 0.5 * 10**-places * (len(numbers) + 1) if places or len(numbers) < 10 else 0  # noqa: PLR2004 - a few
    if abs(printed - total) > rounding + _NOUGHT:
        apart = round(printed - total, 6)
        yield Finding(
            Kind.SUM,
            (table.line,),
            Sentence(
                f"表{table.no}{zh}合計印為 {shown(printed)}，逐項相加為 {shown(total)}，相差 {shown(apart)}。",
                f"Table {table.no}, {en}: the total is printed as {shown(printed)}; its parts come to {shown(total)}, "
                f"which differs by {shown(apart)}.",
            ),
        )
