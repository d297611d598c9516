"""The chair's word on which reading of the majority rule applies, where they differ in the outcome (art. 5)."""

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.audit.rulings import as_recorded
from coretech.apps.cases.notices import tell_agency
from coretech.apps.meetings.chairing import own_chair
from coretech.apps.meetings.deciding import decide, outcome_of
from coretech.apps.meetings.locking import lock_item, require_item, require_open
from coretech.apps.meetings.models import Item
from coretech.apps.meetings.recorded import outcomes_of, recorded_ruling
from coretech.kit.refusal import bad_input
from coretech.law.access import Action
from coretech.law.ruling import Ruling


def check(by: Acting, item: Item) -> Ruling:
    """The ruling on the count, where its readings wait for this chair's word."""
    own_chair(by, item, Action.SETTLE_READING)
    require_open(item.meeting)
    require_item(item, Item.State.COUNTED)
    return recorded_ruling(item.resolution or {})


@operation
def settle_reading(by: Acting, item_id: int, reading: str, why: str) -> Act:
    """Decide the item by one reading, with the reason; the act keeps what every reading gives.

    ``reading`` is `IN_FORCE` or the name of another reading of the ruling kept with the item.
    """
    item = lock_item(item_id)
    ruling = check(by, item)
    outcomes = outcomes_of(ruling)
    if reading not in outcomes:
        raise bad_input("reading", "請選擇所列解讀之一。", "Choose one of the readings listed.")
    if not why.strip():
        raise bad_input("why", "請說明採此解讀的理由。", "Say why this reading applies.")
    item.reading, item.reading_why = reading, why.strip()
    decided = decide(item, outcome_of(outcomes[reading]))
    act = record(
        by,
        decided.kind,
        decided.subject,
        public={
            "meeting": item.meeting_id,
            "item": item.pk,
            "reading": reading,
            "ruling": as_recorded(ruling),
        },
        rows=decided.rows,
        why=why.strip(),
    )
    if decided.case is not None:
        tell_agency(by, act, decided.case)
    return act
