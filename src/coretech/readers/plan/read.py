"""All that a plan's parts gave, before anything is checked against anything."""

from dataclasses import dataclass

from coretech.readers.plan.chapters import Chapter
from coretech.readers.plan.duties import Duty, Headed, Piece
from coretech.readers.plan.records import Aim, Goal, NumberTable
from coretech.readers.plans.lines import Line


@dataclass(frozen=True, slots=True)
class Read:
    """The document's lines, the records read from them, and the readers' own notes; years are ROC ones."""

    lines: list[Line]
    title: str
    start: int | None
    end: int | None
    chapters: list[Chapter]
    goals: tuple[Goal, ...]
    duties: list[Duty]
    strays: list[Piece]
    headed: Headed
    aims: list[Aim]
    tables: list[NumberTable]
