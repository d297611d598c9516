"""Answering a question, by the link that came with it; until the last day the answer may be changed."""

import datetime as dt
from dataclasses import dataclass
from http import HTTPStatus

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.cases.consulting import consultation_of, lock_consultation, newest_answer
from coretech.apps.cases.models import Consultation, ConsultationAnswer
from coretech.kit.refusal import Refused, bad_input, wrong_state
from coretech.kit.sentence import Sentence

LONGEST_ANSWER = 20_000
MOST_AN_HOUR = 10
_HOUR = dt.timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Answer:
    """What somebody says, how it may be told of, whether it is confidential, and that the terms are agreed to."""

    text: str
    consent: str
    confidential: bool = False
    agreed: bool = False


def check(by: Acting, consultation: Consultation) -> None:
    """Whether answers are still taken; they are until the end of the last day."""
    if by.today > consultation.answer_by or consultation.closed_at is not None:
        given = newest_answer(consultation)
        zh = f"回復期間至{consultation.answer_by.isoformat()}止，已截止。"
        en = f"Answers were taken until {consultation.answer_by.isoformat()}; the period is over."
        if given is not None:
            zh += f"您先前的意見已收到，收據編號{given.receipt}。"
            en += f" Your answer has been received; its receipt is {given.receipt}."
        raise wrong_state(zh, en)


@operation
def answer_consultation(by: Acting, secret: str, given: Answer) -> Act:
    """Take the answer in; the newest one counts, and what it says stays outside the log's leaf."""
    consultation = lock_consultation(consultation_of(secret).pk)
    check(by, consultation)
    _refuse_flood(by, consultation)
    _refuse_bad(given)
    answer = ConsultationAnswer.objects.create(
        consultation=consultation,
        receipt=f"{consultation.number}-A{consultation.answers.count() + 1}",
        text=given.text.strip(),
        consent=given.consent,
        confidential=given.confidential,
        answered_at=by.at,
    )
    return record(
        by,
        "case.consultation_answered",
        consultation.subject,
        public={"case": consultation.case.reference, "receipt": answer.receipt},
        confidential={"text": answer.text, "consent": answer.consent, "confidential": answer.confidential},
        rows=[answer],
    )


def _refuse_flood(by: Acting, consultation: Consultation) -> None:
    if consultation.answers.filter(answered_at__gt=by.at - _HOUR).count() >= MOST_AN_HOUR:
        sentence = Sentence(
            f"一小時內已修改{MOST_AN_HOUR}次；前一次送出的意見有效，請稍後再修改。",
            f"The answer was changed {MOST_AN_HOUR} times within an hour; the last one counts. Change it later.",
        )
        raise Refused(sentence, status=HTTPStatus.TOO_MANY_REQUESTS)


def _refuse_bad(given: Answer) -> None:
    if not given.agreed:
        raise bad_input("agreed", "請先同意填答條款。", "Agree to the terms first.")
    if not given.text.strip() or len(given.text) > LONGEST_ANSWER:
        raise bad_input(
            "text",
            f"請填寫意見（{LONGEST_ANSWER}字以內）；沒有意見請填「無意見」。",
            f"Write your view in {LONGEST_ANSWER} characters at most; if you have none, say so.",
        )
    if given.consent not in ConsultationAnswer.Consent.values:
        raise bad_input("consent", "請選擇意見如何引用。", "Choose how your view may be told of.")
