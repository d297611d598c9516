"""Revoking leave to read what is secret in a case (art. 11)."""

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.cases.levels import reason, require_power_over_secrecy
from coretech.apps.cases.models import Case
from coretech.apps.cases.moving import lock_case
from coretech.kit.refusal import not_found, wrong_state


def check(by: Acting, case: Case) -> None:
    """Whether this person may revoke leave in the case."""
    require_power_over_secrecy(by, case)


@operation
def revoke_access(by: Acting, reference: str, grant_id: int, why: str) -> Act:
    """End somebody's leave from now on; what was given and when stays on record."""
    case = lock_case(reference)
    check(by, case)
    words = reason(why)
    grant = case.grants.filter(pk=grant_id).first()
    if grant is None:
        raise not_found("沒有這項核准。", "There is no such leave.")
    if grant.revoked_at is not None:
        raise wrong_state("這項核准已撤銷。", "This leave has been revoked.")
    grant.revoked_at = by.at
    grant.save(update_fields=["revoked_at"])
    return record(
        by,
        "case.access_revoked",
        case.subject,
        public={"grant": grant.pk},
        confidential={"person": grant.person_id},
        why=words,
    )
