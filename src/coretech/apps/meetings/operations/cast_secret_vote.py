"""Casting one's vote in secret (art. 5(3)): the roll says that one voted, an envelope how, and nothing joins them."""

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.bodies.models import Appointment
from coretech.apps.meetings.locking import lock_item
from coretech.apps.meetings.models import Ballot, Item, RollEntry
from coretech.apps.meetings.secret import put_in
from coretech.apps.meetings.voters import own_vote, require_first_vote
from coretech.kit.refusal import bad_input


def check(by: Acting, item: Item) -> Appointment:
    """The seat the vote is cast from; a sealed vote cannot be changed, for nobody could find it."""
    seat = own_vote(by, item, Item.Method.SECRET)
    require_first_vote(item, seat)
    return seat


@operation
def cast_secret_vote(by: Acting, item_id: int, choice: str) -> Act:
    """Enter the seat on the roll and put the choice among the envelopes; the act says only that somebody voted."""
    item = lock_item(item_id)
    seat = check(by, item)
    if choice not in Ballot.Choice.values:
        raise bad_input("choice", "請選擇贊成、反對或棄權。", "Choose for, against or abstain.")
    entry = RollEntry.objects.create(item=item, round=item.round, appointment=seat)
    put_in(item, choice)
    return record(by, "meeting.secret_vote_cast", item.subject, rows=[entry])
