"""Sorting work into what needs attention now, what comes next, and the rest."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from coretech.apps.audit.acting import Acting
from coretech.apps.duties.deadline import Deadline, Urgency
from coretech.apps.duties.kinds import What
from coretech.apps.duties.queries import deadlines
from coretech.kit.refusal import Refused
from coretech.kit.roc import said
from coretech.kit.sentence import Sentence
from coretech.web.duties.rows import TAGS, page_of, task_of
from coretech.web.meetings.own import VOTE_NOW
from coretech.web.shell.parts import Task

FEW = 7
"""As many as one takes in at a glance."""

_STATUSES = tuple(Urgency)
_PRESSING = frozenset({Urgency.OVERDUE, Urgency.SOON})


@dataclass(frozen=True, slots=True)
class Work:
    """A reader's work: the few most pressing things, the next ones with a day, and everything else."""

    now: tuple[Task, ...]
    coming: tuple[Task, ...]
    rest: tuple[Task, ...]

    @property
    def is_empty(self) -> bool:
        """Whether nothing waits."""
        return not (self.now or self.coming or self.rest)


@dataclass(frozen=True, slots=True)
class _Placed:
    """A task with the deadline it answers, where there is one."""

    task: Task
    deadline: Deadline | None

    def status_on(self, day: dt.date) -> Urgency:
        """Votes are taken while the meeting sits, and so come with what is late."""
        if self.task.status == VOTE_NOW.words:
            return Urgency.OVERDUE
        return Urgency.NO_DAY if self.deadline is None else self.deadline.status_on(day)

    def order_on(self, day: dt.date) -> tuple[bool, int, dt.date]:
        """Votes, then the most pressing, then the earliest."""
        due = None if self.deadline is None else self.deadline.due_on
        voting = self.task.status == VOTE_NOW.words
        return not voting, _STATUSES.index(self.status_on(day)), due or dt.date.max


def work_of(by: Acting, tasks: Iterable[Task]) -> Work:
    """The tasks a reader can do now and the deadlines they do not cover; a task and its deadline are one line."""
    own, day = own_deadlines(by), by.today
    first: dict[str | None, Deadline] = {}
    for deadline in own:
        first.setdefault(page_of(deadline), deadline)
    taken = list(tasks)
    placed = [_placed(task, first, day) for task in taken]
    covered = {task.href for task in taken}
    placed += [
        _Placed(task_of(deadline, deadline.status_on(day)), deadline)
        for deadline in own
        if page_of(deadline) not in covered
    ]
    return _sorted(sorted(placed, key=lambda each: each.order_on(day)), day)


def own_deadlines(by: Acting) -> list[Deadline]:
    """The reader's deadlines but the meetings, which have their own list; none without a calendar."""
    try:
        return [each for each in deadlines(by) if each.what is not What.MEETING]
    except Refused:
        return []


def _placed(task: Task, first: Mapping[str | None, Deadline], day: dt.date) -> _Placed:
    """The task with its deadline's day told, and its status where that is pressing."""
    deadline = first.get(task.href)
    if deadline is None or deadline.due_on is None or task.status == VOTE_NOW.words:
        return _Placed(task, deadline)
    status, on = deadline.status_on(day), said(deadline.due_on)
    told = task.hint or deadline.kind.next_step
    hint = Sentence(f"{told.zh}，期限{on.zh}", f"{told.en}, by {on.en}")
    if status not in _PRESSING:
        return _Placed(replace(task, hint=hint), deadline)
    return _Placed(replace(task, hint=hint, status=TAGS[status].words, colour=TAGS[status].colour), deadline)


def _sorted(placed: list[_Placed], day: dt.date) -> Work:
    now = [each.task for each in placed if each.status_on(day) in _PRESSING]
    coming = [each.task for each in placed if each.status_on(day) is Urgency.COMING]
    rest = [each.task for each in placed if each.status_on(day) is Urgency.NO_DAY]
    return Work(tuple(now[:FEW]), (*now[FEW:], *coming), tuple(rest))
