"""Writing the opinion that a panel votes on (art. 8)."""

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.bodies.powers import allow_on
from coretech.apps.cases.facts import newest_parts, versions_of
from coretech.apps.cases.models import Case
from coretech.apps.meetings.locking import lock_item, require_item, require_not_closed
from coretech.apps.meetings.models import Item, PanelOpinion
from coretech.apps.meetings.panel_opinion import require_case
from coretech.kit.refusal import bad_input
from coretech.law.access import Action

LONGEST = 20_000


def check(by: Acting, item: Item) -> Case:
    """The case, where the panel's officers may write the opinion on it: before the vote opens."""
    allow_on(by, item.meeting.body, Action.WRITE_MINUTES)
    case = require_case(item)
    require_not_closed(item.meeting)
    require_item(item, Item.State.LISTED)
    return case


@operation
def record_panel_opinion(by: Acting, item_id: int, text: str, conditions: str = "") -> Act:
    """Write the opinion, with its conditions, on the dossier as it is; the newest one is what the panel votes on."""
    item = lock_item(item_id)
    case = check(by, item)
    for name, words in (("text", text), ("conditions", conditions)):
        if len(words) > LONGEST:
            raise bad_input(name, f"內容請在{LONGEST}字以內。", f"Keep it within {LONGEST} characters.")
    if not text.strip():
        raise bad_input("text", "請填寫審查意見。", "Write the panel's opinion.")
    parts = versions_of(newest_parts(case))
    kept = PanelOpinion.objects.create(
        item=item,
        text=text.strip(),
        conditions=conditions.strip(),
        parts=parts,
        written_at=by.at,
        written_by_id=by.account_id,
    )
    return record(
        by,
        "meeting.opinion_recorded",
        item.subject,
        public={"parts": parts},
        confidential={"text": text.strip(), "conditions": conditions.strip()},
        rows=[kept],
    )
