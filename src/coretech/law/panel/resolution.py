"""Art. 8.3: is the panel in favour?

The agency settles how its panel decides. Where it has settled nothing, the council's rule (art. 5.3) is the nearest.
"""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Annotated

from coretech.kit.sentence import Sentence
from coretech.law.count import exceeding, reaching
from coretech.law.facts import BadFacts, Says, no_negatives
from coretech.law.panel.unsettled import NOT_SETTLED, SETTLED
from coretech.law.parameters import ENACTED, Figures, Parameters
from coretech.law.question import Question
from coretech.law.ruling import Outcome, Reading, Ruling
from coretech.law.terms import PanelMajority
from coretech.law.wording import named

QUESTION = Question(
    id="panel.resolution",
    title=Sentence("專家審查會通過了嗎？", "Is the panel in favour?"),
    articles=("8.3", "5.3"),
    in_force=Sentence(
        "依機關所定門檻，以有表決權的出席者計；機關未定者，比照審議會；同數不通過",
        "by the agency's own rule, of those present who may vote; by the council's where there is none; a tie fails",
    ),
    readings={
        "votes-cast": Sentence(
            "機關未定者，只比較同意與反對票", "with no rule settled, only votes for and against are compared"
        ),
        "recused-in-base": Sentence(
            "在場迴避者仍計入出席的基數", "the recused who attend stay in the base of the vote"
        ),
    },
    because=Sentence(
        "第8條第3項交由機關定之；未定者以第5條第3項最為接近，迴避不應等同反對",
        "article 8(3) leaves it to the agency; else article 5(3) is nearest, and stepping aside is not opposing",
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """The count of the vote, and what the agency settled."""

    entitled_present: Annotated[int, Says("有表決權的出席者", "those present who may vote")]
    for_: Annotated[int, Says("同意票", "votes for")]
    against: Annotated[int, Says("反對票", "votes against")]
    abstain: Annotated[int, Says("棄權", "abstentions")]
    recused_present: Annotated[int, Says("在場而應迴避者", "those attending who are recused")] = 0
    majority: Annotated[
        PanelMajority | None, Says("機關所定的議決門檻", "what the agency wants for a decision")
    ] = None

    def __post_init__(self) -> None:
        """Refuse more ballots than voters."""
        no_negatives(self)
        ballots = self.for_ + self.against + self.abstain
        if ballots > self.entitled_present:
            zh = f"同意、反對與棄權合計{ballots}票，多於有表決權的{self.entitled_present}人"
            en = f"{ballots} ballots for, against and abstaining, but only {self.entitled_present} may vote"
            raise BadFacts(field="entitled_present", sentence=Sentence(zh, en))


def rule(facts: Facts, as_of: date, parameters: Parameters = ENACTED) -> Ruling:
    """Yes where votes for reach the threshold; ``values.needed`` is how many do."""
    law = parameters.at(as_of)
    needed = _needed(facts, facts.entitled_present, law)
    settled = facts.majority is not None
    return QUESTION.answer(
        Outcome.of(facts.for_ >= needed),
        _reason(facts, needed),
        as_of=as_of,
        values={"needed": needed},
        warnings=() if settled else (NOT_SETTLED,),
        readings=_readings(facts, law),
        articles=SETTLED if settled else (),
    )


def _needed(facts: Facts, base: int, law: Figures) -> int:
    """How many votes for carry it where ``base`` are counted as attending."""
    match facts.majority:
        case PanelMajority.VOTES_CAST:
            return facts.against + 1
        case PanelMajority.MORE_THAN_HALF:
            return exceeding(base, Fraction(1, 2))
        case PanelMajority.TWO_THIRDS:
            return reaching(base, Fraction(2, 3))
        case None:
            return exceeding(base, law.share("meeting.majority_share"))


def _readings(facts: Facts, law: Figures) -> tuple[Reading, ...]:
    if facts.majority is PanelMajority.VOTES_CAST:
        return ()
    everyone = _needed(facts, facts.entitled_present + facts.recused_present, law)
    base = Reading("recused-in-base", Outcome.of(facts.for_ >= everyone))
    cast = Reading("votes-cast", Outcome.of(facts.for_ > facts.against))
    return (base,) if facts.majority is not None else (cast, base)


def _reason(facts: Facts, needed: int) -> Sentence:
    carried = facts.for_ >= needed
    silent = facts.entitled_present - facts.for_ - facts.against - facts.abstain
    by = (
        Sentence("比照審議會", "the council's rule applies")
        if facts.majority is None
        else _by(facts.majority)
    )
    zh = (
        f"有表決權的出席者{facts.entitled_present}人，{by.zh}，須{needed}票同意；"
        f"同意{facts.for_}、反對{facts.against}、棄權{facts.abstain}"
    )
    en = (
        f"{facts.entitled_present} may vote; {by.en}, so {needed} must be for it; "
        f"{facts.for_} for, {facts.against} against, {facts.abstain} abstaining"
    )
    if silent:
        zh, en = f"{zh}、未投票{silent}", f"{en}, {silent} not voting"
    return Sentence(
        f"{zh}，{'通過' if carried else '未通過'}", f"{en}: {'carried' if carried else 'not carried'}"
    )


def _by(threshold: PanelMajority) -> Sentence:
    words = named(threshold)
    return Sentence(f"機關規定{words.zh}", f"the agency's rule is {words.en}")
