"""Opening the vote on an item: quorum first (art. 5(3))."""

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.audit.rulings import as_recorded, require
from coretech.apps.bodies.powers import allow_on
from coretech.apps.meetings.facts import Room, quorum_facts, room_of
from coretech.apps.meetings.locking import lock_item, require_item, require_open
from coretech.apps.meetings.models import Item
from coretech.kit.refusal import wrong_state
from coretech.law.access import Action
from coretech.law.meeting import quorum
from coretech.law.ruling import Ruling


def quorum_ruling(item: Item, room: Room) -> Ruling:
    """Whether enough members attend, on the day of the meeting."""
    return quorum.rule(quorum_facts(room), item.meeting.day)


def check(by: Acting, item: Item) -> Ruling:
    """The quorum's ruling, where the vote may open."""
    allow_on(by, item.meeting.body, Action.OPEN_VOTE)
    require_open(item.meeting)
    require_item(item, Item.State.LISTED)
    room = room_of(item)
    ruling = require(quorum_ruling(item, room))
    if not room.entitled:
        raise wrong_state(
            "出席委員均應迴避，無人得參與表決。", "Everybody who attends is recused; nobody may vote."
        )
    waiting = len(room.attending - room.declared)
    if waiting:
        raise wrong_state(
            f"尚有{waiting}位出席者未申報有無利益關係（第12條）。",
            f"{waiting} of those attending have not declared whether they have an interest (art. 12).",
        )
    return ruling


@operation
def open_vote(by: Acting, item_id: int) -> Act:
    """Open the vote; the quorum's ruling is kept with the item."""
    item = lock_item(item_id)
    ruling = check(by, item)
    item.state, item.quorum = Item.State.VOTING, ruling.as_dict()
    item.save(update_fields=["state", "quorum"])
    return record(by, "meeting.vote_opened", f"item/{item.pk}", public={"ruling": as_recorded(ruling)})
