"""The audit of the log: every night, and within a minute where a keeper asked for one."""

import logging

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.auditing.how_far import tell
from coretech.apps.audit.audits import audit_owed
from coretech.apps.audit.clock import now
from coretech.apps.audit.operations.keep_audit import keep_audit
from coretech.apps.audit.queries import audit
from coretech.law.access import Role, Standing

_log = logging.getLogger(__name__)

_KEEPER = Standing(frozenset({Role.PUBLIC, Role.ADMINISTRATOR}))


def audit_and_keep() -> int:
    """Recompute the whole log and keep the result; says how many faults there are."""
    begun_at = now()
    found = audit(progress=tell)
    if found.faults:
        _log.error("the audit of the log found %s faults, the first: %s", found.faults, found.broken[0])
    by = Acting(at=now(), username="system", standing=_KEEPER, via="nightly audit")
    keep_audit(by, found, begun_at)
    return found.faults


def audit_if_owed() -> int | None:
    """The same where somebody asked for it; None where nobody did."""
    return audit_and_keep() if audit_owed() else None
