"""Opening the vote on an item: a chair, a quorum and every declaration first (arts. 5(3) and 12)."""

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.audit.rulings import as_recorded
from coretech.apps.bodies.coordination import is_coordination
from coretech.apps.bodies.powers import allow_on
from coretech.apps.meetings import secret
from coretech.apps.meetings.changes import changes_allowed_by
from coretech.apps.meetings.deciding import require_to_decide
from coretech.apps.meetings.locking import lock_item, require_item, require_open
from coretech.apps.meetings.models import Item
from coretech.kit.refusal import bad_input, wrong_state
from coretech.law.access import Action
from coretech.law.ruling import Ruling

METHODS = (Item.Method.HANDS, Item.Method.NAMED, Item.Method.SECRET)


def check(by: Acting, item: Item) -> Ruling:
    """The quorum's ruling, where the vote may open."""
    allow_on(by, item.meeting.body, Action.OPEN_VOTE)
    require_open(item.meeting)
    require_item(item, Item.State.LISTED)
    if is_coordination(item.meeting.body):
        raise wrong_state(
            "專案會議不表決；無人異議即通過，有人異議請保留。",
            "A coordination meeting does not vote: adopt what nobody objects to, and defer the rest.",
        )
    return require_to_decide(item)


@operation
def open_vote(
    by: Acting, item_id: int, method: str = Item.Method.NAMED.value, *, changes: bool = False
) -> Act:
    """Open the vote by a method; the quorum's ruling is kept with the item.

    ``changes`` lets members of the council change a named vote until it closes; a panel's own rules say so for it.
    """
    item = lock_item(item_id)
    ruling = check(by, item)
    if method not in METHODS:
        raise bad_input("method", "請選擇舉手、記名或無記名。", "Choose hands, named or secret.")
    item.changes_allowed = changes_allowed_by(item, method, asked=changes)
    item.state, item.method, item.quorum = Item.State.VOTING, method, ruling.as_dict()
    item.save(update_fields=["state", "method", "changes_allowed", "quorum"])
    if method == Item.Method.SECRET:
        secret.begin(item)
    return record(
        by,
        "meeting.vote_opened",
        item.subject,
        public={
            "ruling": as_recorded(ruling),
            "method": method,
            "round": item.round,
            "changes": item.changes_allowed,
        },
    )
