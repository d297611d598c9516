"""Taking a question in hand: whoever does is the first one named to it."""

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.scope.letters import tell_asker
from coretech.apps.scope.models import NamedReader, Question
from coretech.apps.scope.states import Step
from coretech.apps.scope.taking import check_step, lock_question, take_step
from coretech.kit.sentence import Sentence


def check(by: Acting, question: Question) -> None:
    """Whether this person is an officer of the authority, and the question waits to be taken in hand."""
    check_step(by, question, Step.TAKE)


@operation
def take_question(by: Acting, number: str, seen: int | None = None) -> Act:
    """Take it in hand and be named to it; what is sealed opens after agreement and declaration."""
    question = lock_question(by, number, seen)
    check(by, question)
    step = take_step(by, question, Step.TAKE)
    NamedReader.objects.get_or_create(
        question=question,
        person_id=by.person_id or 0,
        ended_at=None,
        defaults={"part": NamedReader.Part.OFFICER, "named_at": by.at},
    )
    act = record(by, "question.taken", question.subject, rows=[step])
    taken = Sentence(
        f"您的詢問{number}已由主管機關受理", f"Your question {number} is in the authority's hands"
    )
    tell_asker(act, question, taken)
    return act
