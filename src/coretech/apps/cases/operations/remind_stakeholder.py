"""Reminding somebody who was asked and has not answered: once, before the last day has passed."""

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.links import hash_of, secret_of
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.cases.consulting import (
    Stage,
    allow_consulting,
    asked,
    asker_name,
    link_to,
    lock_consultation,
)
from coretech.apps.cases.letters import remind_by_mail
from coretech.apps.cases.models import Consultation
from coretech.kit.refusal import wrong_state


def check(by: Acting, consultation: Consultation) -> None:
    """Whether this person may remind, and there is somebody silent whom nobody has reminded."""
    allow_consulting(by, consultation.case)
    if asked(consultation, by.today).stage is not Stage.ASKED:
        raise wrong_state(
            "對方已回復、期限已過或徵詢已結束，不需提醒。",
            "There is an answer, the last day has passed, or it is closed; nobody needs reminding.",
        )
    if consultation.reminded_at is not None:
        raise wrong_state("已提醒過一次。", "A reminder has been sent already.")


@operation
def remind_stakeholder(by: Acting, consultation_id: int) -> Act:
    """Send the link again; its hash is kept anew, should the installation's secret key have changed since."""
    consultation = lock_consultation(consultation_id)
    check(by, consultation)
    consultation.reminded_at = by.at
    consultation.token_sha256 = hash_of(secret_of(link_to(consultation)))
    consultation.save(update_fields=["reminded_at", "token_sha256"])
    act = record(
        by,
        "case.stakeholder_reminded",
        consultation.subject,
        public={"case": consultation.case.reference},
        confidential={"email": consultation.email},
    )
    remind_by_mail(act, consultation, asker_name(consultation, by.today))
    return act
