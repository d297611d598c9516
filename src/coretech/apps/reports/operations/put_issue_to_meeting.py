"""Putting an issue to a coordination meeting: it becomes an item of the agenda."""

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.notices import notify
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.meetings.calendar import name_of
from coretech.apps.meetings.locking import lock_meeting
from coretech.apps.meetings.models import Item, Meeting
from coretech.apps.reports.coordination.issues import check_step, concerned, lock_issue, take_step
from coretech.apps.reports.coordination.meetings import open_meetings, outcome_of
from coretech.apps.reports.coordination.states import Step
from coretech.apps.reports.models import CoordinationIssue
from coretech.kit.refusal import bad_input, wrong_state
from coretech.kit.roc import said
from coretech.kit.sentence import Sentence


def check(by: Acting, issue: CoordinationIssue) -> None:
    """Whether this person may put it to a meeting now: not while it waits at one."""
    check_step(by, issue, Step.PUT)
    before = outcome_of(issue)
    if before is not None and before.waits:
        raise wrong_state(
            "這則議題已排入專案會議，待其討論。", "The issue is on the agenda of a meeting and waits for it."
        )


@operation
def put_issue_to_meeting(by: Acting, issue_id: int, meeting_id: int, seen: int | None = None) -> Act:
    """Add the issue as the next item for discussion of a meeting that has not begun."""
    meeting = lock_meeting(
        meeting_id
    )  # before the issue, as everywhere: two orders could wait for each other
    issue = lock_issue(by, issue_id, seen)
    check(by, issue)
    if not open_meetings(issue.plan).filter(pk=meeting.pk).exists():
        raise bad_input(
            "meeting",
            "請選擇本管考機關尚未開始的專案會議。",
            "Choose a coordination meeting of the controlling agency that has not begun.",
        )
    issue.meeting, issue.item = meeting, _item(meeting, issue)
    name = name_of(meeting)
    step = take_step(by, issue, Step.PUT, name.zh)
    public = {"meeting": meeting.pk, "item": issue.item.pk}
    act = record(by, "issue.put_to_meeting", issue.subject, public=public, rows=[step])
    day = said(meeting.held_on)
    told = Sentence(f"協調議題提{day.zh}專案會議", f"A coordination issue goes to the meeting of {day.en}")
    notify(act, concerned(issue, by.today), told, f"/issues/{issue.pk}/")
    return act


def _item(meeting: Meeting, issue: CoordinationIssue) -> Item:
    last = meeting.items.order_by("-order").first()
    return Item.objects.create(
        meeting=meeting,
        order=1 if last is None else last.order + 1,
        kind=Item.Kind.DISCUSSION,
        title_zh=issue.title,
        title_en=issue.title,
    )
