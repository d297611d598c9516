"""Withdrawing a question: the key of what was sealed is destroyed, so that it opens for nobody again."""

from functools import partial

from django.db import transaction

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.scope import keeping
from coretech.apps.scope.letters import tell_officers
from coretech.apps.scope.models import Question
from coretech.apps.scope.states import Step
from coretech.apps.scope.taking import LONGEST, check_step, lock_own, take_step
from coretech.kit.refusal import bad_input
from coretech.kit.sentence import Sentence


def check(by: Acting, question: Question) -> None:
    """Whether nothing was answered yet."""
    check_step(by, question, Step.WITHDRAW)


@operation
def withdraw_question(by: Acting, secret: str, why: str = "") -> Act:
    """Withdraw it; the key goes once that is written, see `coretech.apps.scope.keeping.destroy_leftovers`."""
    question = lock_own(secret)
    check(by, question)
    if len(why) > LONGEST:
        raise bad_input("why", f"請在{LONGEST}字以內。", f"At most {LONGEST} characters.")
    question.stopped_on = None
    step = take_step(by, question, Step.WITHDRAW, why)
    question.readers.filter(ended_at=None).update(ended_at=by.at)
    act = record(by, "question.withdrawn", question.subject, rows=[step])
    told = Sentence(f"範疇詢問{question.number}已由詢問人撤回", f"Question {question.number} was withdrawn")
    tell_officers(by, act, question, told)
    transaction.on_commit(partial(keeping.destroy, question))
    return act
