"""Taking an issue in hand: the controller names the agency that owns it, and the day it is due."""

import datetime as dt

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.notices import notify
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.reports.coordination.issues import (
    check_step,
    concerned,
    lock_issue,
    require_agency,
    require_due,
    require_text,
    take_step,
)
from coretech.apps.reports.coordination.states import Step
from coretech.apps.reports.models import CoordinationIssue
from coretech.kit.roc import said
from coretech.kit.sentence import Sentence

LONGEST = 2000


def check(by: Acting, issue: CoordinationIssue) -> None:
    """Whether this person may name the owner now."""
    check_step(by, issue, Step.TAKE)


@operation
def take_issue(  # noqa: PLR0913, PLR0917 - whose it is, until when, and what is asked
    by: Acting, issue_id: int, owner: str, due_on: dt.date, note: str, seen: int | None = None
) -> Act:
    """Give the issue its owner and its day; doing so again names others, and the steps keep the old ones."""
    issue = lock_issue(by, issue_id, seen)
    check(by, issue)
    issue.owner = require_agency("owner", owner)
    issue.due_on = require_due(due_on, by.today)
    step = take_step(by, issue, Step.TAKE, require_text("note", note, LONGEST))
    public = {"owner": owner, "due_on": due_on.isoformat()}
    act = record(by, "issue.taken", issue.subject, public=public, rows=[step])
    due = said(due_on)
    told = Sentence(f"協調議題請於{due.zh}前辦理", f"A coordination issue is due by {due.en}")
    notify(act, concerned(issue, by.today), told, f"/issues/{issue.pk}/")
    return act
