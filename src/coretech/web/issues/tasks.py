"""What issues ask of the reader: to name an owner, record what a meeting decided, answer, or close."""

from collections.abc import Iterator

from django.urls import reverse

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.rulings import refusal_of
from coretech.apps.reports.coordination.issues import is_overdue, running_issues
from coretech.apps.reports.coordination.meetings import outcome_of
from coretech.apps.reports.coordination.states import State
from coretech.apps.reports.models import CoordinationIssue
from coretech.apps.reports.operations import answer_issue, decide_issue, take_issue
from coretech.kit.roc import said
from coretech.kit.sentence import Sentence
from coretech.web.shell.parts import Task

_TO_DO = Sentence("待辦", "To do")
_LATE = Sentence("逾期", "Late")
_NAME = Sentence("指定議題的主辦機關", "Name the owner of an issue")
_RECORD = Sentence("登錄會議對議題的決定", "Record what a meeting decided of an issue")
_ANSWER = Sentence("辦理協調議題並回報", "Carry out a coordination issue, and answer")


def issue_tasks(by: Acting) -> Iterator[Task]:
    """The issues that wait for this reader, the earliest due first."""
    if not (by.standing.agencies | by.standing.controls):
        return
    for issue in running_issues(by):
        what = _waits(by, issue)
        if what is not None:
            yield _task(by, issue, *what)


def _waits(by: Acting, issue: CoordinationIssue) -> tuple[Sentence, str] | None:
    if issue.state == State.OPEN and refusal_of(take_issue.check, by, issue) is None:
        return _NAME, "issue_take"
    if issue.item_id is not None and refusal_of(decide_issue.check, by, issue) is None:
        outcome = outcome_of(issue)
        return (_RECORD, "issue_decide") if outcome is not None and outcome.decided else None
    if refusal_of(answer_issue.check, by, issue) is None:
        return _ANSWER, "issue"
    return None


def _task(by: Acting, issue: CoordinationIssue, what: Sentence, page: str) -> Task:
    late = is_overdue(issue, by.today)
    title = Sentence(f"{what.zh}：{issue.title}", f"{what.en}: {issue.title}")
    due = None if issue.due_on is None else said(issue.due_on)
    hint = None if due is None else Sentence(f"{due.zh}到期", f"Due {due.en}")
    return Task(
        title, _LATE if late else _TO_DO, reverse(page, args=[issue.pk]), "red" if late else "blue", hint
    )
