"""Art. 10.2: must the authority act on a holder's request?"""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from coretech.kit.sentence import Sentence
from coretech.law.facts import Says
from coretech.law.parameters import ENACTED, Parameters
from coretech.law.question import Question
from coretech.law.ruling import Outcome, Reading, Ruling

QUESTION = Question(
    id="change.request",
    title=Sentence("持有者請求時，主管機關必須辦理嗎？", "Must the authority act on a holder's request?"),
    articles=("10.2",),
    in_force=Sentence("「得」辦理，由主管機關裁量，未定期限", "it may, at its discretion; no time is set"),
    readings={"duty-to-process": Sentence("收到請求即有處理義務", "a request must be dealt with")},
    because=Sentence(
        "條文用「得」，也沒有期限或答覆的規定", "the article says may, and sets neither a time nor a reply"
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """Whether somebody who holds the technology asked."""

    requested: Annotated[bool, Says("持有者已提出請求", "a holder has asked")]


def rule(facts: Facts, as_of: date, _parameters: Parameters = ENACTED) -> Ruling:
    """No: the article leaves it to the authority; not applicable where nobody asked."""
    if not facts.requested:
        reason = Sentence("沒有持有者提出請求", "no holder has asked")
        return QUESTION.answer(Outcome.NOT_APPLICABLE, reason, as_of=as_of)
    return QUESTION.answer(
        Outcome.NO,
        Sentence(
            "持有者已提出請求，是否提報由主管機關裁量",
            "a holder has asked; whether to bring it is for the authority",
        ),
        as_of=as_of,
        readings=(Reading("duty-to-process", Outcome.YES),),
    )
