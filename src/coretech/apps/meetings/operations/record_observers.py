"""Recording which observers are in the room (arts. 5(2), 11)."""

from collections.abc import Collection

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.bodies.powers import allow_on
from coretech.apps.meetings.admission import observer_ruling
from coretech.apps.meetings.locking import lock_meeting, require_not_closed
from coretech.apps.meetings.models import Meeting, Observer
from coretech.kit.refusal import Refused, bad_input
from coretech.kit.sentence import Sentence
from coretech.law.access import Action


def check(by: Acting, meeting: Meeting) -> None:
    """Whether this person keeps the list of who sits in, also while votes are running: observers come and go."""
    allow_on(by, meeting.body, Action.RECORD_ATTENDANCE)
    require_not_closed(meeting)


@operation
def record_observers(by: Acting, meeting_id: int, present: Collection[int]) -> Act:
    """Write who is in the room now; nobody enters who has not signed."""
    meeting = lock_meeting(meeting_id)
    check(by, meeting)
    rows = {each.pk: each for each in meeting.observers.select_related("meeting__body", "person")}
    if not set(present) <= rows.keys():
        raise bad_input("present", "名單上有未受邀列席者。", "The list names somebody who was not invited.")
    for pk in present:
        _admit(rows[pk])
    meeting.observers.update(present=False)
    meeting.observers.filter(pk__in=present).update(present=True)
    return record(
        by,
        "meeting.observers_recorded",
        meeting.subject,
        public={"present": len(set(present))},
        confidential={"observers": sorted(set(present))},
    )


def _admit(observer: Observer) -> None:
    ruling = observer_ruling(observer)
    if ruling.is_yes:
        return
    sentence = Sentence(f"{observer.name}：{ruling.reason.zh}", f"{observer.name}: {ruling.reason.en}")
    raise Refused(sentence, status=409, ruling=ruling, field="present")
