"""Closing the vote: the law says whether the item is approved (art. 5(3))."""

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.audit.rulings import allow, as_recorded
from coretech.apps.cases.moving import lock_case, move
from coretech.apps.cases.notices import tell_agency
from coretech.apps.cases.states import Step, require_step
from coretech.apps.meetings.facts import Room, resolution_facts, room_of
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
    allow(by, Action.CLOSE_VOTE)
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
    step = Step.APPROVE if ruling.is_yes else Step.REJECT
    case = lock_case(item.case.reference)
    require_step(step, case.stands_at)
    item.state = Item.State.DECIDED
    item.outcome = Item.Outcome.APPROVED if ruling.is_yes else Item.Outcome.REJECTED
    item.resolution = ruling.as_dict()
    item.save(update_fields=["state", "outcome", "resolution"])
    move(case, step)
    act = record(
        by,
        "case.approved" if ruling.is_yes else "case.rejected",
        case.subject,
        public={"meeting": item.meeting_id, "item": item.pk, "ruling": as_recorded(ruling)},
    )
    tell_agency(by, act, case)
    return act
