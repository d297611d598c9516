"""Art. 12: is this the kind of interest one steps aside for?"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Annotated

from coretech.kit.sentence import Sentence
from coretech.law.facts import Says
from coretech.law.parameters import ENACTED, Parameters
from coretech.law.question import Question
from coretech.law.ruling import Outcome, Reading, Ruling


class Source(StrEnum):
    """Where the interest comes from."""

    PERSON = "person"
    EMPLOYER = "employer"
    SHARES = "shares"
    REPRESENTED_BODY = "represented_body"


QUESTION = Question(
    id="recusal.interest",
    title=Sentence("這是應迴避的利益嗎？", "Is this an interest one steps aside for?"),
    articles=("12",),
    in_force=Sentence(
        "條文所列之人本身受益才算", "only where a person the article lists benefits personally"
    ),
    readings={
        "employer-counts": Sentence(
            "任職或持股的公司受益即算", "what benefits one's employer or company benefits oneself"
        )
    },
    because=Sentence(
        "條文列的是自然人；公司的利益經由本人受益才及之，機關提案不是個人利益",
        "the article lists natural persons; a company counts through them, a body's proposal is no personal interest",
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """Whose interest, and whether a person benefits."""

    source: Annotated[Source, Says("利益的來源", "where the interest comes from")]
    personal_benefit: Annotated[bool, Says("條文所列之人本身受益", "a person the article lists benefits")]


def rule(facts: Facts, as_of: date, _parameters: Parameters = ENACTED) -> Ruling:
    """Yes where a listed person benefits; an employer's interest alone is not enough."""
    commercial = facts.source in (Source.EMPLOYER, Source.SHARES)
    return QUESTION.answer(
        Outcome.of(facts.personal_benefit),
        _reason(facts),
        as_of=as_of,
        readings=(Reading("employer-counts", Outcome.of(facts.personal_benefit or commercial)),),
    )


def _reason(facts: Facts) -> Sentence:
    if facts.personal_benefit:
        return Sentence("條文所列之人本身受益", "a person the article lists benefits")
    if facts.source is Source.REPRESENTED_BODY:
        return Sentence(
            "機關（構）的提案不是個人利益", "a proposal of the body one represents is no personal interest"
        )
    return Sentence("條文所列之人本身沒有受益", "none of the persons the article lists benefits")
