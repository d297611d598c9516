"""Drafting a meeting's minutes from its acts."""

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.bodies.powers import allow_on
from coretech.apps.meetings.locking import lock_meeting
from coretech.apps.meetings.minuting.drafting import draft_of
from coretech.apps.meetings.minuting.writing import add_version
from coretech.apps.meetings.models import Meeting, Minutes
from coretech.apps.people.models import Person
from coretech.kit.refusal import wrong_state
from coretech.law.access import Action


def check(by: Acting, meeting: Meeting) -> None:
    """Whether the minutes may be drafted now: the meeting is closed, and they are not there yet."""
    allow_on(by, meeting.body, Action.WRITE_MINUTES)
    if meeting.state != Meeting.State.CLOSED:
        raise wrong_state("散會後始得製作會議紀錄。", "The minutes are drafted once the meeting is closed.")
    if Minutes.objects.filter(meeting=meeting).exists():
        raise wrong_state("會議紀錄已有草稿。", "The minutes have been drafted already.")


@operation
def draft_minutes(by: Acting, meeting_id: int) -> Act:
    """Write version 1 from what is on record; whoever drafts is the recorder where none was named."""
    meeting = lock_meeting(meeting_id)
    check(by, meeting)
    if meeting.recorder is None:
        meeting.recorder = Person.objects.filter(pk=by.person_id or 0).first()
        meeting.save(update_fields=["recorder"])
    minutes = Minutes.objects.create(meeting=meeting)
    version = add_version(by, minutes, draft_of(meeting))
    return record(
        by,
        "minutes.drafted",
        meeting.subject,
        public={"version": version.number, "sha256": version.digest},
        rows=[version],
    )
