"""What a decision does to the case behind an item."""

from dataclasses import dataclass

from coretech.apps.cases.models import Case
from coretech.apps.cases.moving import lock_case, move
from coretech.apps.cases.states import Step, require_step
from coretech.apps.meetings.models import Item

_STEPS = {
    Item.Outcome.APPROVED: Step.APPROVE,
    Item.Outcome.REJECTED: Step.REJECT,
    Item.Outcome.DEFERRED: Step.DEFER,
}


@dataclass(frozen=True, slots=True)
class Decided:
    """The act a decision is recorded as, and the case it moved, if there is one behind the item."""

    kind: str
    subject: str
    case: Case | None


def decide(item: Item, outcome: Item.Outcome) -> Decided:
    """Write the outcome to the item and carry its case on.

    Raises:
        Refused: (HTTP 409) where the case does not stand at the step.
    """
    item.state, item.outcome = Item.State.DECIDED, outcome
    item.save()
    if item.case is None:
        return Decided(f"meeting.item_{outcome.value}", item.subject, None)
    step = _STEPS[outcome]
    case = lock_case(item.case.reference)
    require_step(step, case.stands_at)
    move(case, step)
    return Decided(f"case.{outcome.value}", case.subject, case)
