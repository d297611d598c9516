"""Inviting another agency that would be the technology's authority (explanation to art. 7)."""

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.cases.models import Case
from coretech.apps.cases.moving import check_step, lock_case, move
from coretech.apps.cases.states import Step
from coretech.kit.refusal import wrong_state


def check(by: Acting, case: Case) -> None:
    """Whether there is another authority to invite, and it has not been invited yet."""
    check_step(by, case, Step.WRITE_DOSSIER)
    if case.authority_id == case.submitter_id:
        raise wrong_state("本案未涉及其他主管機關。", "No other agency would be the authority in this case.")
    if case.other_authority_invited:
        raise wrong_state("已邀請該機關參與研議。", "The other authority has been invited already.")


@operation
def invite_authority(by: Acting, reference: str, seen: int | None = None) -> Act:
    """Record the invitation; the other authority's officers can read the case from now on."""
    case = lock_case(reference, seen)
    check(by, case)
    case.other_authority_invited = True
    move(case, Step.WRITE_DOSSIER)
    return record(by, "case.authority_invited", case.subject, public={"authority": case.authority.code})
