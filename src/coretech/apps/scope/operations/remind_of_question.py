"""Reminding the authority of a question that should be answered soon; once for each due day."""

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.queries import acts_of
from coretech.apps.audit.record import record
from coretech.apps.scope.letters import tell_officers
from coretech.apps.scope.models import Question
from coretech.apps.scope.queries import due_for_reminder, no_such_question
from coretech.kit.refusal import wrong_state
from coretech.kit.roc import said
from coretech.kit.sentence import Sentence

KIND = "question.reminded"


def check(by: Acting, question: Question) -> None:
    """Whether a reminder is due today and none went before; no page offers the step, a daily job takes it."""
    if not due_for_reminder(by.today).filter(pk=question.pk).exists():
        raise wrong_state(
            f"詢問{question.number}目前不須提醒。", f"Question {question.number} needs no reminder now."
        )
    before = acts_of(question.subject).filter(kind=KIND, public__due_on=question.due_on.isoformat())
    if before.exists():
        raise wrong_state(
            f"詢問{question.number}已提醒過。", f"The reminder of question {question.number} has gone."
        )


@operation
def remind_of_question(by: Acting, number: str) -> Act:
    """Write to the authority's officers; the due day goes along, and no word of the question."""
    question = Question.objects.select_for_update(of=("self",)).filter(number=number).first()
    if question is None:
        raise no_such_question()
    check(by, question)
    act = record(by, KIND, question.subject, public={"due_on": question.due_on.isoformat()})
    due = said(question.due_on)
    subject = Sentence(
        f"範疇詢問{number}的服務目標為{due.zh}前答覆，尚未答覆",
        f"Question {number} should be answered by {due.en} and is not answered yet",
    )
    tell_officers(by, act, question, subject)
    return act
