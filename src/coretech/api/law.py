"""The law: its questions, and its rulings on facts that anybody gives."""

from http import HTTPStatus

from django.http import HttpRequest
from ninja import Router
from pydantic import JsonValue

from coretech.api.auth import PUBLIC, acting
from coretech.api.law_facts import AsOf, Facts, as_refused
from coretech.api.problems import RulingShown
from coretech.api.schemas import Shown, Words
from coretech.law import ask, questions

router = Router(auth=PUBLIC, tags=["law"])

QUESTIONS = frozenset(described.question.id for described in questions())


class FactShown(Shown):
    """One fact a question takes."""

    name: str
    says: Words
    type: str
    allowed: list[str | int]
    list: bool
    nullable: bool
    required: bool
    default: JsonValue


class QuestionShown(Shown):
    """A question of the law: its articles, the reading in force, the other readings, its facts."""

    question: str
    title: Words
    articles: list[str]
    default: Words
    readings: dict[str, Words]
    facts: list[FactShown]


@router.get("/questions", response=list[QuestionShown], summary="法規問題 / The questions")
def list_questions(request: HttpRequest) -> list[QuestionShown]:  # noqa: ARG001 - the framework gives it by name
    """Every question the law answers, with the facts it takes."""
    return [QuestionShown.model_validate(described.as_dict()) for described in questions()]


@router.post("/{question}", response=RulingShown, summary="請法規回答 / Ask the law")
def ask_law(request: HttpRequest, question: str, facts: Facts, as_of: AsOf = None) -> RulingShown:
    """The ruling on the facts given: nothing is stored, and the same law stands behind every button here."""
    with as_refused(HTTPStatus.UNPROCESSABLE_ENTITY if question in QUESTIONS else HTTPStatus.NOT_FOUND):
        ruling = ask(question, facts, as_of=as_of or acting(request).today)
    return RulingShown.model_validate(ruling.as_dict())
