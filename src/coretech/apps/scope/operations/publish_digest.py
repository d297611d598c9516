"""Publishing a digest as a precedent, once its asker agreed or the time to object is over."""

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.scope.letters import tell_asker
from coretech.apps.scope.models import AnswerDigest
from coretech.apps.scope.queries import find_question
from coretech.apps.scope.taking import check_reading_officer, lock_digest
from coretech.kit.refusal import wrong_state
from coretech.kit.roc import said
from coretech.kit.sentence import Sentence


def check(by: Acting, digest: AnswerDigest) -> None:
    """Whether this person may publish it now."""
    check_reading_officer(by, digest.answer.technology.question)
    if digest.state == AnswerDigest.State.OBJECTED:
        raise wrong_state(
            "詢問人反對公開；請依意見重擬，再徵詢一次。",
            "The asker objects; draft it anew with that in mind, and it is put to the asker again.",
        )
    if digest.state == AnswerDigest.State.PUT and by.today <= digest.objections_until:
        until = said(digest.objections_until)
        raise wrong_state(
            f"詢問人可在{until.zh}前表示意見；期滿或同意後才能公開。",
            f"The asker may object until {until.en}; it is published after that, or once the asker agrees.",
        )


@operation
def publish_digest(by: Acting, number: str) -> Act:
    """Publish it; from then on everybody reads it and the self-check cites it."""
    digest = lock_digest(number)
    question = find_question(by, digest.answer.technology.question.number)
    check(by, digest)
    digest.state, digest.published_at = AnswerDigest.State.PUBLISHED, by.at
    digest.save(update_fields=["state", "published_at"])
    item = digest.answer.item
    act = record(
        by,
        "digest.published",
        digest.subject,
        public={"item": None if item is None else item.number, "verdict": digest.answer.verdict},
    )
    told = Sentence(f"公開摘要{number}已上網", f"Digest {number} has been published")
    tell_asker(act, question, told)
    return act
