"""Recording what was decided of an issue, by a coordination meeting or by the controller, and who carries it out."""

import datetime as dt
from dataclasses import dataclass

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
from coretech.apps.reports.coordination.meetings import outcome_of
from coretech.apps.reports.coordination.states import Step
from coretech.apps.reports.models import CoordinationIssue
from coretech.kit.refusal import wrong_state
from coretech.kit.roc import said
from coretech.kit.sentence import Sentence

LONGEST = 5000


@dataclass(frozen=True, slots=True)
class Decision:
    """What was decided, which agency (by code) carries it out, and until when."""

    text: str
    owner: str
    due_on: dt.date


def check(by: Acting, issue: CoordinationIssue) -> None:
    """Whether the decision may be recorded now: not while a meeting has it before it, or has put it off."""
    check_step(by, issue, Step.DECIDE)
    found = outcome_of(issue)
    if found is not None and found.waits:
        raise wrong_state(
            "這則議題已提專案會議，會議討論後再登錄決定。",
            "The issue is before a coordination meeting; record the decision once the meeting has dealt with it.",
        )
    if found is not None and found.deferred:
        raise wrong_state(
            "專案會議保留了這則議題，尚無決定；請再提下次會議。",
            "The meeting deferred the issue and decided nothing; put it to another meeting.",
        )


@operation
def decide_issue(by: Acting, issue_id: int, given: Decision, seen: int | None = None) -> Act:
    """Keep the decision with its owner and due day, and tell the agencies it concerns."""
    issue = lock_issue(by, issue_id, seen)
    check(by, issue)
    issue.decision = require_text("text", given.text, LONGEST)
    issue.owner = require_agency("owner", given.owner)
    issue.due_on = require_due(given.due_on, by.today)
    step = take_step(by, issue, Step.DECIDE, issue.decision)
    public = {"owner": given.owner, "due_on": given.due_on.isoformat(), "meeting": issue.meeting_id}
    act = record(by, "issue.decided", issue.subject, public=public, rows=[step])
    due = said(given.due_on)
    told = Sentence(
        f"協調議題已有決定，{due.zh}前辦理", f"A coordination issue is decided, to be done by {due.en}"
    )
    notify(act, concerned(issue, by.today), told, f"/issues/{issue.pk}/")
    return act
