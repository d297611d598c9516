"""Withdrawing a case before it reaches the council."""

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.cases.models import Case
from coretech.apps.cases.moving import check_step, lock_case, move
from coretech.apps.cases.states import Step
from coretech.kit.refusal import bad_input


def check(by: Acting, case: Case) -> None:
    """Whether the case may be withdrawn by this person now."""
    check_step(by, case, Step.WITHDRAW)


@operation
def withdraw(by: Acting, reference: str, why: str, seen: int | None = None) -> Act:
    """Take the case back; it stays readable, with the reason."""
    case = lock_case(reference, seen)
    check(by, case)
    if not why.strip():
        raise bad_input("why", "請說明撤回理由。", "Say why the case is withdrawn.")
    move(case, Step.WITHDRAW)
    return record(by, "case.withdrawn", case.subject, why=why.strip())
