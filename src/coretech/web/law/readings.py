"""The places where the words of the regulation can be read in more than one way, and what follows from each."""

import datetime as dt
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from coretech.kit.sentence import Sentence
from coretech.law import Article, questions
from coretech.law.describe import Described
from coretech.law.question import Question
from coretech.web.acting import acting
from coretech.web.law.addresses import question_address
from coretech.web.law.examples import Example, example_of


@dataclass(frozen=True, slots=True)
class OtherWay:
    """Another tenable reading, with an example of what it would change."""

    words: Sentence
    example: Example


@dataclass(frozen=True, slots=True)
class Disputed:
    """A question whose words can be read in more than one way."""

    question: Question
    articles: tuple[Article, ...]
    address: str
    others: tuple[OtherWay, ...]


@require_safe
def law_readings(request: HttpRequest) -> HttpResponse:
    """Every question with more than one tenable reading, in the order of the articles. Public."""
    today = acting(request).today
    found = [_disputed(described, today) for described in questions() if described.question.readings]
    found.sort(key=lambda each: _place(each.question.articles[0]))
    count = sum(len(each.others) for each in found)
    return render(request, "law/readings.jinja", {"disputed": found, "count": count})


def _disputed(described: Described, today: dt.date) -> Disputed:
    question = described.question
    others = [
        OtherWay(words, example_of(described, name, today)) for name, words in question.readings.items()
    ]
    articles = tuple(Article(number) for number in question.articles)
    return Disputed(question, articles, question_address(question.id), tuple(others))


def _place(article: str) -> tuple[int, ...]:
    """Where a paragraph of the regulation stands among the others."""
    return tuple(int(part) for part in article.split("."))
