"""Budget figures from a file: each row new, restated or on record already, and what is to be corrected in it."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from hashlib import sha256

from coretech.apps.audit.acting import Acting
from coretech.apps.plans.models import PlanVersion
from coretech.apps.reports.models import BudgetFigure
from coretech.apps.reports.spending.budgets import (
    LONGEST_WHY,
    Given,
    Place,
    columns_of,
    place_of,
    standing_figures,
)
from coretech.kit.refusal import Refused
from coretech.kit.sentence import Sentence
from coretech.readers.budgets.rows import BudgetRow, read_budgets
from coretech.readers.seats.grid import MOST_FINDINGS, Finding

_TWICE = Sentence(
    "同一項目、機關、年度、階段、財源在檔案裡出現兩次。",
    "The file has this entry, agency, year, stage and source twice.",
)
_WHY = Sentence(
    "與已登錄的金額不同；請在「重述理由」說明。", "It differs from the figure on record; say why."
)


class Kind(StrEnum):
    """What a row would do."""

    NEW = "new"
    RESTATED = "restated"
    SAME = "same"


@dataclass(frozen=True, slots=True)
class Change:
    """A row as it would be taken over; ``before`` is the figure it restates or repeats."""

    row: BudgetRow
    kind: Kind
    before: BudgetFigure | None


@dataclass(frozen=True, slots=True)
class Intake:
    """What a file would write; nothing where there is anything to correct."""

    changes: tuple[Change, ...]
    findings: tuple[Finding, ...]

    @property
    def writes(self) -> tuple[Change, ...]:
        """The rows that would be written."""
        return tuple(each for each in self.changes if each.kind is not Kind.SAME)

    @property
    def counts(self) -> dict[Kind, int]:
        """How many rows of each kind."""
        found = Counter(each.kind for each in self.changes)
        return {kind: found[kind] for kind in Kind}

    @property
    def digest(self) -> str:
        """What tells this intake from another: the rows, and the figures they meet."""
        told = [(each.kind, repr(each.row), each.before and each.before.pk) for each in self.changes]
        return sha256(repr(told).encode()).hexdigest()


def intake_of(by: Acting, version: PlanVersion, raw: bytes) -> Intake:
    """What a file would write into a plan; nothing is written.

    Raises:
        Refused: (HTTP 422) for a file that cannot be read as a table of figures.
    """
    read = read_budgets(raw)
    standing = {place_of(each): each for each in standing_figures(by, version.plan)}
    changes, findings = [], list(read.findings)
    for row in read.rows:
        change = _change(row, standing)
        findings += _wrong(by, version, change)
        changes.append(change)
    findings += _repeated(read.rows)
    told = sorted(findings, key=lambda each: each.line)[:MOST_FINDINGS]
    return Intake(tuple(changes), tuple(told))


def given_of(row: BudgetRow) -> Given:
    """A row as a figure to record."""
    return Given(_place(row), row.amount, row.document, demonstration=row.demonstration)


def rows_of(figures: Iterable[BudgetFigure], titles: dict[str, str]) -> list[BudgetRow]:
    """Stored figures as rows of a file."""
    return [
        BudgetRow(
            element=each.element_key,
            title=titles.get(each.element_key, ""),
            agency="" if each.agency is None else each.agency.code,
            year=each.year,
            stage=each.stage,
            source=each.source,
            amount=Decimal(each.amount),
            document=each.document,
            why=each.why,
            demonstration=each.demonstration,
        )
        for each in figures
    ]


def _place(row: BudgetRow) -> Place:
    return Place(row.element, row.agency, row.year, row.stage, row.source)


def _change(row: BudgetRow, standing: dict[Place, BudgetFigure]) -> Change:
    before = standing.get(_place(row))
    if before is None:
        return Change(row, Kind.NEW, None)
    same = before.amount == row.amount and before.document == row.document
    return Change(row, Kind.SAME if same else Kind.RESTATED, before)


def _wrong(by: Acting, version: PlanVersion, change: Change) -> list[Finding]:
    row = change.row
    if change.kind is Kind.RESTATED and not 0 < len(row.why) <= LONGEST_WHY:
        return [row.finding("why", _WHY)]
    try:
        columns_of(by, version, given_of(row))
    except Refused as refusal:
        return [row.finding(refusal.field or "agency", refusal.sentence)]
    return []


def _repeated(rows: Sequence[BudgetRow]) -> list[Finding]:
    seen: set[Place] = set()
    found = []
    for row in rows:
        if _place(row) in seen:
            found.append(row.finding("", _TWICE))
        seen.add(_place(row))
    return found
