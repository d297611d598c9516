"""Taking budget figures over from a file: one act, all of its rows or none."""

import hashlib

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.locks import hold
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.plans.models import Plan
from coretech.apps.plans.queries import version_of
from coretech.apps.reports.models import BudgetFigure
from coretech.apps.reports.operations import record_budget
from coretech.apps.reports.spending.budgets import columns_of
from coretech.apps.reports.spending.intake import Intake, given_of, intake_of
from coretech.kit.refusal import bad_input, wrong_state


def check(by: Acting, plan: Plan) -> None:
    """Whether this person records figures of the plan."""
    record_budget.check(by, plan)


def foresee(by: Acting, plan_slug: str, raw: bytes) -> Intake:
    """What the file would write, and what is to be corrected in it; nothing is written."""
    version = version_of(plan_slug)
    check(by, version.plan)
    return intake_of(by, version, raw)


@operation
def import_budgets(by: Acting, plan_slug: str, raw: bytes, seen: str) -> Act:
    """Write what the file brings; ``seen`` is the digest of what was shown and agreed to."""
    version = version_of(plan_slug)
    check(by, version.plan)
    hold(f"budgets:{version.plan_id}")
    intake = intake_of(by, version, raw)
    _require_agreed(intake, seen)
    made = [
        BudgetFigure.objects.create(
            **columns_of(by, version, given_of(each.row)), restates=each.before, why=each.row.why
        )
        for each in intake.writes
    ]
    public = {
        "counts": {kind.value: count for kind, count in intake.counts.items()},
        "sha256": hashlib.sha256(raw).hexdigest(),
    }
    return record(by, "budget.imported", f"plan/{plan_slug}", public=public, rows=made)


def _require_agreed(intake: Intake, seen: str) -> None:
    if intake.findings:
        first = intake.findings[0].told
        raise bad_input("file", first.zh, first.en)
    if not intake.writes:
        raise bad_input("file", "檔案與紀錄相同，沒有要匯入的。", "The file says what the record says.")
    if intake.digest != seen:
        raise wrong_state(
            "經費在您檢視之後已有變動，請重新檢視。",
            "The figures have changed since you looked; look at the file again.",
        )
