"""Art. 5.4: may somebody attend in a member's place?"""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from coretech.kit.sentence import Sentence
from coretech.law.facts import Says
from coretech.law.parameters import ENACTED, Parameters
from coretech.law.question import Question
from coretech.law.ruling import Outcome, Ruling, Warn
from coretech.law.terms import Category, Designator
from coretech.law.wording import named

QUESTION = Question(
    id="stand_in.admission",
    title=Sentence("可以指派代表出席嗎？", "May a stand-in attend?"),
    articles=("5.4",),
    in_force=Sentence(
        "只有代表機關（構）的委員（第1至3類），由機關（構）指派；未敘明事由時提醒",
        "only for members who represent a body (categories 1 to 3), sent by the body; a missing cause warns",
    ),
)

NO_CAUSE = Warn(
    "no-cause-given",
    Sentence("沒有敘明不能出席的事由，請補記。", "No cause for the absence is given; record it."),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """Whose place is taken, why, and by whose choice."""

    member_category: Annotated[Category, Says("委員的類別（1–5）", "the member's category (1-5)")]
    cause: Annotated[str | None, Says("不能出席的事由", "why the member cannot attend")]
    designated_by: Annotated[Designator, Says("由誰指派", "who sends the stand-in")]


def rule(facts: Facts, as_of: date, parameters: Parameters = ENACTED) -> Ruling:
    """Yes for a stand-in sent by the body of a member who represents one."""
    represents = facts.member_category in parameters.at(as_of).numbers("meeting.stand_in_categories")
    by_body = facts.designated_by is Designator.BODY
    caused = bool(facts.cause and facts.cause.strip())
    return QUESTION.answer(
        Outcome.of(represents and by_body),
        _reason(facts, represents=represents),
        as_of=as_of,
        warnings=() if caused else (NO_CAUSE,),
    )


def _reason(facts: Facts, *, represents: bool) -> Sentence:
    category = named(facts.member_category)
    if not represents:
        return Sentence(
            f"{category.zh}的委員不代表機關（構），應親自出席",
            f"a member from {category.en} represents no body and must attend in person",
        )
    if facts.designated_by is Designator.MEMBER:
        return Sentence(
            "代表應由機關（構）指派，委員不能自行委託", "the body sends a stand-in; a member cannot"
        )
    return Sentence(
        f"{category.zh}的委員代表機關（構），其機關（構）已指派代表出席",
        f"a member from {category.en} represents a body, and the body has sent the stand-in",
    )
