"""Art. 5.3: may this person vote on this item?"""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from coretech.kit.sentence import Sentence
from coretech.law.facts import Says
from coretech.law.parameters import ENACTED, Parameters
from coretech.law.question import Question
from coretech.law.ruling import Outcome, Reading, Ruling
from coretech.law.terms import Voter

QUESTION = Question(
    id="meeting.ballot",
    title=Sentence("可以就本案表決嗎？", "May this person vote on the item?"),
    articles=("5.3",),
    in_force=Sentence(
        "委員（含召集人）及指派代表可表決，應迴避者除外",
        "members, the convener among them, and stand-ins vote, unless recused",
    ),
    readings={
        "stand-ins-no-vote": Sentence("指派代表計入出席但不表決", "stand-ins attend but do not vote"),
        "stand-ins-not-counted": Sentence("指派代表既不計入也不表決", "stand-ins neither count nor vote"),
    },
    because=Sentence(
        "條文用「出席」，與法定人數同詞，而與列席者有別",
        "the article lets stand-ins attend, the word of the quorum rule, unlike observers who sit in",
    ),
)

NAMES = {
    Voter.MEMBER: Sentence("委員", "a member"),
    Voter.CONVENER: Sentence("召集人", "the convener"),
    Voter.STAND_IN: Sentence("機關指派的代表", "a stand-in sent by the body"),
    Voter.OBSERVER: Sentence("列席者", "an observer"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """Who would vote."""

    voter: Annotated[Voter, Says("身分", "who would vote")]
    recused: Annotated[bool, Says("就本案迴避", "recused from this item")]


def rule(facts: Facts, as_of: date, _parameters: Parameters = ENACTED) -> Ruling:
    """Yes for whoever attends as a member and is not recused."""
    may = facts.voter is not Voter.OBSERVER and not facts.recused
    stand_in = facts.voter is Voter.STAND_IN
    return QUESTION.answer(
        Outcome.of(may),
        _reason(facts),
        as_of=as_of,
        readings=(
            Reading("stand-ins-no-vote", Outcome.NO),
            Reading("stand-ins-not-counted", Outcome.NO),
        )
        if stand_in
        else (),
    )


def _reason(facts: Facts) -> Sentence:
    name = NAMES[facts.voter]
    if facts.voter is Voter.OBSERVER:
        return Sentence(
            f"{name.zh}得提供意見，但不是委員，不能表決",
            f"{name.en} may speak, but is no member and cannot vote",
        )
    if facts.recused:
        return Sentence(
            f"{name.zh}就本案迴避，不能表決", f"{name.en} who is recused from the item cannot vote on it"
        )
    if facts.voter is Voter.STAND_IN:
        return Sentence(
            f"{name.zh}係「出席」而非「列席」，可以表決",
            f"{name.en} attends in a member's place and may vote",
        )
    return Sentence(f"{name.zh}未迴避，可以表決", f"{name.en} who is not recused may vote")
