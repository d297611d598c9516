"""Asking for an audit now; the job that waits for it begins within a minute."""

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.auditing.how_far import running
from coretech.apps.audit.audits import ASKED, audit_owed
from coretech.apps.audit.locks import hold
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.audit.rulings import allow
from coretech.kit.refusal import wrong_state
from coretech.law.access import Action


def check(by: Acting) -> None:
    """Whether this person keeps the log, and none is owed or under way (HTTP 409)."""
    allow(by, Action.KEEP_LOG_KEYS)
    if audit_owed() or running() is not None:
        raise wrong_state(
            "重算正在等候或進行中；完成後可再要求。",
            "An audit is waiting or under way; ask again when it is over.",
        )


@operation
def ask_for_audit(by: Acting) -> Act:
    """Ask for the whole log to be recomputed."""
    hold("audit")
    check(by)
    return record(by, ASKED, "log")
