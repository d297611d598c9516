"""Asking a stakeholder about a case, by mail with a link (arts. 4(1) and 7(1))."""

import datetime as dt
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.links import hash_of, secret_of
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.cases.consulting import allow_consulting, asker_name, link_to
from coretech.apps.cases.letters import ask_by_mail
from coretech.apps.cases.models import Case, Consultation
from coretech.apps.cases.models.consultation import OUTSIDE_LEVELS
from coretech.apps.cases.moving import lock_case
from coretech.apps.cases.states import State
from coretech.apps.people.models import Agency
from coretech.kit.refusal import bad_input, wrong_state
from coretech.law.access import Role, Secrecy

LONGEST_QUESTION = 5000
_LONGEST_NAME = 120
_LONGEST_ADDRESS = 200
_LONGEST_PERIOD = dt.timedelta(days=366)
_OVER = frozenset({State.REJECTED, State.WITHDRAWN, State.ANNOUNCED, State.REPORTED})


@dataclass(frozen=True, slots=True)
class Question:
    """Whom to ask, and what: ``text`` is written for outsiders and never taken from the dossier."""

    group: str
    name: str
    email: str
    text: str
    answer_by: dt.date
    organisation: str = ""
    level: str = Secrecy.OPEN.value


def check(by: Acting, case: Case) -> None:
    """Whether this person may ask in the case, and its way has not ended."""
    allow_consulting(by, case)
    if case.stands_at in _OVER:
        raise wrong_state("本案已結束，不再徵詢意見。", "The case has ended; nobody is asked any more.")


def check_question(by: Acting, asked: Question) -> None:
    """Whether the question can be sent as it is (HTTP 422 otherwise)."""
    _refuse_nobody(asked)
    if not asked.text.strip() or len(asked.text) > LONGEST_QUESTION:
        raise bad_input(
            "text",
            f"請寫明徵詢的問題（{LONGEST_QUESTION}字以內）。",
            f"Write the question, in {LONGEST_QUESTION} characters at most.",
        )
    if asked.level not in OUTSIDE_LEVELS:
        raise bad_input(
            "level",
            "寄給外部的文字只能是「公開」或「限受徵詢者」；機密內容須簽署保密協議後始得閱覽。",
            "Words for outsiders are open or for those asked alone; what is confidential opens under an agreement.",
        )
    if not by.today < asked.answer_by <= by.today + _LONGEST_PERIOD:
        raise bad_input(
            "answer_by",
            "回復期限最早為明日，最晚為一年內。",
            "The last day to answer is tomorrow at the earliest, and within a year.",
        )


@operation
def consult(by: Acting, reference: str, asked: Question) -> Act:
    """Send the question; the mail says who asks and by when, and holds no word of the case or the question."""
    case = lock_case(reference)
    check(by, case)
    check_question(by, asked)
    made = _made(by, case, asked)
    act = record(
        by,
        "case.consulted",
        made.subject,
        public={"case": case.reference, "group": made.group, "answer_by": made.answer_by.isoformat()},
        confidential={
            "name": made.name,
            "organisation": made.organisation,
            "email": made.email,
            "question": made.question,
            "level": made.level,
        },
    )
    ask_by_mail(act, made, asker_name(made, by.today))
    return act


def _made(by: Acting, case: Case, asked: Question) -> Consultation:
    """The row; the case's lock keeps its numbers apart."""
    made = Consultation(
        case=case,
        number=f"{case.reference}-C{Consultation.objects.filter(case=case).count() + 1}",
        asker=_asker(by, case),
        group=asked.group,
        name=asked.name.strip(),
        organisation=asked.organisation.strip(),
        email=asked.email.strip(),
        question=asked.text.strip(),
        level=asked.level,
        answer_by=asked.answer_by,
        asked_at=by.at,
    )
    made.token_sha256 = hash_of(secret_of(link_to(made)))
    made.save()
    return made


def _asker(by: Acting, case: Case) -> Agency | None:
    """The agency on whose behalf somebody asks; none for the Office."""
    if Role.OFFICE in by.standing.roles:
        return None
    return case.submitter if case.submitter.code in by.standing.agencies else case.authority


def _refuse_nobody(asked: Question) -> None:
    if asked.group not in Consultation.Group.values:
        raise bad_input("group", "請選擇產業、政府、學術或研究。", "Choose the stakeholder's group.")
    if not asked.name.strip() or len(asked.name) > _LONGEST_NAME:
        raise bad_input(
            "name",
            f"請填寫姓名（{_LONGEST_NAME}字以內）。",
            f"Give a name of {_LONGEST_NAME} characters at most.",
        )
    if len(asked.organisation) > _LONGEST_NAME:
        raise bad_input(
            "organisation",
            f"機構名稱請在{_LONGEST_NAME}字以內。",
            f"Keep the organisation within {_LONGEST_NAME} characters.",
        )
    try:
        validate_email(asked.email.strip())
    except ValidationError:
        usable = False
    else:
        usable = len(asked.email.strip()) <= _LONGEST_ADDRESS
    if not usable:
        raise bad_input(
            "email", "請填寫可用的電子郵件地址。", "Give an e-mail address that can be written to."
        )
