"""Putting the agenda in another order, before the meeting begins."""

from collections.abc import Sequence

from django.db.models import F

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.bodies.powers import allow_on
from coretech.apps.meetings.locking import lock_meeting, require_called
from coretech.apps.meetings.models import Meeting
from coretech.kit.refusal import bad_input
from coretech.law.access import Action


def check(by: Acting, meeting: Meeting) -> None:
    """Whether this person may still reorder the agenda."""
    allow_on(by, meeting.body, Action.LIST_ITEM)
    require_called(meeting)


@operation
def reorder_agenda(by: Acting, meeting_id: int, items: Sequence[int]) -> Act:
    """Put the items in this order; every item of the agenda is named once."""
    meeting = lock_meeting(meeting_id)
    check(by, meeting)
    rows = {item.pk: item for item in meeting.items.all()}
    if sorted(rows) != sorted(items):
        raise bad_input(
            "items",
            "請將議程上的每一案各列一次；議程可能已有變動，請重新載入。",
            "Name every item of the agenda once; it may have changed, so reload it.",
        )
    meeting.items.update(
        order=F("order") + len(rows)
    )  # out of the way: no two may share a place for a moment
    for place, pk in enumerate(items, start=1):
        rows[pk].order = place
        rows[pk].save(update_fields=["order"])
    return record(by, "meeting.agenda_reordered", meeting.subject, public={"items": list(items)})
