"""Casting one's vote under one's name (art. 5(3))."""

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.bodies.models import Appointment
from coretech.apps.meetings.locking import lock_item
from coretech.apps.meetings.models import Ballot, Item
from coretech.apps.meetings.voters import own_vote, require_first_vote
from coretech.kit.refusal import bad_input


def check(by: Acting, item: Item) -> Appointment:
    """The seat the vote is cast from, where it may be cast, or changed, now."""
    seat = own_vote(by, item, Item.Method.NAMED)
    if not item.changes_allowed:
        require_first_vote(item, seat)
    return seat


@operation
def cast_vote(by: Acting, item_id: int, choice: str) -> Act:
    """Cast a named vote, or change it where that is allowed; the choice stays out of the public leaf."""
    item = lock_item(item_id)
    seat = check(by, item)
    if choice not in Ballot.Choice.values:
        raise bad_input("choice", "請選擇贊成、反對或棄權。", "Choose for, against or abstain.")
    before = Ballot.objects.filter(item=item, round=item.round, appointment=seat).count()
    ballot = Ballot.objects.create(
        item=item,
        round=item.round,
        appointment=seat,
        revision=before + 1,
        choice=choice,
        cast_at=by.at,
    )
    return record(
        by,
        "meeting.vote_cast",
        item.subject,
        confidential={"seat": seat.seat.number, "choice": choice, "revision": before + 1},
        rows=[ballot],
    )
