"""The owner's word on an issue: what was done, and what still stands in the way."""

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.notices import notify
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.reports.coordination.issues import check_step, lock_issue, require_text, take_step
from coretech.apps.reports.coordination.states import Step
from coretech.apps.reports.cycle.addressees import controllers
from coretech.apps.reports.cycle.steering import steered
from coretech.apps.reports.models import CoordinationIssue
from coretech.kit.sentence import Sentence

LONGEST = 5000


def check(by: Acting, issue: CoordinationIssue) -> None:
    """Whether this person answers for the owner now."""
    check_step(by, issue, Step.ANSWER)


@operation
def answer_issue(by: Acting, issue_id: int, note: str, seen: int | None = None) -> Act:
    """Keep the answer and tell the controller, who closes the issue."""
    issue = lock_issue(by, issue_id, seen)
    check(by, issue)
    step = take_step(by, issue, Step.ANSWER, require_text("note", note, LONGEST))
    act = record(by, "issue.answered", issue.subject, rows=[step])
    told = Sentence("協調議題有辦理情形回報", "The owner of a coordination issue answered")
    notify(act, controllers(steered(issue.plan).controller, by.today), told, f"/issues/{issue.pk}/")
    return act
