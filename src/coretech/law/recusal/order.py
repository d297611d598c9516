"""Art. 12: must the chair order it?"""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from coretech.kit.sentence import Sentence
from coretech.law.facts import Says
from coretech.law.parameters import ENACTED, Parameters
from coretech.law.question import Question
from coretech.law.ruling import Outcome, Ruling

QUESTION = Question(
    id="recusal.order",
    title=Sentence("主席應令其迴避嗎？", "Must the chair order it?"),
    articles=("12",),
    in_force=Sentence(
        "主席知悉有應迴避而未迴避者", "the chair knows of a ground, and the person has not stepped aside"
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What the chair knows, and what has been done."""

    chair_knows: Annotated[bool, Says("主席知悉", "the chair knows")]
    member_recused: Annotated[bool, Says("已自行迴避", "the person has stepped aside")]
    ground_exists: Annotated[bool, Says("有應迴避的事由", "there is a ground")]


def rule(facts: Facts, as_of: date, _parameters: Parameters = ENACTED) -> Ruling:
    """Yes where the chair knows of a ground and the person has not stepped aside."""
    must = facts.chair_knows and facts.ground_exists and not facts.member_recused
    return QUESTION.answer(Outcome.of(must), _reason(facts), as_of=as_of)


def _reason(facts: Facts) -> Sentence:
    if not facts.ground_exists:
        return Sentence("沒有應迴避的事由", "there is no ground for stepping aside")
    if facts.member_recused:
        return Sentence(
            "當事人已自行迴避，主席不必再令其迴避",
            "the person has stepped aside, so nothing is left to order",
        )
    if not facts.chair_knows:
        return Sentence(
            "主席不知有此事由；應由當事人自行迴避",
            "the chair does not know; the person must step aside unasked",
        )
    return Sentence(
        "主席知悉有應迴避而未迴避者，應令其迴避", "the chair knows of the ground and must order it"
    )
