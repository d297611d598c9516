"""Closing a meeting."""

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.bodies.powers import allow_on
from coretech.apps.meetings.floor import end_all, speeches_of
from coretech.apps.meetings.locking import lock_meeting, require_open
from coretech.apps.meetings.models import Item, Meeting
from coretech.kit.refusal import wrong_state
from coretech.law.access import Action


def check(by: Acting, meeting: Meeting) -> None:
    """Whether the meeting may close: every item decided or deferred."""
    allow_on(by, meeting.body, Action.CLOSE_MEETING)
    require_open(meeting)
    left = meeting.items.exclude(state=Item.State.DECIDED).count()
    if left:
        raise wrong_state(
            f"尚有{left}案未決議；請表決或保留。",
            f"{left} items are not decided; vote on them or defer them.",
        )


@operation
def close_meeting(by: Acting, meeting_id: int) -> Act:
    """Declare the meeting closed; whoever has the floor or waits for it is done."""
    meeting = lock_meeting(meeting_id)
    check(by, meeting)
    end_all(speeches_of(meeting), by.at)
    meeting.state, meeting.closed_at, meeting.current = Meeting.State.CLOSED, by.at, None
    meeting.save(update_fields=["state", "closed_at", "current"])
    return record(by, "meeting.closed", meeting.subject)
