"""Closing the vote: the law says whether the item is approved (art. 5(3))."""

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.audit.rulings import as_recorded
from coretech.apps.bodies.powers import allow_on
from coretech.apps.cases.notices import tell_agency
from coretech.apps.meetings.deciding import decide
from coretech.apps.meetings.facts import Room, named_tally, resolution_facts, room_of
from coretech.apps.meetings.locking import lock_item, require_item, require_open
from coretech.apps.meetings.models import Item
from coretech.kit.refusal import wrong_state
from coretech.law.access import Action
from coretech.law.meeting import resolution
from coretech.law.ruling import Ruling


def resolution_ruling(item: Item, room: Room) -> Ruling:
    """What the ballots cast so far amount to."""
    return resolution.rule(resolution_facts(room, item), item.meeting.day)


def check(by: Acting, item: Item) -> None:
    """Whether the vote may close: it is open, and somebody has voted."""
    allow_on(by, item.meeting.body, Action.CLOSE_VOTE)
    require_open(item.meeting)
    require_item(item, Item.State.VOTING)
    if not item.ballots.exists():
        raise wrong_state("尚無人投票。", "Nobody has voted yet.")


@operation
def close_vote(by: Acting, item_id: int) -> Act:
    """Count, rule, and carry the case on; the ruling is kept with the item."""
    item = lock_item(item_id)
    check(by, item)
    ruling = resolution_ruling(item, room_of(item))
    item.tally, item.resolution = named_tally(item), ruling.as_dict()
    decided = decide(item, Item.Outcome.APPROVED if ruling.is_yes else Item.Outcome.REJECTED)
    act = record(
        by,
        decided.kind,
        decided.subject,
        public={"meeting": item.meeting_id, "item": item.pk, "ruling": as_recorded(ruling)},
    )
    if decided.case is not None:
        tell_agency(by, act, decided.case)
    return act
