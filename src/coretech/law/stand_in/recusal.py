"""Art. 12: must a stand-in step aside where the member would have had to?"""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from coretech.kit.sentence import Sentence
from coretech.law.facts import Says
from coretech.law.parameters import ENACTED, Parameters
from coretech.law.question import Question
from coretech.law.ruling import Outcome, Reading, Ruling

QUESTION = Question(
    id="stand_in.recusal",
    title=Sentence("委員應迴避時，代表也要迴避嗎？", "Must a stand-in step aside for the member's ground?"),
    articles=("12",),
    in_force=Sentence("看代表自己有無應迴避的事由", "only the stand-in's own ground counts"),
    readings={
        "follows-the-seat": Sentence(
            "迴避隨席位，及於代表", "recusal follows the seat and binds the stand-in"
        )
    },
    because=Sentence(
        "條文看的是參與會議的人本人的利益，代表機關（構）不是個人利益",
        "the article looks to the person who takes part; representing a body is no personal interest",
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """Who has a ground."""

    stand_in_ground: Annotated[bool, Says("代表本人有應迴避的事由", "the stand-in has a ground")]
    member_ground: Annotated[bool, Says("原委員有應迴避的事由", "the member represented has a ground")]


def rule(facts: Facts, as_of: date, _parameters: Parameters = ENACTED) -> Ruling:
    """Yes on the stand-in's own ground."""
    return QUESTION.answer(
        Outcome.of(facts.stand_in_ground),
        _reason(facts),
        as_of=as_of,
        readings=(Reading("follows-the-seat", Outcome.of(facts.stand_in_ground or facts.member_ground)),),
    )


def _reason(facts: Facts) -> Sentence:
    if facts.stand_in_ground:
        return Sentence("代表本人有應迴避的事由", "the stand-in has a ground of their own")
    if facts.member_ground:
        return Sentence(
            "只有原委員有應迴避的事由，代表本人沒有", "the member has a ground, the stand-in has none"
        )
    return Sentence("代表與原委員都沒有應迴避的事由", "neither the stand-in nor the member has a ground")
