"""What must stand before an item is decided, and what the decision does to it and to the case behind it."""

from coretech.apps.audit.rulings import require
from coretech.apps.cases.moving import lock_case, move
from coretech.apps.cases.states import Step, require_step
from coretech.apps.meetings.decided import Decided
from coretech.apps.meetings.deciding_panel import decide_by_panel
from coretech.apps.meetings.facts import room_of
from coretech.apps.meetings.models import Item
from coretech.apps.meetings.panel_facts import of_a_panel
from coretech.apps.meetings.panel_opinion import require_ready
from coretech.apps.meetings.presiding import require_presiding
from coretech.apps.meetings.rulings import quorum_ruling
from coretech.kit.refusal import wrong_state
from coretech.law.ruling import Outcome, Ruling

_STEPS = {
    Item.Outcome.APPROVED: Step.APPROVE,
    Item.Outcome.REJECTED: Step.REJECT,
    Item.Outcome.DEFERRED: Step.DEFER,
}


def require_to_decide(item: Item) -> Ruling:
    """The quorum's ruling, where the body can decide: a chair presides, enough attend and everybody has declared.

    Raises:
        Refused: (HTTP 409) with the ruling or the sentence that says what is missing.
    """
    if item.kind == Item.Kind.REPORT:
        raise wrong_state("報告事項不表決，請予洽悉。", "A report is not voted on; note it.")
    require_ready(item)
    room = room_of(item)
    require_presiding(item, room)
    ruling = require(quorum_ruling(item, room))
    if not room.entitled:
        raise wrong_state(
            "出席委員均應迴避，無人得參與表決。", "Everybody who attends is recused; nobody may vote."
        )
    waiting = len(room.attending - room.declared)
    if waiting:
        raise wrong_state(
            f"尚有{waiting}位出席者未申報有無利益關係（第12條）。",
            f"{waiting} of those attending have not declared whether they have an interest (art. 12).",
        )
    return ruling


def outcome_of(outcome: Outcome) -> Item.Outcome:
    """What the answer to “is the resolution carried?” makes of an item."""
    return Item.Outcome.APPROVED if outcome is Outcome.YES else Item.Outcome.REJECTED


def decide_or_leave(item: Item, ruling: Ruling) -> Decided:
    """Decide by the ruling; where a tenable reading gives another outcome, leave the item counted for the chair."""
    if all(reading.outcome is ruling.outcome for reading in ruling.readings):
        return decide(item, outcome_of(ruling.outcome))
    item.state = Item.State.COUNTED
    item.save()
    return Decided("meeting.vote_counted", item.subject, None)


def decide(item: Item, outcome: Item.Outcome) -> Decided:
    """Write the outcome to the item and carry its case on.

    Raises:
        Refused: (HTTP 409) where the case does not stand at the step.
    """
    item.state, item.outcome = Item.State.DECIDED, outcome
    item.save()
    if item.case is None:
        return Decided(f"meeting.item_{outcome.value}", item.subject, None)
    if of_a_panel(item.meeting):
        return decide_by_panel(item, item.case.reference, outcome)
    step = _STEPS[outcome]
    case = lock_case(item.case.reference)
    require_step(step, case.stands_at)
    move(case, step)
    return Decided(f"case.{outcome.value}", case.subject, case)
