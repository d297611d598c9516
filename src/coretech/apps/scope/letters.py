"""Who is told of a question: by its number alone, for mail carries no confidential word."""

from collections.abc import Iterable

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.notices import Letter, notify, post
from coretech.apps.bodies.queries import posted_at
from coretech.apps.people.models import Person, Posting
from coretech.apps.scope.models import Question
from coretech.kit.roc import said
from coretech.kit.sentence import Sentence

FOLLOWED_AT = "/scope/questions/follow/"
"""Where the secret addresses begin."""


def acknowledge(act: Act, question: Question) -> None:
    """Tell the asker that the question came in, by when it should be answered, and where to follow it."""
    due = said(question.due_on)
    subject = Sentence(
        f"已收到您的範疇詢問，編號{question.number}，服務目標為{due.zh}前答覆",
        f"We have received your question {question.number} and aim to answer it by {due.en}",
    )
    tell_asker(act, question, subject)


def tell_asker(act: Act, question: Question, subject: Sentence) -> None:
    """Write to the asker, with the secret address; what is new stands there."""
    letter = Letter(None, subject, FOLLOWED_AT, address=question.contact, link_to=question.subject)
    post(act, [letter])


def tell_officers(by: Acting, act: Act, question: Question, subject: Sentence) -> None:
    """Write to the officers of the question's authority."""
    posts = posted_at([question.authority_id], by.today).filter(kind=Posting.Kind.OFFICER)
    accounts = posts.values_list("person__account_id", flat=True)
    notify(act, _known(accounts), subject, f"/scope/questions/{question.number}/")


def tell_people(act: Act, question: Question, people: Iterable[Person], subject: Sentence) -> None:
    """Write to people named to the question."""
    notify(
        act, _known(person.account_id for person in people), subject, f"/scope/questions/{question.number}/"
    )


def _known(accounts: Iterable[int | None]) -> list[int]:
    return [account for account in accounts if account is not None]
