"""Suspending a meeting for a while."""

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.bodies.powers import allow_on
from coretech.apps.meetings.locking import lock_meeting, require_open
from coretech.apps.meetings.models import Meeting
from coretech.law.access import Action


def check(by: Acting, meeting: Meeting) -> None:
    """Whether the meeting may be suspended: it is open. A vote under way waits; nobody votes meanwhile."""
    allow_on(by, meeting.body, Action.SUSPEND_MEETING)
    require_open(meeting)


@operation
def suspend_meeting(by: Acting, meeting_id: int) -> Act:
    """Declare a break; everything stands where it is until the meeting is resumed."""
    meeting = lock_meeting(meeting_id)
    check(by, meeting)
    meeting.state = Meeting.State.SUSPENDED
    meeting.save(update_fields=["state"])
    return record(by, "meeting.suspended", meeting.subject)
