"""Closing an issue: what was decided is carried out."""

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.notices import notify
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.reports.coordination.issues import (
    check_step,
    concerned,
    lock_issue,
    require_text,
    take_step,
)
from coretech.apps.reports.coordination.states import Step
from coretech.apps.reports.models import CoordinationIssue
from coretech.kit.sentence import Sentence

LONGEST = 2000


def check(by: Acting, issue: CoordinationIssue) -> None:
    """Whether this person may close it now."""
    check_step(by, issue, Step.CLOSE)


@operation
def close_issue(by: Acting, issue_id: int, note: str, seen: int | None = None) -> Act:
    """Close the issue with a word on how it ended."""
    issue = lock_issue(by, issue_id, seen)
    check(by, issue)
    step = take_step(by, issue, Step.CLOSE, require_text("note", note, LONGEST))
    act = record(by, "issue.closed", issue.subject, rows=[step])
    told = Sentence("協調議題已結案", "A coordination issue is closed")
    notify(act, concerned(issue, by.today), told, f"/issues/{issue.pk}/")
    return act
