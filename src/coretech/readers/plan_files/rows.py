"""A plan of any kind as rows: what it is stored as, compared by, and written out in tables.

The three kinds share their rows. Whatever has a name is an element: an industry, a goal, a strategy, a measure, a
programme, an agency. A row's ``key`` stays the same from one version of the plan to the next, so that what was reported
on a row is found again.
"""

from dataclasses import dataclass

from pydantic import JsonValue

Figures = dict[str, JsonValue]


@dataclass(frozen=True, slots=True)
class ElementRow:
    """Something with a name.

    ``parent`` is the key of the element above; ``under`` the industry or unit as printed. ``named`` are things it only
    names, such as an industry's strategies; ``scheduled`` is False for a measure without a schedule.
    """

    key: str
    kind: str
    code: str
    title: str
    line: int
    parent: str = ""
    under: str = ""
    text: str = ""
    category: str = ""
    lead: tuple[str, ...] = ()
    co: tuple[str, ...] = ()
    named: tuple[str, ...] = ()
    scheduled: bool = True
    last_line: int | None = None


@dataclass(frozen=True, slots=True)
class WorkRow:
    """A work item; ``parent`` is its measure's key, empty where the document has no such measure."""

    key: str
    parent: str
    measure: str
    item_no: str
    item_title: str
    approach_no: str
    approach_title: str
    work_no: str
    text: str
    periods: tuple[Figures, ...]
    start: str
    end: str
    date_as_written: str
    lead: tuple[str, ...]
    co: tuple[str, ...]
    line: int
    confidence: str


@dataclass(frozen=True, slots=True)
class YearRow:
    """What a target says of one ROC year."""

    year: str
    status: str
    text: str | None
    metrics: tuple[Figures, ...] | None


@dataclass(frozen=True, slots=True)
class TargetRow:
    """A target; ``parent`` is its measure's key."""

    key: str
    parent: str
    code: str
    measure_code: str
    measure_title: str
    under: str
    agencies: tuple[str, ...]
    text: str
    yearly: tuple[YearRow, ...]
    line: int
    confidence: str


@dataclass(frozen=True, slots=True)
class BudgetRow:
    """An amount in hundreds of millions of NT dollars; ``parent`` is the industry's key."""

    key: str
    parent: str
    under: str
    year: int
    amount: float


@dataclass(frozen=True, slots=True)
class NumbersRow:
    """A table of numbers, whole."""

    key: str
    no: int
    caption: str
    unit: str
    header: tuple[str, ...]
    rows: tuple[tuple[JsonValue, ...], ...]
    line: int


@dataclass(frozen=True, slots=True)
class FindingRow:
    """What a careful clerk would send back."""

    key: str
    kind: str
    lines: tuple[int, ...]
    zh: str
    en: str


Row = ElementRow | WorkRow | TargetRow | BudgetRow | NumbersRow | FindingRow


@dataclass(frozen=True, slots=True)
class PlanRows:
    """A plan whole; ``start`` and ``end`` are ROC years, the same one for an annual plan."""

    kind: str
    title: str
    start: int | None
    end: int | None
    elements: tuple[ElementRow, ...] = ()
    work_items: tuple[WorkRow, ...] = ()
    targets: tuple[TargetRow, ...] = ()
    budget: tuple[BudgetRow, ...] = ()
    tables: tuple[NumbersRow, ...] = ()
    findings: tuple[FindingRow, ...] = ()

    def of_all_kinds(self) -> dict[str, tuple[Row, ...]]:
        """The rows by the name of their table."""
        return {
            "elements": self.elements,
            "work_items": self.work_items,
            "targets": self.targets,
            "budget": self.budget,
            "tables": self.tables,
            "findings": self.findings,
        }
