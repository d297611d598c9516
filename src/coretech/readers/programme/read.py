"""All that a programme's tables gave, before anything is checked against anything."""

from dataclasses import dataclass

from coretech.readers.plans.lines import Line
from coretech.readers.programme.budget import BudgetTable
from coretech.readers.programme.chapters import Section
from coretech.readers.programme.drafts import Draft
from coretech.readers.programme.records import Industry, Measure, Target, WorkItem
from coretech.readers.programme.targets import Table


@dataclass(frozen=True, slots=True)
class Read:
    """The document's lines, the records read from them, and the readers' own notes.

    ``start`` and ``end`` are ROC years.
    """

    lines: list[Line]
    title: str
    start: int | None
    end: int | None
    industries: list[Industry]
    sections: list[Section]
    drafts: list[Draft]
    measures: list[Measure]
    work_items: list[WorkItem]
    table: Table
    targets: list[Target]
    budget: BudgetTable
