"""Annulling a vote before it has decided anything, so that it can be held anew (art. 5)."""

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.meetings import secret
from coretech.apps.meetings.chairing import own_chair
from coretech.apps.meetings.locking import lock_item, require_item, require_open
from coretech.apps.meetings.models import Item
from coretech.kit.refusal import bad_input
from coretech.law.access import Action


def check(by: Acting, item: Item) -> None:
    """Whether the chair may annul the vote: it is open, or counted and not yet decided."""
    own_chair(by, item, Action.SETTLE_READING)
    require_open(item.meeting)
    require_item(item, Item.State.VOTING, Item.State.COUNTED)


@operation
def annul_vote(by: Acting, item_id: int, why: str) -> Act:
    """Put the item back before its vote; ballots and roll stay apart as those of an annulled round."""
    item = lock_item(item_id)
    check(by, item)
    if not why.strip():
        raise bad_input("why", "請說明本次表決作廢的理由。", "Say why this vote is annulled.")
    annulled = {"method": item.method, "round": item.round}
    if item.method == Item.Method.SECRET:
        secret.finish(item)
    _begin_again(item)
    return record(by, "meeting.vote_annulled", item.subject, public=annulled, why=why.strip())


def _begin_again(item: Item) -> None:
    item.state, item.method, item.changes_allowed = Item.State.LISTED, "", False
    item.quorum = item.resolution = item.tally = item.hand_count = None
    item.round += 1
    item.save()
