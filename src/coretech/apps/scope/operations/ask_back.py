"""Asking the asker back: the clock stands still until the reply."""

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.scope.letters import tell_asker
from coretech.apps.scope.models import Question
from coretech.apps.scope.states import Step
from coretech.apps.scope.taking import check_step, lock_question, require_text, take_step
from coretech.kit.sentence import Sentence


def check(by: Acting, question: Question) -> None:
    """Whether this person is an officer of the authority, and the question is in hand."""
    check_step(by, question, Step.ASK_BACK)


@operation
def ask_back(by: Acting, number: str, text: str, seen: int | None = None) -> Act:
    """Ask what is missing; the asker reads it at the secret address."""
    question = lock_question(by, number, seen)
    check(by, question)
    note = require_text("text", text)
    question.stopped_on = by.today
    step = take_step(by, question, Step.ASK_BACK, note)
    act = record(by, "question.asked_back", question.subject, confidential={"text": note}, rows=[step])
    asked = Sentence(
        f"您的詢問{number}需要補充說明，請開啟下列網址回復",
        f"We need to know more about your question {number}; open the address below to reply",
    )
    tell_asker(act, question, asked)
    return act
