"""Recording that an evaluation was reported to the Executive Yuan for reference; from then on it is public."""

import datetime as dt

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.reports.evaluations.access import check_run, lock_evaluation
from coretech.apps.reports.evaluations.states import State, Step
from coretech.apps.reports.models import Evaluation
from coretech.kit.refusal import bad_input

LONGEST_NUMBER = 80


def check(by: Acting, evaluation: Evaluation) -> None:
    """Whether this person runs the evaluation, and it is compiled."""
    check_run(by, evaluation, Step.REPORT)


@operation
def report_evaluation(by: Acting, evaluation_id: int, document_no: str, reported_on: dt.date) -> Act:
    """Keep the document's number and day; findings are closed to additions and go on being followed."""
    evaluation = lock_evaluation(evaluation_id)
    check(by, evaluation)
    if not 0 < len(document_no.strip()) <= LONGEST_NUMBER:
        raise bad_input(
            "document_no",
            f"請填公文字號，{LONGEST_NUMBER}字以內。",
            f"Give the document's number, {LONGEST_NUMBER} characters at most.",
        )
    if reported_on > by.today:
        raise bad_input("reported_on", "報院日期不能晚於今日。", "It was reported today or before.")
    evaluation.state, evaluation.document_no = State.REPORTED, document_no.strip()
    evaluation.reported_on = reported_on
    evaluation.save(update_fields=["state", "document_no", "reported_on"])
    public = {
        "plan": evaluation.plan.slug,
        "kind": evaluation.kind,
        "document_no": evaluation.document_no,
        "reported_on": reported_on.isoformat(),
        "findings": evaluation.findings.count(),
    }
    return record(by, "evaluation.reported", evaluation.subject, public=public)
