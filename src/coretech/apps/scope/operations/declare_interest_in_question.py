"""A named reader declares whether there is an interest; whoever has one reads nothing (art. 12)."""

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.audit.rulings import require
from coretech.apps.scope.facts import reader_of, sealed_ruling
from coretech.apps.scope.models import NamedReader, Question, ReaderDeclaration
from coretech.apps.scope.taking import lock_question
from coretech.kit.refusal import bad_input, wrong_state

LONGEST = 2000


def check(by: Acting, question: Question) -> NamedReader:
    """This person as somebody named to the question who has declared no interest yet."""
    reader = reader_of(by, question)
    if reader is None:
        require(sealed_ruling(by, question), status=403)
    elif reader.declarations.filter(interest=True).exists():
        raise wrong_state(
            "您已申報有利益關係，不能撤回。", "You have declared an interest; that is not withdrawn."
        )
    else:
        return reader
    raise wrong_state("您未獲指名。", "You are not named to the question.")


@operation
def declare_interest_in_question(by: Acting, number: str, text: str = "", *, interest: bool) -> Act:
    """Declare an interest or none; one declared later closes what was open."""
    question = lock_question(by, number)
    reader = check(by, question)
    if len(text) > LONGEST or (interest and not text.strip()):
        raise bad_input(
            "text",
            f"請說明是什麼關係（{LONGEST}字以內）。",
            f"Say what the interest is, in {LONGEST} characters.",
        )
    row = ReaderDeclaration.objects.create(reader=reader, interest=interest, text=text.strip(), at=by.at)
    return record(
        by,
        "question.interest_declared",
        question.subject,
        public={"interest": interest},
        confidential={"reader": reader.pk},
        rows=[row],
    )
