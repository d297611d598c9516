"""Closing the vote: the law says whether the item is approved, or the chair which reading applies (art. 5(3))."""

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.audit.rulings import as_recorded, require
from coretech.apps.bodies.powers import allow_on
from coretech.apps.cases.notices import tell_agency
from coretech.apps.meetings import secret
from coretech.apps.meetings.deciding import decide_or_leave
from coretech.apps.meetings.facts import Room, room_of
from coretech.apps.meetings.locking import lock_item, require_item, require_open
from coretech.apps.meetings.models import Item
from coretech.apps.meetings.presiding import require_presiding
from coretech.apps.meetings.rulings import quorum_ruling, resolution_ruling
from coretech.apps.meetings.tally import anybody_voted, tally_of
from coretech.kit.refusal import wrong_state
from coretech.law.access import Action
from coretech.law.ruling import Ruling


def check(by: Acting, item: Item) -> Room:
    """The room, where the vote may close: it is open, somebody has voted, and the quorum still stands."""
    allow_on(by, item.meeting.body, Action.CLOSE_VOTE)
    require_open(item.meeting)
    require_item(item, Item.State.VOTING)
    if not anybody_voted(item):
        raise wrong_state("尚無人投票。", "Nobody has voted yet.")
    room = room_of(item)
    require_presiding(item, room)
    require(quorum_ruling(item, room))
    return room


@operation
def close_vote(by: Acting, item_id: int) -> Act:
    """Count, rule, and carry the case on; where the readings differ in the outcome, the chair's word is waited for."""
    item = lock_item(item_id)
    ruling = _count(item, check(by, item))
    decided = decide_or_leave(item, ruling)
    act = record(
        by,
        decided.kind,
        decided.subject,
        public={
            "meeting": item.meeting_id,
            "item": item.pk,
            "method": item.method,
            "tally": item.tally,
            "ruling": as_recorded(ruling),
        },
        rows=decided.rows,
    )
    if decided.case is not None:
        tell_agency(by, act, decided.case)
    return act


def _count(item: Item, room: Room) -> Ruling:
    """Write the tally and the ruling on it to the item; envelopes go, and so does their key."""
    item.tally = tally_of(item, room)
    if item.method == Item.Method.SECRET:
        secret.finish(item)
    ruling = resolution_ruling(item, room)
    item.resolution = ruling.as_dict()
    return ruling
