"""Arts. 3.3 and 4.3: on which day does the term end?"""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Annotated

from coretech.kit.roc import said
from coretech.kit.sentence import Sentence
from coretech.law.facts import Says
from coretech.law.parameters import ENACTED, Parameters
from coretech.law.question import Question
from coretech.law.ruling import Outcome, Reading, Ruling
from coretech.law.term.rules import FOLLOWS_POST, end_of, paragraph, represents, years
from coretech.law.terms import Category, TermRole

QUESTION = Question(
    id="term.end",
    title=Sentence("任期到哪一天為止？", "On which day does the term end?"),
    articles=("3.3", "4.3"),
    in_force=Sentence(
        "二年，至相當日之前一日止（民法第121條）",
        "two years, ending the day before the anniversary (Civil Code art. 121)",
    ),
    readings={
        "anniversary": Sentence(
            "始日不算入，至相當日止", "the first day is not counted: it ends on the anniversary"
        )
    },
    because=Sentence(
        "就任當日即在任，故始日算入", "the member serves from the first day itself, so that day is counted"
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """Whose term, since when."""

    role: Annotated[TermRole, Says("職務", "the office held")]
    start: Annotated[date, Says("任期首日", "the first day of the term")]
    category: Annotated[Category | None, Says("委員的類別（1–5）", "the member's category (1-5)")] = None


def rule(facts: Facts, as_of: date, parameters: Parameters = ENACTED) -> Ruling:
    """Yes, with the last day in ``values.end``."""
    law = parameters.at(as_of)
    length = years(facts.role, law)
    end = end_of(facts.start, length)
    later = _uncounted(facts.start, length)
    return QUESTION.answer(
        Outcome.YES,
        _reason(facts, length, end, later),
        as_of=as_of,
        values={"end": end.isoformat()},
        warnings=(FOLLOWS_POST,) if represents(facts.role, facts.category, law) else (),
        readings=(Reading("anniversary", Outcome.YES, {"end": later.isoformat()}),),
        articles=paragraph(facts.role),
    )


def _uncounted(start: date, length: int) -> date:
    """The end where the period begins the day after, its first day not being counted (Civil Code art. 120)."""
    return end_of(start + timedelta(days=1), length)


def _reason(facts: Facts, length: int, end: date, later: date) -> Sentence:
    first, last, other = said(facts.start), said(end), said(later)
    zh = f"任期{length}年，自{first.zh}起，至{last.zh}止"
    en = f"a term of {length} years from {first.en} ends with {last.en}"
    if later == end:
        return Sentence(zh, en)
    return Sentence(
        f"{zh}；若始日不算入，則至{other.zh}止",
        f"{en}; were the first day not counted, it would end with {other.en}",
    )
