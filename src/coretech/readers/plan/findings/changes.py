"""Columns of changes between two years that are not what the columns of those years give."""

import re
from collections.abc import Iterator

from coretech.kit.sentence import Sentence
from coretech.readers.plan.findings.figures import is_number, shown
from coretech.readers.plan.read import Read
from coretech.readers.plan.records import NumberTable
from coretech.readers.plans.finding import Finding, Kind

_CHANGE = re.compile(
    r"(?P<one>[0-9]{2,4})\s*年?\s*[～~\-–至]\s*(?P<other>[0-9]{2,4})\s*年?\s*(?:變動|增減|變化|差異)"
)


def changes(read: Read) -> Iterator[Finding]:
    """Rows whose change is not that of their years; of ranks and of amounts, for either is told by most rows."""
    for table in read.tables:
        for place, name in enumerate(table.header):
            match = _CHANGE.search(name)
            years = _years(table, match) if match is not None else None
            if years is not None:
                yield from _wrong(table, place, *years)


def _years(table: NumberTable, match: re.Match[str]) -> tuple[int, int] | None:
    """The columns of the earlier and of the later year."""
    found = []
    for written in match.groups():
        found += [
            place for place, name in enumerate(table.header) if re.fullmatch(rf"[0-9]*{written}\s*年?", name)
        ]
    if len(found) != 2:  # noqa: PLR2004 - two years
        return None
    one, other = sorted(found, key=lambda place: table.header[place])
    return one, other


def _wrong(table: NumberTable, place: int, earlier: int, later: int) -> Iterator[Finding]:
    rows = [row for row in table.rows if all(is_number(row[each]) for each in (place, earlier, later))]
    told = [(str(row[0]), _float(row[place]), _float(row[later]) - _float(row[earlier])) for row in rows]
    rising = sum(printed == grown for _, printed, grown in told)
    sign = 1 if rising > sum(printed == -grown for _, printed, grown in told) else -1
    for row, (name, printed, grown) in zip(rows, told, strict=True):
        if abs(printed - sign * grown) > 1e-6:  # noqa: PLR2004 - more than the noise of floats
            one, other = shown(_float(row[earlier])), shown(_float(row[later]))
            yield Finding(
                Kind.CONTRADICTION,
                (table.line,),
                Sentence(
                    f"表{table.no}「{name}」的變動印為 {shown(printed)}，但由 {one} 至 {other} 應為 "
                    f"{shown(sign * grown)}。",
                    f"Table {table.no}, “{name}”: the change is printed as {shown(printed)}; from {one} to {other} it "
                    f"is {shown(sign * grown)}.",
                ),
            )


def _float(value: str | float | None) -> float:
    return value if is_number(value) else 0.0
