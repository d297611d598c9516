"""Art. 5.3: is the resolution carried?"""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from coretech.kit.sentence import Sentence
from coretech.law.count import exceeding
from coretech.law.facts import BadFacts, Says, no_negatives
from coretech.law.parameters import ENACTED, Parameters
from coretech.law.question import Question
from coretech.law.ruling import Outcome, Reading, Ruling

QUESTION = Question(
    id="meeting.resolution",
    title=Sentence("決議通過了嗎？", "Is the resolution carried?"),
    articles=("5.3",),
    in_force=Sentence(
        "同意者超過有表決權出席者的半數；同數不通過",
        "more than half of the entitled present are for it; a tie fails",
    ),
    readings={"votes-cast": Sentence("只比較同意與反對票", "only votes for and against are compared")},
    because=Sentence(
        "迴避者不計入出席，只有以出席為表決基數才有意義",
        "leaving the recused out of the attendance only matters where attendance is the base of the vote",
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """The count of the vote."""

    members_in_office: Annotated[int, Says("在職委員人數", "members in office")]
    entitled_present: Annotated[int, Says("有表決權的出席者", "those present who may vote")]
    for_: Annotated[int, Says("同意票", "votes for")]
    against: Annotated[int, Says("反對票", "votes against")]
    abstain: Annotated[int, Says("棄權", "abstentions")]

    def __post_init__(self) -> None:
        """Refuse more voters than members and more ballots than voters."""
        no_negatives(self)
        if self.entitled_present > self.members_in_office:
            zh = f"有表決權者{self.entitled_present}人，多於在職委員{self.members_in_office}人"
            en = f"{self.entitled_present} may vote, more than the {self.members_in_office} members in office"
            raise BadFacts(field="entitled_present", sentence=Sentence(zh, en))
        ballots = self.for_ + self.against + self.abstain
        if ballots > self.entitled_present:
            zh = f"同意、反對與棄權合計{ballots}票，多於有表決權的{self.entitled_present}人"
            en = f"{ballots} ballots for, against and abstaining, but only {self.entitled_present} may vote"
            raise BadFacts(field="entitled_present", sentence=Sentence(zh, en))


def rule(facts: Facts, as_of: date, parameters: Parameters = ENACTED) -> Ruling:
    """Yes where votes for exceed the share of the entitled present; ``values.needed`` is how many do."""
    needed = exceeding(facts.entitled_present, parameters.at(as_of).share("meeting.majority_share"))
    return QUESTION.answer(
        Outcome.of(facts.for_ >= needed),
        _reason(facts, needed),
        as_of=as_of,
        values={"needed": needed},
        readings=(Reading("votes-cast", Outcome.of(facts.for_ > facts.against)),),
    )


def _reason(facts: Facts, needed: int) -> Sentence:
    carried = facts.for_ >= needed
    silent = facts.entitled_present - facts.for_ - facts.against - facts.abstain
    zh = (
        f"有表決權的出席者{facts.entitled_present}人，須{needed}票同意；"
        f"同意{facts.for_}、反對{facts.against}、棄權{facts.abstain}"
    )
    en = (
        f"{facts.entitled_present} may vote and {needed} must be for it; "
        f"{facts.for_} for, {facts.against} against, {facts.abstain} abstaining"
    )
    if silent:
        zh, en = f"{zh}、未投票{silent}", f"{en}, {silent} not voting"
    return Sentence(
        f"{zh}，{'通過' if carried else '未通過'}", f"{en}: {'carried' if carried else 'not carried'}"
    )
