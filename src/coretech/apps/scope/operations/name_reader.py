"""Naming somebody to a question: an officer of its authority, or an expert of its panel (arts. 8 and 11)."""

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.bodies.models import Body
from coretech.apps.bodies.queries import appointments_of, postings_of
from coretech.apps.people.models import Person, Posting
from coretech.apps.scope.letters import tell_people
from coretech.apps.scope.models import NamedReader, Question
from coretech.apps.scope.states import OPEN, STATE_NAMES, State
from coretech.apps.scope.taking import check_handling, lock_question
from coretech.kit.refusal import bad_input, wrong_state
from coretech.kit.sentence import Sentence


def check(by: Acting, question: Question) -> None:
    """Whether this person is an officer of the authority, and the question is in hand."""
    check_handling(by, question)
    if question.state not in OPEN - {State.RECEIVED}:
        now = STATE_NAMES[State(question.state)]
        raise wrong_state(
            f"受理後、答覆前才能指名；這件詢問目前為「{now.zh}」。",
            f"People are named while a question is in hand; this one stands at “{now.en}”.",
        )


@operation
def name_reader(by: Acting, number: str, username: str, seen: int | None = None) -> Act:
    """Name whoever signs in by this name; what is sealed opens after agreement and declaration."""
    question = lock_question(by, number, seen)
    check(by, question)
    person = _person(username)
    part = _part(by, question, person)
    if question.readers.filter(person=person, ended_at=None).exists():
        raise bad_input("username", "這個人已指名。", "This person is named already.")
    row = NamedReader.objects.create(question=question, person=person, part=part, named_at=by.at)
    act = record(
        by,
        "question.reader_named",
        question.subject,
        public={"part": part.value},
        confidential={"person": person.pk, "reader": row.pk},
    )
    asked = Sentence(
        f"您獲指名參與範疇詢問{number}，請先申報有無利益關係",
        f"You are named to question {number}; please declare first whether you have an interest",
    )
    tell_people(act, question, [person], asked)
    return act


def _person(username: str) -> Person:
    found = Person.objects.filter(account__username=username.strip(), account__is_active=True).first()
    if found is None:
        raise bad_input(
            "username", "沒有這個帳號，或帳號已停用。", "There is no such account, or it is closed."
        )
    return found


def _part(by: Acting, question: Question, person: Person) -> NamedReader.Part:
    """As what the person may be named: by a post at the authority, or a seat on its panel."""
    posts = postings_of(person, by.today).filter(agency=question.authority, kind=Posting.Kind.OFFICER)
    if posts.exists():
        return NamedReader.Part.OFFICER
    body = {"seat__body__kind": Body.Kind.PANEL, "seat__body__agency": question.authority}
    if appointments_of(person, by.today).filter(**body).exists():
        return NamedReader.Part.EXPERT
    raise bad_input(
        "username",
        "只能指名主管機關的承辦人，或其專家審查會的委員。",
        "Only an officer of the authority, or a member of its panel, can be named.",
    )
