"""Art. 5: does the convener break a tie?"""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from coretech.kit.sentence import Sentence
from coretech.law.facts import Says, no_negatives
from coretech.law.parameters import ENACTED, Parameters
from coretech.law.question import Question
from coretech.law.ruling import Outcome, Reading, Ruling

QUESTION = Question(
    id="meeting.casting_vote",
    title=Sentence("同數時，召集人可以決定嗎？", "Does the convener break a tie?"),
    articles=("5.1", "5.3"),
    in_force=Sentence(
        "召集人以委員身分投一票，同數不通過", "the convener votes once, as a member; a tie fails"
    ),
    readings={"casting-vote": Sentence("同數取決於召集人", "the convener decides a tie")},
    because=Sentence(
        "條文只說召集人主持，未給決定票", "the article has the convener preside and gives no casting vote"
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """The count, and how the convener would decide."""

    for_: Annotated[int, Says("同意票", "votes for")]
    against: Annotated[int, Says("反對票", "votes against")]
    convener_for: Annotated[bool, Says("召集人贊成", "the convener is for it")]

    def __post_init__(self) -> None:
        """Refuse negative votes."""
        no_negatives(self)


def rule(facts: Facts, as_of: date, _parameters: Parameters = ENACTED) -> Ruling:
    """No on a tie, whatever the convener thinks; not applicable where there is none."""
    votes = Sentence(
        f"同意{facts.for_}、反對{facts.against}", f"{facts.for_} for and {facts.against} against"
    )
    if facts.for_ != facts.against:
        reason = Sentence(f"{votes.zh}，並非同數", f"{votes.en} is no tie")
        return QUESTION.answer(Outcome.NOT_APPLICABLE, reason, as_of=as_of)
    return QUESTION.answer(
        Outcome.NO,
        Sentence(
            f"{votes.zh}，同數；召集人沒有決定票，不通過",
            f"{votes.en} is a tie and fails: there is no casting vote",
        ),
        as_of=as_of,
        readings=(Reading("casting-vote", Outcome.of(facts.convener_for)),),
    )
