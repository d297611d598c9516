"""Opening a meeting (art. 5)."""

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.bodies.models import Appointment
from coretech.apps.bodies.powers import allow_on
from coretech.apps.meetings.locking import lock_meeting, require_not_closed
from coretech.apps.meetings.models import Meeting
from coretech.apps.meetings.presiding import chair_on_record, require_chair
from coretech.kit.refusal import wrong_state
from coretech.law.access import Action


def check(by: Acting, meeting: Meeting) -> Appointment:
    """Who presides, where the meeting may begin: on its day, with a sheet, something on the agenda, and its chair."""
    allow_on(by, meeting.body, Action.OPEN_MEETING)
    require_not_closed(meeting)
    if meeting.running:
        raise wrong_state("會議已在進行。", "The meeting is running already.")
    if by.today < meeting.held_on:
        day = meeting.held_on.isoformat()
        raise wrong_state(
            f"開會日為{day}，尚未屆期。", f"The meeting is called for {day}; that day has not come."
        )
    if not meeting.items.exists():
        raise wrong_state("議程尚無議案。", "There is nothing on the agenda yet.")
    if not meeting.attendance.filter(status__in=["present", "stand_in"]).exists():
        raise wrong_state("請先登錄出席情形。", "Record who attends first.")
    return require_chair(meeting)


@operation
def open_meeting(by: Acting, meeting_id: int) -> Act:
    """Declare the meeting open; who presides is on the record."""
    meeting = lock_meeting(meeting_id)
    chair = check(by, meeting)
    meeting.state, meeting.opened_at = Meeting.State.OPEN, by.at
    meeting.save(update_fields=["state", "opened_at"])
    return record(
        by,
        "meeting.opened",
        meeting.subject,
        public=chair_on_record(meeting, chair),
        confidential={"chair": chair.seat.number},
    )
