"""Cancelling a meeting before it begins (art. 5(1))."""

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.bodies.models import Body
from coretech.apps.bodies.powers import allow_on
from coretech.apps.cases.moving import lock_case, move
from coretech.apps.cases.states import State, Step
from coretech.apps.meetings.locking import lock_meeting, require_called
from coretech.apps.meetings.models import Item, Meeting
from coretech.apps.meetings.notices import News, tell
from coretech.kit.refusal import bad_input
from coretech.law.access import Action

LONGEST_WHY = 300


def check(by: Acting, meeting: Meeting) -> None:
    """Whether this person may cancel: before the meeting begins."""
    allow_on(by, meeting.body, Action.CANCEL_MEETING)
    require_called(meeting)


@operation
def cancel_meeting(by: Acting, meeting_id: int, why: str) -> Act:
    """Cancel, tell everybody, and let the cases on its agenda wait for another one."""
    meeting = lock_meeting(meeting_id)
    check(by, meeting)
    reason = why.strip()
    if not 0 < len(reason) <= LONGEST_WHY:
        raise bad_input(
            "why", "請說明取消理由（300字以內）。", "Say why it is cancelled, in 300 characters at most."
        )
    freed = _free_cases(meeting)
    meeting.state, meeting.notice = Meeting.State.CANCELLED, meeting.notice + 1
    meeting.save(update_fields=["state", "notice"])
    act = record(by, "meeting.cancelled", meeting.subject, public={"cases": freed}, why=reason)
    tell(act, meeting, News.CANCELLED)
    return act


def _free_cases(meeting: Meeting) -> list[str]:
    """Take its cases off the agenda, each to where it came from; a panel's cases never left where they stood."""
    references = meeting.items.exclude(case=None).order_by("case__reference")
    freed = []
    for reference in references.values_list("case__reference", flat=True):
        case = lock_case(reference)
        if case.stands_at is State.ON_AGENDA:
            move(case, Step.DEFER if _was_deferred(case.pk) else Step.TAKE_OFF_AGENDA)
            freed.append(reference)
    return freed


def _was_deferred(case_id: int) -> bool:
    """Whether the case had come to this agenda from an earlier one of the council that put it off."""
    put_off = Item.objects.filter(case=case_id, outcome=Item.Outcome.DEFERRED)
    return put_off.filter(meeting__body__kind=Body.Kind.COUNCIL).exists()
