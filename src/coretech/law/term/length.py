"""Arts. 3.3 and 4.3: is the recorded term as long as the law allows?"""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from coretech.kit.roc import said
from coretech.kit.sentence import Sentence
from coretech.law.facts import BadFacts, Says
from coretech.law.parameters import ENACTED, Parameters
from coretech.law.question import Question
from coretech.law.ruling import Outcome, Ruling
from coretech.law.term.rules import FOLLOWS_POST, end_of, paragraph, represents, years
from coretech.law.terms import Category, TermRole

QUESTION = Question(
    id="term.length",
    title=Sentence("登記的任期合於規定嗎？", "Is the recorded term lawful?"),
    articles=("3.3", "4.3"),
    in_force=Sentence("登記的任期不得逾二年", "a recorded term is no longer than two years"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What the record says."""

    role: Annotated[TermRole, Says("職務", "the office held")]
    start: Annotated[date, Says("登記的首日", "the recorded first day")]
    end: Annotated[date, Says("登記的末日", "the recorded last day")]
    category: Annotated[Category | None, Says("委員的類別（1–5）", "the member's category (1-5)")] = None

    def __post_init__(self) -> None:
        """Refuse a term that ends before it starts."""
        if self.end < self.start:
            raise BadFacts(field="end", sentence=Sentence("末日早於首日", "the last day is before the first"))


def rule(facts: Facts, as_of: date, parameters: Parameters = ENACTED) -> Ruling:
    """Yes where the record ends no later than the law; ``values.end`` is the right last day."""
    law = parameters.at(as_of)
    length = years(facts.role, law)
    right = end_of(facts.start, length)
    return QUESTION.answer(
        Outcome.of(facts.end <= right),
        _reason(facts, length, right),
        as_of=as_of,
        values={"end": right.isoformat()},
        warnings=(FOLLOWS_POST,) if represents(facts.role, facts.category, law) else (),
        articles=paragraph(facts.role),
    )


def _reason(facts: Facts, length: int, right: date) -> Sentence:
    first, recorded, last = said(facts.start), said(facts.end), said(right)
    zh = f"自{first.zh}起{length}年至{last.zh}止，登記至{recorded.zh}"
    en = f"{length} years from {first.en} end with {last.en}; the record says {recorded.en}"
    if facts.end <= right:
        return Sentence(f"{zh}，未逾{length}年", f"{en}, which is not longer")
    return Sentence(f"{zh}，已逾{length}年", f"{en}, which is too long")
