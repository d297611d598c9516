"""Adopting an item because nobody objects (art. 5(3)): the chair asks, and everybody who may vote is for it."""

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.audit.rulings import as_recorded
from coretech.apps.bodies.coordination import is_coordination
from coretech.apps.bodies.powers import allow_on
from coretech.apps.cases.notices import tell_agency
from coretech.apps.meetings.deciding import decide, outcome_of, require_to_decide
from coretech.apps.meetings.facts import room_of
from coretech.apps.meetings.locking import lock_item, require_item, require_open
from coretech.apps.meetings.models import Item
from coretech.apps.meetings.rulings import resolution_ruling
from coretech.kit.refusal import bad_input
from coretech.law.access import Action
from coretech.law.ruling import Ruling


def check(by: Acting, item: Item) -> Ruling:
    """The quorum's ruling, where the body could vote on the item."""
    allow_on(by, item.meeting.body, Action.CLOSE_VOTE)
    require_open(item.meeting)
    require_item(item, Item.State.LISTED)
    return require_to_decide(item)


@operation
def adopt_without_objection(by: Acting, item_id: int, *, asked: bool) -> Act:
    """Adopt the item; ``asked`` says that the chair asked and nobody objected. On an objection open a vote instead."""
    item = lock_item(item_id)
    quorum = check(by, item)
    if not asked:
        raise bad_input(
            "asked",
            "請先詢問在場出席者有無異議；有人異議，就不能以無異議通過。",
            "Ask first whether anybody objects; if somebody does, the item is not adopted this way.",
        )
    room = room_of(item)
    item.method, item.quorum = Item.Method.CONSENT, quorum.as_dict()
    if not is_coordination(item.meeting.body):
        item.tally = {"for": len(room.entitled), "against": 0, "abstain": 0}
    ruling = resolution_ruling(item, room)
    item.resolution = ruling.as_dict()
    decided = decide(item, outcome_of(ruling.outcome))
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
