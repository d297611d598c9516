"""The law article by article: what each paragraph says, and what is done with it here."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from coretech.apps.cases.states import ARROWS
from coretech.kit.sentence import Sentence
from coretech.law import Level, questions
from coretech.law.citation import cited
from coretech.law.duties import TITLES
from coretech.law.provisions import Kind, Provision, provisions
from coretech.law.question import Question
from coretech.web.law.addresses import question_address
from coretech.web.law.headings import HEADINGS, REGULATION
from coretech.web.shell.articles import anchor_of
from coretech.web.shell.parts import Tag

KINDS = {
    Kind.DUTY: Tag(Sentence("義務", "Duty"), "blue"),
    Kind.POWER: Tag(Sentence("權限", "Power"), "teal"),
    Kind.RULE: Tag(Sentence("規則", "Rule"), "grey"),
    Kind.GROUND: Tag(Sentence("依據", "Ground"), "grey"),
}
_DUTY = "duty:"


@dataclass(frozen=True, slots=True)
class Home:
    """A question that answers a provision, with its calculator."""

    question: Question
    address: str


@dataclass(frozen=True, slots=True)
class Clause:
    """What the text says, or what only the explanation adds: whose it is, and what is done with it."""

    says: Sentence
    holder: Sentence
    kind: Tag
    homes: tuple[Home, ...]
    duties: tuple[Sentence, ...]
    kept: Sentence | None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph with its anchor, what it says, what its explanation adds, and the steps of a case it governs."""

    anchor: str
    name: Sentence
    text: tuple[Clause, ...]
    added: tuple[Clause, ...]
    steps: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class ArticleShown:
    """An article with its paragraphs; it has an anchor of its own where it is not one single paragraph."""

    anchor: str
    name: Sentence
    heading: Sentence
    paragraphs: tuple[Paragraph, ...]

    @property
    def single(self) -> bool:
        """Whether the article is one paragraph."""
        return self.paragraphs[0].anchor == self.anchor


@require_safe
def law(request: HttpRequest) -> HttpResponse:
    """The fourteen articles and the definition they rest on. Public."""
    context = {"regulation": REGULATION, "articles": [*_articles()]}
    return render(request, "law/law.jinja", context)


def _articles() -> Iterator[ArticleShown]:
    numbers = list(dict.fromkeys(each.number for each in provisions()))
    for article, paragraphs in groupby(numbers, key=_article_of):
        shown = tuple(_paragraph(number) for number in paragraphs)
        yield ArticleShown(anchor_of(article), cited(article), HEADINGS[article], shown)


def _article_of(number: str) -> str:
    return number.partition(".")[0]


def _paragraph(number: str) -> Paragraph:
    here = [each for each in provisions() if each.number == number]
    return Paragraph(
        anchor_of(number),
        cited(number),
        tuple(_clause(each) for each in here if each.level is Level.TEXT),
        tuple(_clause(each) for each in here if each.level is Level.EXPLANATION),
        tuple(arrow.name for arrow in ARROWS.values() if number in arrow.articles),
    )


def _clause(provision: Provision) -> Clause:
    asked = {described.question.id: described.question for described in questions()}
    return Clause(
        provision.says,
        provision.holder,
        KINDS[provision.kind],
        tuple(Home(asked[home], question_address(home)) for home in provision.homes if home in asked),
        tuple(TITLES[home.removeprefix(_DUTY)] for home in provision.homes if home.startswith(_DUTY)),
        provision.kept,
    )
