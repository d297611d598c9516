"""Transferring a question to the right authority: nobody named before reads it from then on."""

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.scope.letters import tell_asker, tell_officers
from coretech.apps.scope.models import Question
from coretech.apps.scope.states import Step
from coretech.apps.scope.taking import check_step, lock_question, require_agency, require_text, take_step
from coretech.kit.refusal import bad_input
from coretech.kit.sentence import Sentence


def check(by: Acting, question: Question) -> None:
    """Whether this person is an officer of the authority, and nothing is answered yet."""
    check_step(by, question, Step.TRANSFER)


@operation
def transfer_question(by: Acting, number: str, agency: str, why: str, seen: int | None = None) -> Act:
    """Hand it on with the reason; the day it should be answered by stays, and the asker is told."""
    question = lock_question(by, number, seen)
    check(by, question)
    target = require_agency("agency", agency)
    if target.pk == question.authority_id:
        raise bad_input(
            "agency",
            "這件詢問已在該機關；請選擇其他機關。",
            "It is with that agency already; choose another.",
        )
    note = require_text("why", why)
    question.readers.filter(ended_at=None).update(ended_at=by.at)
    question.authority = target
    step = take_step(by, question, Step.TRANSFER, note)
    act = record(
        by,
        "question.transferred",
        question.subject,
        public={"authority": target.code},
        confidential={"why": note},
        rows=[step],
    )
    told = Sentence(f"您的詢問{number}已移送主管機關", f"Your question {number} went to the right authority")
    tell_asker(act, question, told)
    waits = Sentence(f"移來範疇詢問{number}，待受理", f"Question {number} was transferred to you")
    tell_officers(by, act, question, waits)
    return act
