"""Deferring an item: the council takes it up again another day."""

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.bodies.powers import allow_on
from coretech.apps.meetings.deciding import decide
from coretech.apps.meetings.locking import lock_item, require_item, require_open
from coretech.apps.meetings.models import Item
from coretech.kit.refusal import bad_input
from coretech.law.access import Action


def check(by: Acting, item: Item) -> None:
    """Whether the item may be deferred: before its vote opens."""
    allow_on(by, item.meeting.body, Action.CLOSE_VOTE)
    require_open(item.meeting)
    require_item(item, Item.State.LISTED)


@operation
def defer_item(by: Acting, item_id: int, why: str) -> Act:
    """Put the item off; its case waits for another agenda."""
    item = lock_item(item_id)
    check(by, item)
    if not why.strip():
        raise bad_input("why", "請說明保留理由。", "Say why the item is deferred.")
    decided = decide(item, Item.Outcome.DEFERRED)
    return record(
        by,
        decided.kind,
        decided.subject,
        public={"meeting": item.meeting_id, "item": item.pk},
        why=why.strip(),
    )
