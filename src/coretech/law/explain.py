"""A question or an article explained: what the text says, how it is read, which figures are in force."""

from dataclasses import dataclass
from datetime import date

from coretech.kit.sentence import Sentence
from coretech.law.catalogue import questions
from coretech.law.describe import Described
from coretech.law.facts import BadFacts
from coretech.law.parameters import ENACTED, Parameters
from coretech.law.parameters.store import Parameter
from coretech.law.provisions import Provision, provisions


@dataclass(frozen=True, slots=True)
class Explained:
    """What there is to know of a question or an article.

    Attributes:
        what: the question or article asked about.
        provisions: the paragraphs concerned, and what their explanations add.
        questions: the questions concerned.
        figures: the dated parameters of those paragraphs.
        as_of: the day whose figures are in force.
    """

    what: str
    provisions: tuple[Provision, ...]
    questions: tuple[Described, ...]
    figures: tuple[Parameter, ...]
    as_of: date

    def as_dict(self) -> dict[str, object]:
        """The explanation as data."""
        return {
            "what": self.what,
            "as_of": self.as_of.isoformat(),
            "provisions": [each.as_dict() for each in self.provisions],
            "questions": [each.as_dict() for each in self.questions],
            "figures": [each.as_dict(self.as_of) for each in self.figures],
        }


def explain(what: str, *, as_of: date, parameters: Parameters = ENACTED) -> Explained:
    """Explain a question such as ``meeting.quorum``, or an article such as ``5.3`` or ``5``.

    Raises:
        BadFacts: naming ``what`` where there is neither such a question nor such an article.
    """
    asked = tuple(each for each in questions() if each.question.id == what)
    numbers = {number for each in asked for number in each.question.articles} or _numbers(what)
    if not numbers:
        raise BadFacts(
            "what", Sentence(f"沒有 {what} 這個問題或條文", f"there is no question or article {what}")
        )
    return Explained(
        what,
        tuple(each for each in provisions() if each.number in numbers),
        asked or tuple(each for each in questions() if numbers & set(each.question.articles)),
        tuple(each for each in parameters.all.values() if each.article in numbers),
        as_of,
    )


def _numbers(what: str) -> set[str]:
    return {each.number for each in provisions() if each.number == what or each.number.startswith(f"{what}.")}
