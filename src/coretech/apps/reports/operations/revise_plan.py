"""Rolling revision: the plan's newest version takes the place of the one in force, row by row."""

import datetime as dt
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.locks import hold
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.audit.rulings import allow
from coretech.apps.plans.models import Plan
from coretech.apps.plans.queries import version_of
from coretech.apps.reports.cycle.steering import matter_of
from coretech.apps.reports.models import Carried, Evaluation, Revision
from coretech.apps.reports.revisions.revising import Compared, compared, next_pair, outcomes
from coretech.kit.refusal import bad_input, wrong_state
from coretech.law.access import Action

LONGEST_NUMBER, LONGEST_WHY = 80, 5000


@dataclass(frozen=True, slots=True)
class Approved:
    """By which document, on which day and why; and the evaluation that it follows, where there is one."""

    document_no: str
    approved_on: dt.date
    why: str
    evaluation: int | None = None


def check(by: Acting, plan: Plan) -> None:
    """Whether this person revises the plan."""
    allow(by, Action.REVISE_PLAN, matter_of(plan))


def foresee(by: Acting, plan_slug: str) -> Compared:
    """What the newest version would change; nothing is written."""
    plan = version_of(plan_slug).plan
    check(by, plan)
    return compared(*next_pair(plan))


@operation
def revise_plan(by: Acting, plan_slug: str, judged: Mapping[str, bool], approved: Approved, seen: str) -> Act:
    """Write what became of every row; ``seen`` is the digest of the two versions that were judged."""
    plan = version_of(plan_slug).plan
    check(by, plan)
    hold(f"revisions:{plan.pk}")
    found = compared(*next_pair(plan))
    if seen != found.digest:
        raise wrong_state(
            "計畫在您判斷之後又有新版本；請重新檢視。",
            "The plan has a newer version since you judged; look again.",
        )
    evaluation = _evaluation(plan, approved)
    _refuse_bad(by, approved)
    fates = outcomes(found, judged)
    revision = Revision.objects.create(
        plan=plan,
        before=found.before,
        after=found.after,
        evaluation=evaluation,
        approved_on=approved.approved_on,
        document_no=approved.document_no.strip(),
        why=approved.why.strip(),
        recorded_at=by.at,
    )
    rows = Carried.objects.bulk_create(
        Carried(revision=revision, row=each.kind, old_key=each.old_key, new_key=each.new_key, fate=each.fate)
        for each in fates
    )
    public = {
        "before": found.before.version,
        "after": found.after.version,
        "document_no": revision.document_no,
        "approved_on": revision.approved_on.isoformat(),
        "counts": dict(sorted(Counter(each.fate.value for each in fates).items())),
    }
    return record(
        by, "plan.revised", f"plan/{plan.slug}", public=public, rows=[revision, *rows], why=revision.why
    )


def _evaluation(plan: Plan, approved: Approved) -> Evaluation | None:
    if approved.evaluation is None:
        return None
    found = Evaluation.objects.filter(plan=plan, pk=approved.evaluation).first()
    if found is None:
        raise bad_input("evaluation", "這個計畫沒有這次評估。", "The plan has no such evaluation.")
    return found


def _refuse_bad(by: Acting, approved: Approved) -> None:
    if not 0 < len(approved.document_no.strip()) <= LONGEST_NUMBER:
        raise bad_input(
            "document_no",
            f"請填核定公文字號，{LONGEST_NUMBER}字以內。",
            "Give the number of the approving document.",
        )
    if approved.approved_on > by.today:
        raise bad_input("approved_on", "核定日期不能晚於今日。", "It was approved today or before.")
    if not 0 < len(approved.why.strip()) <= LONGEST_WHY:
        raise bad_input("why", f"請寫明修正理由，{LONGEST_WHY}字以內。", "Say why the plan is revised.")
