"""Shares that are not what the amounts beside them give."""

from collections.abc import Iterator

from coretech.kit.sentence import Sentence
from coretech.readers.plan.findings.figures import TOTAL, decimals, is_number, is_share
from coretech.readers.plan.read import Read
from coretech.readers.plan.records import NumberTable
from coretech.readers.plans.finding import Finding, Kind

_NOUGHT = 1e-9


def share_rows(read: Read) -> Iterator[Finding]:
    """A row that is one row as a percentage of another, where a value is not what the two give."""
    for table in read.tables:
        share = next((row for row in table.rows if is_share(str(row[0]))), None)
        others = [row for row in table.rows if row is not share]
        if share is None or len(others) != 2:  # noqa: PLR2004 - a part and a whole
            continue
        for column in range(1, len(share)):
            what = f"{table.header[column]}的{share[0]}", f"{table.header[column]}, {share[0]}"
            yield from _compared(table, what, others[0][column], others[1][column], share[column])


def share_columns(read: Read) -> Iterator[Finding]:
    """Columns that say what share of the total the amounts beside them are."""
    for table in read.tables:
        names = table.header
        total = next(
            (place for place, name in enumerate(names) if TOTAL.search(name) and not is_share(name)), None
        )
        if total is None:
            continue
        for place, name in enumerate(names):
            group = name.partition(" ")[0]
            amount = names[place - 1] if place else ""
            if is_share(name) and amount.partition(" ")[0] == group and not is_share(amount):
                for row in table.rows:
                    what = f"{row[0]}「{name}」", f"{row[0]}, “{name}”"
                    yield from _compared(table, what, row[place - 1], row[total], row[place])


def _compared(
    table: NumberTable,
    what: tuple[str, str],
    part: str | float | None,
    whole: str | float | None,
    printed: str | float | None,
) -> Iterator[Finding]:
    """A finding where a share is off by more than the rounding of it and of its amounts."""
    if not (is_number(part) and is_number(whole) and is_number(printed)) or not whole:
        return
    real = part / whole * 100
    places = max(decimals(value) for row in table.rows for value in row if is_number(value))
    rounding = 0.5 * 10**-places + 50 / abs(whole)
    if abs(real - printed) > rounding + _NOUGHT:
        zh, en = what
        yield Finding(
            Kind.CONTRADICTION,
            (table.line,),
            Sentence(
                f"表{table.no} {zh}印為 {printed}%，依其金額應為 {real:.{places}f}%。",
                f"Table {table.no}, {en} is printed as {printed} %; its amounts give {real:.{places}f} %.",
            ),
        )
