"""Official scope questions: anybody asks and follows one, and reads the answers that are published.

What an asker sealed is opened on the pages alone; the API tells only that it is there.
"""

from typing import Annotated

from django.http import HttpRequest
from django.urls import reverse
from ninja import Query, Router, Status

from coretech.api.acts import WRITTEN, Done, written
from coretech.api.auth import PUBLIC, acting
from coretech.api.requests import Received
from coretech.api.schemas import Page, Paging, cut
from coretech.api.scope_shapes import (
    DigestNumber,
    DigestShown,
    QuestionFollowed,
    QuestionKey,
    QuestionNumber,
    ScopeQuestionGiven,
    ScopeQuestionShown,
    ScopeReplyGiven,
    SearchWords,
    digest_shown,
    followed,
    question_shown,
)
from coretech.apps.audit.acting import Acting
from coretech.apps.audit.links import secret_of
from coretech.apps.scope.asked import AskedOf, authorities_of
from coretech.apps.scope.digests import digests_like, find_digest
from coretech.apps.scope.operations.ask_question import Asked, ask_question
from coretech.apps.scope.operations.reply_to_question import reply_to_question
from coretech.apps.scope.operations.withdraw_question import withdraw_question
from coretech.apps.scope.queries import find_question, question_of_secret, require_reader, visible_questions

router = Router(tags=["scope"])


@router.get("/answers", auth=PUBLIC, response=list[DigestShown], summary="公開答覆 / Published answers")
def list_scope_answers(
    request: HttpRequest,
    words: SearchWords = "",
    no: Annotated[int | None, Query(ge=0, le=9999)] = None,
) -> list[DigestShown]:
    """The published answers that hold all the words, about an item where one is named; newest first."""
    return [digest_shown(each) for each in digests_like(words, no, acting(request).today)]


@router.get(
    "/answers/{digest_number}", auth=PUBLIC, response=DigestShown, summary="一則公開答覆 / One of them"
)
def show_answer(request: HttpRequest, digest_number: DigestNumber) -> DigestShown:
    """One published answer."""
    return digest_shown(find_digest(digest_number, acting(request).today))


@router.get("/questions", response=Page[ScopeQuestionShown], summary="範疇詢問 / Scope questions")
def list_scope_questions(
    request: HttpRequest, paging: Annotated[Paging, Query()]
) -> Page[ScopeQuestionShown]:
    """An authority's own for its officers, all for the Office, newest first; they hold personal data."""
    by = acting(request)
    require_reader(by)
    total, rows = cut(visible_questions(by), paging)
    return Page(total=total, items=[question_shown(by, row) for row in rows])


@router.post(
    "/questions", auth=PUBLIC, response={201: Received, 200: Received}, summary="正式詢問 / Ask officially"
)
def ask_officially(request: HttpRequest, given: ScopeQuestionGiven) -> Status[Received]:
    """Ask the items' authority; anybody may. The receipt names the address to follow the question."""
    asked = _asked(acting(request), given)
    done = written(request, lambda by: ask_question(by, asked), reverse("api:list_scope_questions"))
    subject = done.value.act.subject
    follow = reverse("api:follow_question", kwargs={"question_key": secret_of(subject)})
    number = subject.removeprefix("question/")
    received = Received(act=done.value.act, location=follow, number=number, follow=follow)
    return Status(done.status_code, received)


@router.get(
    "/questions/follow/{question_key}",
    auth=PUBLIC,
    response=QuestionFollowed,
    summary="追蹤詢問 / Follow a question",
)
def follow_question(request: HttpRequest, question_key: QuestionKey) -> QuestionFollowed:
    """Where the question behind a secret address stands, and what was answered; nobody's name is in it."""
    return followed(acting(request), question_of_secret(question_key), reasons=True)


@router.post(
    "/questions/follow/{question_key}/reply", auth=PUBLIC, response=WRITTEN, summary="補充說明 / Reply"
)
def reply(request: HttpRequest, question_key: QuestionKey, given: ScopeReplyGiven) -> Status[Done]:
    """Reply to what the authority asked back; whoever knows the address may."""
    return written(
        request, lambda by: reply_to_question(by, question_key, given.text), _follow_address(question_key)
    )


@router.post(
    "/questions/follow/{question_key}/withdrawal",
    auth=PUBLIC,
    response=WRITTEN,
    summary="撤回詢問 / Withdraw a question",
)
def withdraw(request: HttpRequest, question_key: QuestionKey) -> Status[Done]:
    """Withdraw it; the key of what was sealed is destroyed."""
    return written(request, lambda by: withdraw_question(by, question_key), _follow_address(question_key))


@router.get("/questions/{question_number}", response=ScopeQuestionShown, summary="一件詢問 / One question")
def show_question(request: HttpRequest, question_number: QuestionNumber) -> ScopeQuestionShown:
    """One question, where this account may see it."""
    by = acting(request)
    return question_shown(by, find_question(by, question_number))


def _asked(by: Acting, given: ScopeQuestionGiven) -> Asked:
    technologies = tuple(
        AskedOf(each.name, each.description, each.figures, tuple(each.items), each.secret)
        for each in given.technologies
    )
    numbers = [number for each in technologies for number in each.items]
    named = [agency.code for agency in authorities_of(numbers, by.today)]
    authority = given.authority or (named[0] if len(named) == 1 else "")
    return Asked(given.asker, given.sender, given.contact, authority, technologies, given.organisation)


def _follow_address(key: str) -> str:
    return reverse("api:follow_question", kwargs={"question_key": key})
