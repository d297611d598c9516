"""The steps of a scope question that its authority's officers take."""

from django.http import HttpRequest
from django.urls import reverse
from ninja import Router, Status

from coretech.api.acts import WRITTEN, Done, written
from coretech.api.scope_shapes import AnswersGiven, AskBackGiven, QuestionNumber, TransferGiven
from coretech.apps.scope.operations.answer_question import Answered, answer_question
from coretech.apps.scope.operations.ask_back import ask_back
from coretech.apps.scope.operations.take_question import take_question
from coretech.apps.scope.operations.transfer_question import transfer_question

router = Router(tags=["scope"])


@router.post("/questions/{question_number}/taking", response=WRITTEN, summary="受理 / Take it in hand")
def take(request: HttpRequest, question_number: QuestionNumber) -> Status[Done]:
    """Take the question in hand; the authority's officers do."""
    return written(request, lambda by: take_question(by, question_number), _address(question_number))


@router.post("/questions/{question_number}/transfer", response=WRITTEN, summary="移送 / Transfer it")
def transfer(request: HttpRequest, question_number: QuestionNumber, given: TransferGiven) -> Status[Done]:
    """Transfer it to the right authority."""
    return written(
        request,
        lambda by: transfer_question(by, question_number, given.authority, given.why, given.seen),
        _address(question_number),
    )


@router.post("/questions/{question_number}/question-back", response=WRITTEN, summary="請補充說明 / Ask back")
def ask_asker(request: HttpRequest, question_number: QuestionNumber, given: AskBackGiven) -> Status[Done]:
    """Ask the asker back; the clock stands still until the reply."""
    return written(
        request, lambda by: ask_back(by, question_number, given.text, given.seen), _address(question_number)
    )


@router.post("/questions/{question_number}/answers", response=WRITTEN, summary="答覆 / Answer")
def answer(request: HttpRequest, question_number: QuestionNumber, given: AnswersGiven) -> Status[Done]:
    """Answer about each technology; the asker is told."""
    answers = [
        Answered(each.place, each.verdict, each.reasons, each.no, each.valid_until) for each in given.answers
    ]
    return written(
        request,
        lambda by: answer_question(by, question_number, answers, given.seen),
        _address(question_number),
    )


def _address(number: str) -> str:
    return reverse("api:show_question", kwargs={"question_number": number})
