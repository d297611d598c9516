"""The asker's reply to a question back: the clock runs again."""

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.scope.letters import tell_officers
from coretech.apps.scope.models import Question
from coretech.apps.scope.states import Step
from coretech.apps.scope.taking import check_step, lock_own, require_text, take_step
from coretech.apps.scope.targets import restarted
from coretech.kit.sentence import Sentence


def check(by: Acting, question: Question) -> None:
    """Whether the question waits for its asker."""
    check_step(by, question, Step.REPLY)


@operation
def reply_to_question(by: Acting, secret: str, text: str) -> Act:
    """Keep the reply, in words that are no secret; the due day moves by as long as the clock stood still."""
    question = lock_own(secret)
    check(by, question)
    note = require_text("text", text)
    question.due_on = restarted(question.due_on, question.stopped_on or by.today, by.today)
    question.stopped_on = None
    step = take_step(by, question, Step.REPLY, note)
    act = record(
        by,
        "question.replied",
        question.subject,
        public={"due_on": question.due_on.isoformat()},
        confidential={"text": note},
        rows=[step],
    )
    told = Sentence(
        f"範疇詢問{question.number}有補充說明", f"The asker of question {question.number} replied"
    )
    tell_officers(by, act, question, told)
    return act
