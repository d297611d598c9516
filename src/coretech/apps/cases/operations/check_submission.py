"""The Office's check of a submission: passed on, or returned for completion (art. 7)."""

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.audit.rulings import require
from coretech.apps.cases.affected import require_fit
from coretech.apps.cases.models import Case, OfficeCheck
from coretech.apps.cases.moving import check_step, lock_case, move
from coretech.apps.cases.notices import tell_agency
from coretech.apps.cases.operations.submit import rulings
from coretech.apps.cases.states import Step
from coretech.kit.refusal import bad_input


def check(by: Acting, case: Case, *, passed: bool = True) -> None:
    """Whether the Office may take the step; it may pass on only what the law accepts."""
    check_step(by, case, Step.PASS_CHECK if passed else Step.RETURN)
    if passed:
        require_fit(case)
        for ruling in rulings(by, case):
            require(ruling)


@operation
def check_submission(by: Acting, reference: str, *, passed: bool, note: str, seen: int | None = None) -> Act:
    """Record what the Office found; a return says what is missing."""
    case = lock_case(reference, seen)
    check(by, case, passed=passed)
    if not note.strip():
        raise bad_input("note", "請寫明查核意見。", "Write what the check found.")
    checked = OfficeCheck.objects.create(case=case, passed=passed, note=note.strip(), checked_at=by.at)
    move(case, Step.PASS_CHECK if passed else Step.RETURN)
    kind = "case.check_passed" if passed else "case.returned"
    act = record(by, kind, case.subject, rows=[checked], why=note.strip())
    tell_agency(by, act, case)
    return act
