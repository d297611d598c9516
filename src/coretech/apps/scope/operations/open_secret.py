"""Opening what the asker sealed: every opening is an act (art. 11)."""

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.scope.facts import require_opens
from coretech.apps.scope.models import Question, SealedText
from coretech.apps.scope.queries import find_question
from coretech.kit.refusal import not_found
from coretech.law.ruling import Ruling


def check(by: Acting, question: Question) -> Ruling:
    """The ruling that opens what is sealed to this reader (HTTP 403 otherwise)."""
    return require_opens(by, question)


@operation
def open_secret(by: Acting, number: str, text_id: int) -> Act:
    """Record that somebody opened a sealed text; the leaf names neither the reader nor the text."""
    question = find_question(by, number)
    check(by, question)
    row = SealedText.objects.filter(question=question, pk=text_id).first()
    if row is None:
        raise not_found("沒有這份加密文件。", "There is no such sealed text.")
    return record(
        by,
        "question.secret_opened",
        question.subject,
        confidential={"person": by.person_id, "text": row.pk},
    )
