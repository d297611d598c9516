"""Deadlines as pages draw them: rows of a table, and tasks of a list."""

import datetime as dt
from dataclasses import dataclass

from coretech.apps.duties.deadline import STATUSES, Deadline, Urgency
from coretech.kit.roc import said
from coretech.kit.sentence import Sentence
from coretech.law.ruling import Article
from coretech.web.shell.parts import Column, Tag, Task
from coretech.web.shell.words import language

COLUMNS = (
    Column(Sentence("期限", "Due")),
    Column(Sentence("事項", "What")),
    Column(Sentence("下一步", "Next step")),
    Column(Sentence("辦理者", "Whose")),
    Column(Sentence("狀態", "Status")),
)

TAGS = {
    Urgency.OVERDUE: Tag(STATUSES[Urgency.OVERDUE], "red"),
    Urgency.SOON: Tag(STATUSES[Urgency.SOON], "orange"),
    Urgency.COMING: Tag(STATUSES[Urgency.COMING], "blue"),
    Urgency.NO_DAY: Tag(STATUSES[Urgency.NO_DAY], "grey"),
}


@dataclass(frozen=True, slots=True)
class Show:
    """How a template draws deadlines on a day."""

    day: dt.date

    def mark(self, deadline: Deadline) -> Tag:
        """How it stands, on its coloured ground."""
        return TAGS[deadline.status_on(self.day)]

    def page(self, deadline: Deadline) -> str:
        """The record's page."""
        return page_of(deadline)

    def articles(self, deadline: Deadline) -> tuple[Article, ...]:
        """The paragraphs it comes from."""
        return tuple(Article(number) for number in deadline.articles)


def page_of(deadline: Deadline) -> str:
    """The record's page in the language of this one."""
    return f"/en{deadline.path}" if language() == "en" else deadline.path


def task_of(deadline: Deadline, status: Urgency) -> Task:
    """A deadline as something to do; the day stands under it."""
    return Task(deadline.title, TAGS[status].words, page_of(deadline), TAGS[status].colour, hint_of(deadline))


def hint_of(deadline: Deadline) -> Sentence:
    """The next step, and the day where there is one."""
    step = deadline.kind.next_step
    if deadline.due_on is None:
        return step
    day = said(deadline.due_on)
    return Sentence(f"{step.zh}，期限{day.zh}", f"{step.en}, by {day.en}")
