"""What a programme holds: industries, measures, work items, targets and budgets."""

from dataclasses import dataclass, field
from enum import StrEnum

from coretech.kit.roc_spans import Span, month_of
from coretech.readers.plans.finding import Finding


@dataclass(frozen=True, slots=True)
class Industry:
    """An industry the programme builds: what it is to become, who leads, and by which strategies."""

    name: str
    vision: str
    lead: tuple[str, ...]
    strategies: tuple[str, ...]
    line: int

    def as_json(self) -> dict[str, object]:
        """The industry as the contract has it."""
        lists = {"lead": list(self.lead), "strategies": list(self.strategies)}
        return {"name": self.name, "vision": self.vision, **lists, "line": self.line}


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure with its code such as ``1-1``; ``schedule`` is False where only the target tables name it."""

    code: str
    industry: str
    title: str
    agencies: tuple[str, ...]
    line: int
    schedule: bool = True

    def as_json(self) -> dict[str, object]:
        """The measure as the contract has it."""
        more = {"agencies": list(self.agencies), "schedule": self.schedule, "line": self.line}
        return {"code": self.code, "industry": self.industry, "title": self.title, **more}


@dataclass(frozen=True, slots=True)
class WorkItem:
    """A work item of a schedule: what is done from when to when, and by whom.

    ``sure`` is ``high`` where each cell stands in the item's own row, ``medium`` where one was taken from a merged
    cell, ``low`` where one was lost.
    """

    measure: str
    item_no: str
    item_title: str
    approach_no: str
    approach_title: str
    work_no: str
    text: str
    periods: tuple[Span, ...]
    date_as_written: str
    lead: tuple[str, ...]
    co: tuple[str, ...]
    line: int
    sure: str = "high"

    @property
    def start(self) -> str | None:
        """The month the first period starts in."""
        return month_of(self.periods[0].start) if self.periods else None

    @property
    def end(self) -> str | None:
        """The month the last period ends in."""
        return month_of(self.periods[-1].end) if self.periods else None

    def as_json(self) -> dict[str, object]:
        """The work item as the contract has it."""
        return {
            "measure": self.measure,
            "item_no": self.item_no,
            "item_title": self.item_title,
            "approach_no": self.approach_no,
            "approach_title": self.approach_title,
            "work_no": self.work_no,
            "text": self.text,
            "periods": [_period(span) for span in self.periods],
            "start": self.start,
            "end": self.end,
            "date_as_written": self.date_as_written,
            "lead": list(self.lead),
            "co": list(self.co),
            "line": self.line,
            "confidence": self.sure,
        }


class Status(StrEnum):
    """What a yearly cell is: a text, a dash for no target this year, part of a merged cell, or blank."""

    NONE = "none"
    TEXT = "text"
    MERGED = "merged"
    BLANK = "blank"


@dataclass(frozen=True, slots=True)
class Metric:
    """One figure of a yearly cell: a lower bound where ``upper`` is given; units as printed."""

    value: float
    unit: str
    cumulative: bool
    upper: float | None = None
    at_least: bool = False

    def as_json(self) -> dict[str, object]:
        """The metric as the contract has it."""
        said: dict[str, object] = {
            "value": _number(self.value),
            "unit": self.unit,
            "cumulative": self.cumulative,
        }
        return said if self.upper is None else {**said, "upper": _number(self.upper)}


@dataclass(frozen=True, slots=True)
class Cell:
    """A yearly cell: its text where it has one, what it is, and the figures in it."""

    text: str | None
    status: Status
    metrics: tuple[Metric, ...] = ()


@dataclass(frozen=True, slots=True)
class Target:
    """A target with its code such as ``1.1.1``, for the whole term and for each year."""

    code: str
    measure_code: str
    measure_title: str
    industry: str
    agencies: tuple[str, ...]
    text: str
    yearly: dict[str, Cell]
    line: int
    sure: str = "high"

    def as_json(self) -> dict[str, object]:
        """The target as the contract has it."""
        return {
            "code": self.code,
            "measure_code": self.measure_code,
            "measure_title": self.measure_title,
            "industry": self.industry,
            "agencies": list(self.agencies),
            "text": self.text,
            "yearly": {year: cell.text for year, cell in self.yearly.items()},
            "yearly_status": {year: cell.status.value for year, cell in self.yearly.items()},
            "metrics": {
                year: [metric.as_json() for metric in cell.metrics]
                for year, cell in self.yearly.items()
                if cell.status is Status.TEXT
            },
            "line": self.line,
            "confidence": self.sure,
        }


@dataclass(frozen=True, slots=True)
class Budget:
    """What an industry is to cost in a year, in hundreds of millions of NT dollars."""

    industry: str
    year: int
    amount: float
    line: int

    def as_json(self) -> dict[str, object]:
        """The amount as the contract has it."""
        return {"industry": self.industry, "year": self.year, "amount_100m_ntd": self.amount}


@dataclass(frozen=True, slots=True)
class Programme:
    """A programme as read, with what a clerk would send back."""

    title: str
    start: int | None
    end: int | None
    industries: tuple[Industry, ...] = ()
    measures: tuple[Measure, ...] = ()
    work_items: tuple[WorkItem, ...] = ()
    targets: tuple[Target, ...] = ()
    budget: tuple[Budget, ...] = ()
    findings: tuple[Finding, ...] = field(default=())

    def as_json(self) -> dict[str, object]:
        """The programme as the contract has it."""
        return {
            "kind": "programme",
            "title": self.title,
            "period": {"start": self.start, "end": self.end},
            **{
                name: [row.as_json() for row in rows]
                for name, rows in (
                    ("industries", self.industries),
                    ("measures", self.measures),
                    ("work_items", self.work_items),
                    ("targets", self.targets),
                    ("budget", self.budget),
                    ("findings", self.findings),
                )
            },
        }


def _period(span: Span) -> dict[str, object]:
    said: dict[str, object] = {"start": month_of(span.start), "end": month_of(span.end)}
    return {**said, "label": span.label} if span.label else said


def _number(value: float) -> float | int:
    return int(value) if value == int(value) else value
