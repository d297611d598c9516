"""The budget by industry and year, with what is printed as its sums."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from coretech.readers.plans.lines import Line
from coretech.readers.plans.wording import plain
from coretech.readers.programme.records import Budget

_YEAR = re.compile(r"(?:民國)?([0-9]{2,3})\s*年?度?")
_SUM = re.compile(r"小計|合計|總計|總和|總額")
_AMOUNT = re.compile(r"-?[0-9]{1,3}(?:,[0-9]{3})*(?:\.[0-9]+)?|-?[0-9]+(?:\.[0-9]+)?")
_UNIT = re.compile(r"單位\s*[：:]\s*(?:新[臺台]幣)?\s*(億元|百萬元|萬元|千元|元)")
_HUNDREDS_OF_MILLIONS = {"億元": 1, "百萬元": 100, "萬元": 10**4, "千元": 10**5, "元": 10**8}
_FEW = 2


@dataclass(frozen=True, slots=True)
class BudgetTable:
    """The amounts, and the sums as printed: by industry, by year, and of all (years None, or industry empty)."""

    rows: tuple[Budget, ...] = ()
    sums: tuple[tuple[str, int | None, float, int], ...] = ()
    unit_line: int = 0


def read_budget(lines: list[Line]) -> BudgetTable:
    """The first table whose head is years and whose every row is a name with amounts."""
    for place, line in enumerate(lines):
        years = _head(line)
        if years is None:
            continue
        found = _table(lines[place + 1 :], years, *_unit(lines[max(0, place - 4) : place]))
        if found.rows:
            return found
    return BudgetTable()


def _head(line: Line) -> dict[int, int | None] | None:
    """The columns of years, and that of the row's sum under None; the first column names the row."""
    if not line.is_row:
        return None
    cells = [plain(cell) for cell in line.cells]
    years = {index: _YEAR.fullmatch(cell) for index, cell in enumerate(cells) if index}
    found: dict[int, int | None] = {index: int(m.group(1)) for index, m in years.items() if m is not None}
    sums = {index: None for index, cell in enumerate(cells) if index and _SUM.fullmatch(cell)}
    named = [cell for index, cell in enumerate(cells) if index and index not in found and index not in sums]
    return {**found, **sums} if len(found) >= _FEW and not any(named) else None


def _unit(lines: Iterable[Line]) -> tuple[float, int]:
    """How many hundreds of millions one is in the table's unit, as its divisor, and where the unit is printed."""
    for line in lines:
        match = _UNIT.search(plain(line.text))
        if match is not None:
            return _HUNDREDS_OF_MILLIONS[match.group(1)], line.no
    return 1, 0


def _table(lines: list[Line], years: dict[int, int | None], divisor: float, unit_line: int) -> BudgetTable:
    rows: list[Budget] = []
    sums: list[tuple[str, int | None, float, int]] = []
    for line in lines:
        cells = [plain(cell).replace(" ", "") for cell in line.cells]
        amounts = {index: cells[index] for index in years if index < len(cells)}
        if not line.is_row or not all(_AMOUNT.fullmatch(text) for text in amounts.values()) or not amounts:
            break
        is_sum = _SUM.fullmatch(cells[0]) is not None
        for index, text in amounts.items():
            year, amount = years[index], round(float(text.replace(",", "")) / divisor, 6)
            if year is None or is_sum:
                sums.append(("" if is_sum else cells[0], year, amount, line.no))
            else:
                rows.append(Budget(cells[0], year, amount, line.no))
    return BudgetTable(tuple(rows), tuple(sums), unit_line)
