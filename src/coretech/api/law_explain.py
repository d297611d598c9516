"""The law explained: an article or a question, with what it says, how it is read, and the figures in force."""

import datetime as dt
from http import HTTPStatus
from typing import Annotated

from django.http import HttpRequest
from ninja import Field, Router
from pydantic import JsonValue, StringConstraints

from coretech.api.auth import PUBLIC, acting
from coretech.api.law import QuestionShown
from coretech.api.law_facts import AsOf, as_refused
from coretech.api.schemas import Shown, Words
from coretech.law.explain import explain

router = Router(auth=PUBLIC, tags=["law"])

Number = Annotated[str, StringConstraints(strict=True, pattern=r"^(NSA )?[0-9]{1,2}(\.[0-9]{1,2})?$")]
"""An article or one of its paragraphs; `NSA` for the National Security Act."""

QuestionName = Annotated[str, StringConstraints(strict=True, max_length=80, pattern=r"^[a-z_]+\.[a-z_]+$")]


class ProvisionShown(Shown):
    """A paragraph in our own words, and where the code answers it."""

    number: str
    level: str
    kind: str
    holder: Words
    says: Words
    homes: list[str]
    kept: Words | None


class ValueShown(Shown):
    """A figure's value from a day on; no day where no source gives the first."""

    first: Annotated[dt.date | None, Field(alias="from")]
    value: JsonValue


class FigureShown(Shown):
    """A dated figure of the law, with its value on the day asked for."""

    name: str
    article: str
    says: Words
    value: JsonValue
    since: list[ValueShown]


class ExplainedShown(Shown):
    """What there is to know of an article or a question."""

    what: str
    as_of: dt.date
    provisions: list[ProvisionShown]
    questions: list[QuestionShown]
    figures: list[FigureShown]


@router.get(
    "/articles/{number}", response=ExplainedShown, by_alias=True, summary="說明一條 / An article explained"
)
def explain_article(request: HttpRequest, number: Number, as_of: AsOf = None) -> ExplainedShown:
    """An article, such as `5`, or a paragraph, such as `5.3`: what it says, its questions, its figures."""
    return _explained(number, as_of or acting(request).today)


@router.get(
    "/questions/{question}",
    response=ExplainedShown,
    by_alias=True,
    summary="說明一個問題 / A question explained",
)
def explain_question(request: HttpRequest, question: QuestionName, as_of: AsOf = None) -> ExplainedShown:
    """A question, such as `meeting.quorum`: the paragraphs behind it, its readings, its figures."""
    return _explained(question, as_of or acting(request).today)


def _explained(what: str, day: dt.date) -> ExplainedShown:
    with as_refused(HTTPStatus.NOT_FOUND):
        explained = explain(what, as_of=day)
    return ExplainedShown.model_validate(explained.as_dict())
