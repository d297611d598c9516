"""Closing a question: after the last day silence is recorded as no view; before it, the question is withdrawn."""

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.cases.consulting import Stage, allow_consulting, asked, lock_consultation
from coretech.apps.cases.models import Consultation
from coretech.kit.refusal import bad_input, wrong_state


def check(by: Acting, consultation: Consultation) -> None:
    """Whether this person may close it, and nobody has; an answer may be changed until the last day, so it waits."""
    allow_consulting(by, consultation.case)
    if consultation.closed_at is not None:
        raise wrong_state("此徵詢已結束。", "This consultation has been closed already.")
    if asked(consultation, by.today).stage is Stage.ANSWERED and by.today <= consultation.answer_by:
        raise wrong_state(
            "對方已回復，期限屆至前仍可修改；期限過後再結束。",
            "There is an answer, which may be changed until the last day; close it afterwards.",
        )


@operation
def close_consultation(by: Acting, consultation_id: int, why: str = "") -> Act:
    """Close it; before the last day the reason is asked for, and the link opens nothing any more."""
    consultation = lock_consultation(consultation_id)
    check(by, consultation)
    if by.today <= consultation.answer_by and not why.strip():
        raise bad_input(
            "why", "期限未到，請寫明撤回的理由。", "The last day has not passed; say why it is withdrawn."
        )
    consultation.closed_at = by.at
    consultation.save(update_fields=["closed_at"])
    return record(
        by,
        "case.consultation_closed",
        consultation.subject,
        public={
            "case": consultation.case.reference,
            "outcome": asked(consultation, by.today).stage.value,
        },
        why=why.strip(),
    )
