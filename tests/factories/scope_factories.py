"""Official scope questions, asked, handled and answered through the project's own operations."""

import datetime as dt

from coretech.apps.audit.links import secret_of
from coretech.apps.audit.models import Act
from coretech.apps.scope.asked import AskedOf
from coretech.apps.scope.models import AnswerDigest, Question, Verdict
from coretech.apps.scope.operations.answer_question import Answered, answer_question
from coretech.apps.scope.operations.ask_question import Asked, ask_question
from coretech.apps.scope.operations.declare_interest_in_question import declare_interest_in_question
from coretech.apps.scope.operations.draft_digest import Draft, draft_digest
from coretech.apps.scope.operations.publish_digest import publish_digest
from coretech.apps.scope.operations.reply_to_digest import reply_to_digest
from coretech.apps.scope.operations.take_question import take_question
from tests import factories

SENDER = "詢問人甲"
COMPANY = "甲示範公司"
CONTACT = "asker@example.org"
SECRET = "本公司以特殊摻雜之磷化銦製程將雜訊指數降至零點四分貝。"  # noqa: S105 - a text, not a password
ITEM = 12
DRAFT = Draft(
    "相位陣列天線次系統",
    "A phased-array antenna subsystem",
    "用於衛星，屬範疇。",
    "It is for satellites, so within.",
)


def of(**other: object) -> AskedOf:
    """A technology to ask about."""
    words = {"name": "天線次系統", "description": "供衛星使用的相位陣列天線。", "items": (ITEM,)}
    return AskedOf(**{**words, **other})  # type: ignore[arg-type]  # the words of a test


def asked(*technologies: AskedOf, **other: str) -> Asked:
    """A company's question about these technologies, about one with a secret where none is named."""
    whose = {"asker": "company", "sender": SENDER, "organisation": COMPANY, "contact": CONTACT}
    return Asked(**{**whose, "authority": "nstc", **other}, technologies=technologies or (of(secret=SECRET),))


def question_of(act: Act) -> Question:
    """The question an act is about."""
    return Question.objects.get(number=act.subject.removeprefix("question/"))


def received(*technologies: AskedOf, day: dt.date = factories.DAY, **other: str) -> Question:
    """A question that has come in."""
    return question_of(ask_question(factories.acting("public", day), asked(*technologies, **other)))


def in_hand(*technologies: AskedOf, day: dt.date = factories.DAY) -> Question:
    """A question taken in hand by an officer to whom what is sealed opens."""
    question = received(*technologies, day=day)
    officer = factories.acting("agency-nstc", day)
    take_question(officer, question.number)
    declare_interest_in_question(officer, question.number, interest=False)
    question.refresh_from_db()
    return question


def answered(*technologies: AskedOf, day: dt.date = factories.DAY, **other: object) -> Question:
    """A question answered in scope of item 12 about each technology."""
    question = in_hand(*technologies, day=day)
    said = {"verdict": Verdict.IN_SCOPE.value, "reasons": "用於衛星通訊，屬範疇。", "item": ITEM} | other
    each = [Answered(place=one.place, **said) for one in question.technologies.all()]  # type: ignore[arg-type]  # as above
    answer_question(factories.acting("agency-nstc", day), question.number, each)
    question.refresh_from_db()
    return question


def drafted(question: Question, day: dt.date = factories.DAY, draft: Draft = DRAFT) -> AnswerDigest:
    """A digest of the first answer, put to the asker."""
    act = draft_digest(factories.acting("agency-nstc", day), question.number, 1, draft)
    return AnswerDigest.objects.get(number=act.subject.removeprefix("digest/"))


def published(question: Question | None = None, day: dt.date = factories.DAY) -> AnswerDigest:
    """A digest whose asker agreed, published."""
    digest = drafted(question or answered(day=day), day)
    asker = factories.acting("public", day)
    reply_to_digest(asker, secret(digest.answer.technology.question), digest.number, agrees=True)
    publish_digest(factories.acting("agency-nstc", day), digest.number)
    digest.refresh_from_db()
    return digest


def secret(question: Question) -> str:
    """The secret part of the asker's address."""
    return secret_of(question.subject)


def world() -> dict[str, object]:
    """One of everything that has an address: an answered question with a secret, and its published digest."""
    question = answered()
    return {
        "question_number": question.number,
        "question_key": secret(question),
        "digest_number": published(question).number,
        "text_id": question.sealed_texts.get().pk,
        "place": 1,
    }
