"""Taking a step with a question: its row locked, who may, where it stands, and the step kept."""

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.links import hash_of
from coretech.apps.audit.rulings import allow
from coretech.apps.people.models import Agency
from coretech.apps.scope.facts import open_matter, reader_of, require_opens, sealed_matter
from coretech.apps.scope.models import AnswerDigest, Question, QuestionStep
from coretech.apps.scope.queries import find_question, no_such_question, question_of_secret, require_asker
from coretech.apps.scope.states import ARROWS, Arrow, Step, require_step
from coretech.kit.refusal import bad_input, not_found, wrong_state
from coretech.law.access import Action

LONGEST = 5000


def lock_question(by: Acting, number: str, seen: int | None = None) -> Question:
    """The question, its row locked until the transaction ends; ``seen`` is how many steps the caller saw.

    Raises:
        Refused: (HTTP 404) where this person may not know of it; (HTTP 409) where somebody took a step since.
    """
    Question.objects.select_for_update().filter(number=number).first()
    found = find_question(by, number)
    if seen is not None and seen != found.steps.count():
        raise wrong_state(
            "您開啟本頁之後，這件詢問已有變動；請重新載入，確認現況後再辦理。",
            "The question has moved since you opened the page; reload it, look, and decide again.",
        )
    return found


def lock_own(secret: str) -> Question:
    """The asker's own question by its secret, the row locked (HTTP 404 where there is none)."""
    if Question.objects.select_for_update().filter(key=hash_of(secret)).first() is None:
        raise no_such_question()
    return question_of_secret(secret)


def check_handling(by: Acting, question: Question) -> None:
    """Require an officer of the question's authority who has declared no interest in it (HTTP 403)."""
    allow(by, Action.HANDLE_SCOPE, open_matter(question))
    if (reader := reader_of(by, question)) and reader.declarations.filter(interest=True).exists():
        allow(by, Action.HANDLE_SCOPE, sealed_matter(by, question))


def check_reading_officer(by: Acting, question: Question) -> None:
    """The same; where something is sealed, an officer to whom it opens."""
    check_handling(by, question)
    if question.sealed_texts.exists():
        require_opens(by, question)


def check_step(by: Acting, question: Question, step: Step) -> Arrow:
    """Require that this person may take the step and that the question stands where it is taken (HTTP 403, 409)."""
    arrow = ARROWS[step]
    if arrow.action is Action.ASK_SCOPE:
        require_asker(by)
    else:
        check_handling(by, question)
    return require_step(step, question)


def take_step(by: Acting, question: Question, step: Step, note: str = "") -> QuestionStep:
    """Move the question where the step leads, save it, and keep who took it and what was said."""
    target = ARROWS[step].target if step in ARROWS else None
    question.state = question.state if target is None else target
    question.save()
    own = step in ARROWS and ARROWS[step].action is Action.HANDLE_SCOPE
    return QuestionStep.objects.create(
        question=question,
        step=step,
        state=question.state,
        note=note.strip(),
        by_id=by.person_id if own else None,
        at=by.at,
    )


def require_text(field: str, text: str, longest: int = LONGEST) -> str:
    """The text without blanks around it (HTTP 422 where there is none, or too much)."""
    if not 0 < len(text.strip()) <= longest:
        raise bad_input(
            field, f"請填寫，{longest}字以內。", f"Fill it in, with {longest} characters at most."
        )
    return text.strip()


def require_agency(field: str, code: str) -> Agency:
    """The agency of a code (HTTP 422 where there is none)."""
    found = Agency.objects.filter(code=code).first()
    if found is None:
        raise bad_input(field, f"沒有代碼為「{code}」的機關。", f"There is no agency with the code “{code}”.")
    return found


def lock_digest(number: str) -> AnswerDigest:
    """A digest that is not published yet, its row locked (HTTP 404, 409)."""
    rows = AnswerDigest.objects.select_for_update(of=("self",))
    found = rows.select_related("answer__technology__question__authority").filter(number=number).first()
    if found is None:
        raise not_found("沒有這則摘要。", "There is no such digest.")
    if found.state == AnswerDigest.State.PUBLISHED:
        raise wrong_state("這則摘要已公開。", "This digest is published already.")
    return found
