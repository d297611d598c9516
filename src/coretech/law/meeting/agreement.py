"""Art. 11: does an agreement signed for an earlier meeting hold for this one?"""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from coretech.kit.roc import said
from coretech.kit.sentence import Sentence
from coretech.law.facts import Says
from coretech.law.parameters import ENACTED, Parameters
from coretech.law.question import Question
from coretech.law.ruling import Outcome, Reading, Ruling

QUESTION = Question(
    id="meeting.agreement",
    title=Sentence(
        "以前簽的保密協議，這次會議還算數嗎？", "Does an earlier agreement hold for this meeting?"
    ),
    articles=("11",),
    in_force=Sentence("簽署一次，及於其後各次會議", "signed once, it holds for every later meeting"),
    readings={"each-meeting": Sentence("每次會議都要簽署", "each meeting needs one of its own")},
    because=Sentence(
        "條文未定次數；目的在第一次接觸前簽妥", "no number is set; it must be signed before the first access"
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """When it was signed, and for what."""

    nda_signed_on: Annotated[date, Says("保密協議簽署日", "the day the agreement was signed")]
    signed_for_this_meeting: Annotated[bool, Says("專為本次會議簽署", "it was signed for this meeting")]
    meeting_on: Annotated[date, Says("會議日", "the day of the meeting")]


def rule(facts: Facts, as_of: date, _parameters: Parameters = ENACTED) -> Ruling:
    """Yes for an agreement signed by the day of the meeting."""
    before = facts.nda_signed_on <= facts.meeting_on
    signed, held = said(facts.nda_signed_on), said(facts.meeting_on)
    return QUESTION.answer(
        Outcome.of(before),
        Sentence(
            f"保密協議於{signed.zh}簽署，{'不晚於' if before else '晚於'}{held.zh}的會議",
            f"signed on {signed.en}, {'not after' if before else 'after'} the meeting of {held.en}",
        ),
        as_of=as_of,
        readings=(Reading("each-meeting", Outcome.of(before and facts.signed_for_this_meeting)),),
    )
