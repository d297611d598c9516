"""Bringing an approved case back to the council: the list has moved on, or a comment calls for another decision."""

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.cases.models import Case
from coretech.apps.cases.moving import check_step, lock_case, move
from coretech.apps.cases.notices import tell_agency
from coretech.apps.cases.states import Step
from coretech.kit.refusal import bad_input


def check(by: Acting, case: Case) -> None:
    """Whether the Office may bring the case back now."""
    check_step(by, case, Step.RETURN_TO_COUNCIL)


@operation
def return_to_council(by: Acting, reference: str, why: str, *, seen: int | None = None) -> Act:
    """Let the case wait for the council's agenda again; its approval and its pre-announcement stay on record.

    Announcing it asks for a new approval and a new pre-announcement.
    """
    case = lock_case(reference, seen)
    check(by, case)
    if not why.strip():
        raise bad_input("why", "請寫明送回理由。", "Say why the case goes back to the council.")
    move(case, Step.RETURN_TO_COUNCIL)
    act = record(by, "case.returned_to_council", case.subject, why=why.strip())
    tell_agency(by, act, case)
    return act
