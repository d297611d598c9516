"""Keeping what an audit found, and telling those who keep the log where anything no longer holds."""

import datetime as dt

from django.contrib.auth import get_user_model

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.auditing.found import Audit
from coretech.apps.audit.audits import KEPT, as_named, counted
from coretech.apps.audit.models import Act, AuditRun
from coretech.apps.audit.notices import notify
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.audit.rulings import allow
from coretech.kit.sentence import Sentence
from coretech.law.access import Action

PAGE = "/log/audits/"
"""Where the results are read."""


def check(by: Acting) -> None:
    """Whether this one keeps the log."""
    allow(by, Action.KEEP_LOG_KEYS)


@operation
def keep_audit(by: Acting, found: Audit, begun_at: dt.datetime) -> Act:
    """Keep the result; where there are faults, every administrator is written to."""
    check(by)
    run = AuditRun.objects.create(
        begun_at=begun_at,
        at=by.at,
        size=found.size,
        root=found.root,
        rows=found.rows,
        faults=found.faults,
        named=as_named(found.broken),
    )
    public = {"size": found.size, "root": found.root, "rows": found.rows, "faults": found.faults}
    act = record(by, KEPT, f"audit/{run.pk}", public=public, rows=[run])
    if found.faults:
        notify(act, _keepers(), _alarm(found), PAGE)
    return act


def _keepers() -> list[int]:
    administrators = get_user_model().objects.filter(is_superuser=True, is_active=True)
    return list(administrators.values_list("pk", flat=True))


def _alarm(found: Audit) -> Sentence:
    many = counted(found.faults)
    return Sentence(f"紀錄有{many.zh}，請立即查明", f"The log has {many.en}: look into it at once")
