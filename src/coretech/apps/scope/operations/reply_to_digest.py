"""The asker's word on a digest before it is published: agreed, or objected to and why."""

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.scope.letters import tell_officers
from coretech.apps.scope.models import AnswerDigest, Question
from coretech.apps.scope.queries import require_asker
from coretech.apps.scope.taking import lock_digest, lock_own, require_text
from coretech.kit.refusal import not_found, wrong_state
from coretech.kit.sentence import Sentence

LONGEST = 2000


def check(by: Acting, digest: AnswerDigest) -> None:
    """Whether the asker is still asked."""
    require_asker(by)
    if digest.state != AnswerDigest.State.PUT:
        raise wrong_state("您已對這則摘要表示意見。", "You have said your word on this digest.")


@operation
def reply_to_digest(by: Acting, secret: str, number: str, objection: str = "", *, agrees: bool) -> Act:
    """Keep the asker's word; an objection keeps the digest from being published until it is drafted anew."""
    question = lock_own(secret)
    digest = lock_digest(number)
    if digest.answer.technology.question_id != question.pk:
        raise not_found("沒有這則摘要。", "There is no such digest.")
    check(by, digest)
    digest.objection = "" if agrees else require_text("objection", objection, LONGEST)
    digest.state = AnswerDigest.State.AGREED if agrees else AnswerDigest.State.OBJECTED
    digest.save(update_fields=["state", "objection"])
    act = record(
        by,
        "digest.replied",
        digest.subject,
        public={"agrees": agrees},
        confidential={"objection": digest.objection},
    )
    _tell(by, act, question, agrees=agrees)
    return act


def _tell(by: Acting, act: Act, question: Question, *, agrees: bool) -> None:
    number = question.number
    yes = Sentence(f"詢問{number}的摘要，詢問人同意公開", f"The asker of {number} agrees to the digest")
    no = Sentence(f"詢問{number}的摘要，詢問人反對公開", f"The asker of {number} objects to the digest")
    tell_officers(by, act, question, yes if agrees else no)
