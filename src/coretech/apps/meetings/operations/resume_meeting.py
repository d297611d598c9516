"""Going on after a break."""

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.bodies.powers import allow_on
from coretech.apps.meetings.locking import lock_meeting, require_not_closed
from coretech.apps.meetings.models import Meeting
from coretech.kit.refusal import wrong_state
from coretech.law.access import Action


def check(by: Acting, meeting: Meeting) -> None:
    """Whether the meeting may go on: it is suspended."""
    allow_on(by, meeting.body, Action.SUSPEND_MEETING)
    require_not_closed(meeting)
    if meeting.state != Meeting.State.SUSPENDED:
        raise wrong_state("會議不在休息中。", "The meeting is not suspended.")


@operation
def resume_meeting(by: Acting, meeting_id: int) -> Act:
    """Declare the break over."""
    meeting = lock_meeting(meeting_id)
    check(by, meeting)
    meeting.state = Meeting.State.OPEN
    meeting.save(update_fields=["state"])
    return record(by, "meeting.resumed", meeting.subject)
