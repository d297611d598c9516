"""Taking up an item: what the meeting talks about now."""

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.bodies.powers import allow_on
from coretech.apps.meetings.facts import room_of
from coretech.apps.meetings.floor import end_all, speeches_of
from coretech.apps.meetings.locking import lock_item, require_item, require_open
from coretech.apps.meetings.models import Item
from coretech.apps.meetings.presiding import require_presiding
from coretech.kit.refusal import wrong_state
from coretech.law.access import Action

_UNDER_WAY = (Item.State.VOTING, Item.State.COUNTED)


def check(by: Acting, item: Item) -> None:
    """Whether the item may be taken up: not decided, no other one being voted on, its chair there and not recused."""
    allow_on(by, item.meeting.body, Action.TAKE_UP_ITEM)
    require_open(item.meeting)
    require_item(item, Item.State.LISTED, *_UNDER_WAY)
    if item.meeting.current_id == item.pk:
        raise wrong_state("目前正在進行本案。", "This is the item being discussed already.")
    if item.meeting.items.filter(state__in=_UNDER_WAY).exclude(pk=item.pk).exists():
        raise wrong_state(
            "另有議案正在表決，請先完成表決。", "Another item is being voted on; finish that vote first."
        )
    require_presiding(item, room_of(item))


@operation
def take_up_item(by: Acting, item_id: int) -> Act:
    """Make the item the current one; the speaking list begins anew."""
    item = lock_item(item_id)
    check(by, item)
    meeting = item.meeting
    end_all(speeches_of(meeting), by.at)
    meeting.current = item
    meeting.save(update_fields=["current"])
    return record(by, "meeting.item_taken_up", meeting.subject, public={"item": item.pk, "order": item.order})
