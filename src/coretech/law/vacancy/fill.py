"""Art. 3.3: is the vacancy filled for the right time?"""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from coretech.kit.roc import said
from coretech.kit.sentence import Sentence
from coretech.law.facts import BadFacts, Says
from coretech.law.parameters import ENACTED, Parameters
from coretech.law.question import Question
from coretech.law.ruling import Outcome, Ruling

QUESTION = Question(
    id="vacancy.fill",
    title=Sentence("出缺補聘的期間對嗎？", "Is the vacancy filled for the right time?"),
    articles=("3.3",),
    in_force=Sentence(
        "補至原任期屆滿之日；原任期已滿即無可補",
        "to the end of the predecessor's term; none once that is over",
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """The predecessor's term and the fill."""

    predecessor_start: Annotated[date, Says("原任期首日", "the first day of the predecessor's term")]
    predecessor_end: Annotated[date, Says("原任期末日", "the last day of the predecessor's term")]
    fill_start: Annotated[date, Says("補任首日", "the first day of the fill")]
    fill_end: Annotated[date, Says("補任末日", "the last day of the fill")]

    def __post_init__(self) -> None:
        """Refuse terms that end before they start, and a fill before there was anybody to follow."""
        backwards = Sentence("末日早於首日", "the last day is before the first")
        if self.predecessor_end < self.predecessor_start:
            raise BadFacts(field="predecessor_end", sentence=backwards)
        if self.fill_end < self.fill_start:
            raise BadFacts(field="fill_end", sentence=backwards)
        if self.fill_start < self.predecessor_start:
            raise BadFacts(
                field="fill_start",
                sentence=Sentence("補任早於原任期首日", "the fill begins before the predecessor's term"),
            )


def rule(facts: Facts, as_of: date, _parameters: Parameters = ENACTED) -> Ruling:
    """Yes where the fill ends with the predecessor's term; ``values.end`` is that day, or null."""
    over = facts.fill_start > facts.predecessor_end
    right = not over and facts.fill_end == facts.predecessor_end
    return QUESTION.answer(
        Outcome.of(right),
        _reason(facts, over=over),
        as_of=as_of,
        values={"end": None if over else facts.predecessor_end.isoformat()},
    )


def _reason(facts: Facts, *, over: bool) -> Sentence:
    term, first, last = said(facts.predecessor_end), said(facts.fill_start), said(facts.fill_end)
    if over:
        return Sentence(
            f"原任期已於{term.zh}屆滿，{first.zh}起無缺可補，應重新聘（派）",
            f"the predecessor's term ended with {term.en}; on {first.en} nothing is left: appoint anew",
        )
    if facts.fill_end == facts.predecessor_end:
        return Sentence(
            f"補任至{last.zh}，即原任期屆滿之日",
            f"the fill ends with {last.en}, the end of the predecessor's term",
        )
    return Sentence(
        f"補任至{last.zh}，但應至原任期屆滿之{term.zh}",
        f"the fill ends with {last.en}, but should end with the predecessor's term on {term.en}",
    )
