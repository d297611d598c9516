"""One question of the law as a calculator: the facts go into the address, the ruling comes out."""

from collections.abc import Iterable
from dataclasses import dataclass
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from coretech.kit.refusal import not_found
from coretech.kit.sentence import Sentence
from coretech.law import Article, Reading, Ruling, questions
from coretech.law.describe import Described
from coretech.law.question import Question
from coretech.web.acting import acting
from coretech.web.law.addresses import answer_address, question_address
from coretech.web.law.facts_form import FactsForm
from coretech.web.shell.parts import Column, Tag
from coretech.web.shell.rulings import outcome_of

COLUMNS = (
    Column(Sentence("解讀", "Reading")),
    Column(Sentence("答案", "Answer")),
)


@dataclass(frozen=True, slots=True)
class Row:
    """A reading and what it gives on these facts."""

    words: Sentence
    outcome: Tag
    given: Ruling | Reading
    figures: Sentence | None


@require_safe
def law_question(request: HttpRequest, first: str, second: str) -> HttpResponse:
    """The question, and the ruling where the address gives its facts. Public; HTTP 422 for facts that cannot be."""
    described = find(f"{first}.{second}")
    form = FactsForm(described, request.GET)
    ruling = form.answer(acting(request).today)
    context = {
        "question": described.question,
        "articles": [Article(number) for number in described.question.articles],
        "form": form,
        "action": question_address(described.question.id),
        "ruling": ruling,
        "columns": COLUMNS,
        "readings": [] if ruling is None else [*_rows(described.question, ruling)],
        "address": None if ruling is None else answer_address(described, form.facts(), ruling.as_of),
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    return render(request, "law/question.jinja", context, status=status)


def find(name: str) -> Described:
    """A question with its facts.

    Raises:
        Refused: (HTTP 404) where there is no such question.
    """
    for described in questions():
        if described.question.id == name:
            return described
    raise not_found("法規沒有這一題。", "The law has no such question.")


def _rows(question: Question, ruling: Ruling) -> Iterable[Row]:
    """The reading in force, then the others that speak to these facts."""
    if ruling.readings:
        yield Row(question.in_force, outcome_of(ruling), ruling, None)
    for reading in ruling.readings:
        yield Row(question.readings[reading.id], outcome_of(reading), reading, reading.figures)
