"""What the API of scope questions takes and shows."""

import datetime as dt
from typing import Annotated, Literal

from ninja import Field, Query
from pydantic import StringConstraints

from coretech.api.schemas import (
    NO_NUL,
    Code,
    Count,
    Day,
    Given,
    Line,
    Moment,
    Named,
    Paragraphs,
    Shown,
    Words,
)
from coretech.api.shapes import agency_on
from coretech.apps.audit.acting import Acting
from coretech.apps.scope.asked import LONGEST_SECRET
from coretech.apps.scope.digests import Digest
from coretech.apps.scope.keeping import reasons_of
from coretech.apps.scope.models import Question
from coretech.apps.scope.queries import is_late, technologies_of
from coretech.apps.scope.standing import newest_answer, standing_of, today

QuestionNumber = Annotated[str, StringConstraints(max_length=24, pattern=r"^[0-9]{1,4}-Q-[0-9]{4,}$")]
DigestNumber = Annotated[str, StringConstraints(max_length=24, pattern=r"^[0-9]{1,4}-D-[0-9]{4,}$")]
QuestionKey = Annotated[str, StringConstraints(max_length=64, pattern=r"^[A-Za-z0-9_-]+$")]
AskerName = Annotated[str, StringConstraints(strict=True, max_length=120, pattern=NO_NUL)]
Sealed = Annotated[str, StringConstraints(strict=True, max_length=LONGEST_SECRET, pattern=NO_NUL)]
SearchWords = Annotated[str, Query(max_length=100, pattern=NO_NUL)]
VerdictGiven = Literal["in", "out", "partly", "cannot_tell"]


class DigestShown(Shown):
    """A published answer without its asker; ``no`` is the item it was held against."""

    number: str
    no: int | None
    technology: Words
    verdict: str
    answer: Words
    reasons: Words
    answered_on: dt.date
    valid_until: dt.date | None
    standing: str
    valid: bool


class ScopeAnswerShown(Shown):
    """The answer that counts about one technology; ``reasons`` are for the asker alone."""

    verdict: str
    no: int | None
    reasons: str | None
    valid_until: dt.date | None
    standing: str
    answered_at: Moment


class AskedTechnologyShown(Shown):
    """One technology of a question, in the words that are no secret."""

    place: int
    name: str
    description: str
    figures: str
    items: list[int]
    sealed: int
    answer: ScopeAnswerShown | None


class QuestionFollowed(Shown):
    """A question as its asker follows it."""

    number: str
    state: str
    authority: Named
    received_at: Moment
    due_on: dt.date
    clock_stopped_on: dt.date | None
    technologies: list[AskedTechnologyShown]


class ScopeQuestionShown(QuestionFollowed):
    """A question as its authority and the Office see it, its asker with it."""

    late: bool
    asker: str
    sender: str
    organisation: str
    contact: str
    steps: int


class TechnologyGiven(Given):
    """One technology to ask about; what is ``secret`` of it is sealed at once."""

    name: Line
    description: Paragraphs = Field(description="Without secrets; 5000 characters at most.")
    figures: Paragraphs = ""
    items: Annotated[tuple[Count, ...], Field(max_length=10)] = ()
    secret: Sealed = ""


class ScopeQuestionGiven(Given):
    """An official question about one to six technologies."""

    asker: Literal["company", "institute", "agency", "person"]
    sender: AskerName
    organisation: AskerName = ""
    contact: Line = Field(description="The e-mail address the answer goes to.")
    authority: Code = Field("", description="Left out where the items named have one authority.")
    technologies: Annotated[list[TechnologyGiven], Field(min_length=1, max_length=6)]


class ScopeReplyGiven(Given):
    """What the asker replies, without secrets."""

    text: Paragraphs


class AskBackGiven(Given):
    """What the asker is asked back."""

    text: Paragraphs
    seen: Count | None = None


class TransferGiven(Given):
    """Where a question belongs, and why."""

    authority: Code
    why: Paragraphs
    seen: Count | None = None


class OneAnswerGiven(Given):
    """The answer about the technology in one place."""

    place: Count
    verdict: VerdictGiven
    reasons: Paragraphs
    no: Count | None = Field(None, description="The item it was held against.")
    valid_until: Day | None = None


class AnswersGiven(Given):
    """The answers: one about each technology."""

    answers: Annotated[list[OneAnswerGiven], Field(min_length=1, max_length=6)]
    seen: Count | None = None


def followed(by: Acting, row: Question, *, reasons: bool) -> QuestionFollowed:
    """A question as its asker follows it; the reasons of its answers only where the asker asks."""
    return QuestionFollowed(
        number=row.number,
        state=row.state,
        authority=agency_on(row.authority, by.today),
        received_at=row.received_at,
        due_on=row.due_on,
        clock_stopped_on=row.stopped_on,
        technologies=_technologies(by, row, reasons=reasons),
    )


def _technologies(by: Acting, row: Question, *, reasons: bool) -> list[AskedTechnologyShown]:
    against = today(by.today)
    shown = []
    for each in technologies_of(row):
        newest = newest_answer(list(each.answers.all()))
        told = None
        if newest is not None:
            told = ScopeAnswerShown(
                verdict=newest.verdict,
                no=None if newest.item is None else newest.item.number,
                reasons=reasons_of(newest) if reasons else None,
                valid_until=newest.valid_until,
                standing=standing_of(newest, against),
                answered_at=newest.answered_at,
            )
        shown.append(
            AskedTechnologyShown(
                place=each.place,
                name=each.name,
                description=each.description,
                figures=each.figures,
                items=[item.number for item in each.items.all()],
                sealed=each.sealed_texts.count(),
                answer=told,
            )
        )
    return shown


def question_shown(by: Acting, row: Question) -> ScopeQuestionShown:
    """A question as its authority sees it."""
    return ScopeQuestionShown(
        **dict(followed(by, row, reasons=False)),
        late=is_late(row, by.today),
        asker=row.asker,
        sender=row.sender,
        organisation=row.organisation,
        contact=row.contact,
        steps=row.steps.count(),
    )


def digest_shown(digest: Digest) -> DigestShown:
    """A published answer."""
    return DigestShown(
        number=digest.number,
        no=digest.item,
        technology=Words.of(digest.technology),
        verdict=digest.answer,
        answer=Words.of(digest.words),
        reasons=Words.of(digest.reasons),
        answered_on=digest.answered_on,
        valid_until=digest.valid_until,
        standing=digest.standing,
        valid=digest.valid,
    )
