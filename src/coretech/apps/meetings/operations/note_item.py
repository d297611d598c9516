"""Noting a report: the body has heard it, and decides nothing (art. 5(1))."""

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.bodies.powers import allow_on
from coretech.apps.meetings.deciding import decide
from coretech.apps.meetings.locking import lock_item, require_item, require_open
from coretech.apps.meetings.models import Item
from coretech.kit.refusal import wrong_state
from coretech.law.access import Action


def check(by: Acting, item: Item) -> None:
    """Whether the item may be noted: a report, not yet dealt with."""
    allow_on(by, item.meeting.body, Action.CLOSE_VOTE)
    require_open(item.meeting)
    require_item(item, Item.State.LISTED)
    if item.kind != Item.Kind.REPORT:
        raise wrong_state(
            "只有報告事項可以洽悉；本案請表決、無異議通過或保留。",
            "Only a report is noted; vote on this item, adopt it without objection, or defer it.",
        )


@operation
def note_item(by: Acting, item_id: int) -> Act:
    """Record that the report was noted."""
    item = lock_item(item_id)
    check(by, item)
    decided = decide(item, Item.Outcome.NOTED)
    return record(by, decided.kind, decided.subject, public={"meeting": item.meeting_id, "item": item.pk})
