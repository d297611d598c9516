"""Arts. 3.3 and 4.3: is this person serving on a day?"""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from coretech.kit.roc import said
from coretech.kit.sentence import Sentence
from coretech.law.facts import Says
from coretech.law.parameters import ENACTED, Parameters
from coretech.law.question import Question
from coretech.law.ruling import Outcome, Ruling, Warn
from coretech.law.term.rules import needs_category, paragraph, represents
from coretech.law.terms import Category, TermRole

QUESTION = Question(
    id="term.serving",
    title=Sentence("這一天還在任嗎？", "Is this person serving on that day?"),
    articles=("3.3", "4.3"),
    in_force=Sentence(
        "代表機關（構）出任者隨本職進退，其他人任滿為止",
        "representatives leave with their post, others serve their term",
    ),
)

APPOINTMENT_LAPSED = Warn(
    "appointment-lapsed",
    Sentence(
        "聘（派）書所載期間已過，但本職仍在；請補辦聘（派）。",
        "The appointment on paper has run out although the post continues: renew it.",
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """The appointment, the post, and the day in question."""

    role: Annotated[TermRole, Says("職務", "the office held")]
    category: Annotated[Category | None, Says("委員的類別（1–5）", "the member's category (1-5)")] = None
    appointed_until: Annotated[date, Says("聘（派）至", "appointed until")]
    left_post_on: Annotated[date | None, Says("離開本職之日", "the day the post was left")]
    on: Annotated[date, Says("問的是哪一天", "the day in question")]

    def __post_init__(self) -> None:
        """Refuse a council member of unknown category."""
        needs_category(self.role, self.category)


def rule(facts: Facts, as_of: date, parameters: Parameters = ENACTED) -> Ruling:
    """Yes to the end of the day in ``values.ends_on``; null while a representative keeps the post."""
    by_post = represents(facts.role, facts.category, parameters.at(as_of))
    ends_on = facts.left_post_on if by_post else facts.appointed_until
    serving = ends_on is None or facts.on <= ends_on
    lapsed = by_post and serving and facts.on > facts.appointed_until
    return QUESTION.answer(
        Outcome.of(serving),
        _reason(facts, ends_on, by_post=by_post),
        as_of=as_of,
        values={"ends_on": ends_on.isoformat() if ends_on else None},
        warnings=(APPOINTMENT_LAPSED,) if lapsed else (),
        articles=paragraph(facts.role),
    )


def _reason(facts: Facts, ends_on: date | None, *, by_post: bool) -> Sentence:
    day = said(facts.on)
    if ends_on is None:
        return Sentence(
            f"代表機關（構）出任，隨本職進退；{day.zh}仍在本職",
            f"representing a body, the member stays as long as in the post, still held on {day.en}",
        )
    end = said(ends_on)
    if by_post:
        zh, en = (
            f"代表機關（構）出任，{end.zh}離開本職",
            f"representing a body, the member left the post on {end.en}",
        )
    else:
        zh, en = f"任期至{end.zh}止", f"the term ends with {end.en}"
    if facts.on <= ends_on:
        return Sentence(f"{zh}，{day.zh}仍在任", f"{en}, so on {day.en} the seat is held")
    return Sentence(f"{zh}，{day.zh}已不在任", f"{en}, so on {day.en} the seat is no longer held")
