"""Putting a checked case on the council's agenda (arts. 4 and 7)."""

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.cases.models import Case
from coretech.apps.cases.moving import check_step, lock_case, move
from coretech.apps.cases.states import Step
from coretech.apps.meetings.locking import lock_meeting
from coretech.apps.meetings.models import Item, Meeting
from coretech.kit.refusal import wrong_state


def check(by: Acting, case: Case) -> None:
    """Whether the Office may put the case on an agenda now."""
    check_step(by, case, Step.PUT_ON_AGENDA)


@operation
def put_on_agenda(by: Acting, reference: str, meeting_id: int, seen: int | None = None) -> Act:
    """Add the case as the next item of a meeting that has not begun."""
    meeting = lock_meeting(meeting_id)  # before the case, as everywhere: two orders could wait for each other
    case = lock_case(reference, seen)
    check(by, case)
    if meeting.state != Meeting.State.CALLED:
        raise wrong_state(
            "該次會議已開始或已散會，不能再排入議案。", "That meeting has begun or is over; choose another."
        )
    item = Item.objects.create(meeting=meeting, order=meeting.items.count() + 1, case=case)
    move(case, Step.PUT_ON_AGENDA)
    return record(
        by,
        "case.put_on_agenda",
        case.subject,
        public={"meeting": meeting.pk, "item": item.pk, "order": item.order},
    )
