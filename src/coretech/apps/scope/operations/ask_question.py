"""Asking officially: anybody may, without signing in; the item's authority answers."""

from dataclasses import dataclass

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.links import hash_of, secret_of
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.people.senders import refuse_bad_sender
from coretech.apps.scope import keeping
from coretech.apps.scope.asked import AskedOf, keep_technology, refuse_bad_technologies
from coretech.apps.scope.letters import acknowledge, tell_officers
from coretech.apps.scope.models import Question
from coretech.apps.scope.queries import require_asker
from coretech.apps.scope.receiving import answer_due, next_question_number, refuse_a_flood
from coretech.apps.scope.states import Step
from coretech.apps.scope.taking import require_agency, take_step
from coretech.kit.refusal import bad_input
from coretech.kit.sentence import Sentence


@dataclass(frozen=True, slots=True)
class Asked:
    """Who asks, which authority, and about which technologies: one to six."""

    asker: str
    sender: str
    contact: str
    authority: str
    technologies: tuple[AskedOf, ...]
    organisation: str = ""


def check(by: Acting) -> None:
    """Whether this person may ask; everybody may."""
    require_asker(by)


@operation
def ask_question(by: Acting, asked: Asked) -> Act:
    """Number the question, seal what is secret in it, acknowledge it, and put it before the authority."""
    check(by)
    _refuse_bad(asked)
    refuse_bad_technologies(asked.technologies, by.today)
    number = next_question_number(by.today)
    refuse_a_flood(by, asked.contact.strip())
    question = Question.objects.create(
        number=number,
        authority=require_agency("authority", asked.authority),
        asker=asked.asker,
        sender=asked.sender.strip(),
        organisation=asked.organisation.strip(),
        contact=asked.contact.strip(),
        account_id=by.account_id,
        key=hash_of(secret_of(f"question/{number}")),
        received_at=by.at,
        due_on=answer_due(by.today),
    )
    keeping.begin(question)
    sealed = [keep_technology(by, question, *each) for each in enumerate(asked.technologies, 1)]
    step = take_step(by, question, Step.ASK)
    act = record(
        by,
        "question.received",
        question.subject,
        public={"authority": question.authority.code, "technologies": len(asked.technologies)},
        confidential={"sender": question.sender, "contact": question.contact},
        rows=[step, *(row for row in sealed if row is not None)],
    )
    acknowledge(act, question)
    waits = Sentence(f"收到範疇詢問{number}，待受理", f"Question {number} waits to be taken in hand")
    tell_officers(by, act, question, waits)
    return act


def _refuse_bad(asked: Asked) -> None:
    if asked.asker not in Question.Asker.values:
        raise bad_input("asker", "請選擇您的身分。", "Choose who you ask as.")
    refuse_bad_sender(asked.sender, asked.organisation, asked.contact)
    if asked.asker != Question.Asker.PERSON and not asked.organisation.strip():
        raise bad_input("organisation", "請填寫機構名稱。", "Give the organisation's name.")
