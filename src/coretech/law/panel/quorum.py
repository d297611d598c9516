"""Art. 8.3: do enough members of the panel attend?

The agency settles its panel's meetings. Where it has settled nothing, the council's rule (art. 5.3) is the nearest.
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
from coretech.law.terms import PanelQuorum
from coretech.law.wording import members, named

QUESTION = Question(
    id="panel.quorum",
    title=Sentence("專家審查會的出席人數足夠嗎？", "Is there a quorum of the panel?"),
    articles=("8.3", "5.3"),
    in_force=Sentence(
        "依機關所定門檻，以全體出席者計，含應迴避者；機關未定者，比照審議會",
        "by the agency's own rule, everyone who attends counted, recused or not; by the council's where there is none",
    ),
    readings={
        "more-than-half": Sentence(
            "機關未定者，出席須過半數", "with no rule settled, more than half must attend"
        ),
        "recused-leave-present": Sentence("迴避者自出席人數扣除", "the recused leave the number attending"),
        "recused-leave-both": Sentence(
            "迴避者自出席及全體人數均扣除", "the recused leave both the number attending and the whole"
        ),
    },
    because=Sentence(
        "第8條第3項交由機關定之；未定者以第5條第3項最為接近，迴避亦同樣不應影響出席條件",
        "article 8(3) leaves it to the agency; else article 5(3) is nearest, and recusals should not upset the quorum",
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """Who is in the room, who is in office, and what the agency settled."""

    members_in_office: Annotated[
        int, Says("在職委員人數（含召集人）", "members in office, the convener included")
    ]
    present: Annotated[int, Says("出席的委員（含應迴避者）", "members attending, recused ones too")]
    recused_present: Annotated[int, Says("在場而應迴避者", "those attending who are recused")] = 0
    quorum: Annotated[
        PanelQuorum | None, Says("機關所定的出席門檻", "how many the agency wants to attend")
    ] = None

    def __post_init__(self) -> None:
        """Refuse more people than there can be."""
        no_negatives(self)
        if self.present > self.members_in_office:
            zh = f"出席{self.present}人，多於在職委員{self.members_in_office}人"
            en = f"{self.present} attending, more than the {self.members_in_office} in office"
            raise BadFacts(field="present", sentence=Sentence(zh, en))
        if self.recused_present > self.present:
            zh = f"在場迴避{self.recused_present}人，多於出席的{self.present}人"
            en = f"{self.recused_present} recused among those attending, but only {self.present} attend"
            raise BadFacts(field="recused_present", sentence=Sentence(zh, en))


def rule(facts: Facts, as_of: date, parameters: Parameters = ENACTED) -> Ruling:
    """Yes where everyone attending reaches the threshold; ``values.needed`` is how many do."""
    law = parameters.at(as_of)
    needed = _needed(facts, facts.members_in_office, law)
    settled = facts.quorum is not None
    return QUESTION.answer(
        Outcome.of(facts.present >= needed),
        _reason(facts, needed),
        as_of=as_of,
        values={
            "needed": needed,
            "attending": facts.present,
            "entitled_present": facts.present - facts.recused_present,
        },
        warnings=() if settled else (NOT_SETTLED,),
        readings=_readings(facts, law),
        articles=SETTLED if settled else (),
    )


def _needed(facts: Facts, whole: int, law: Figures) -> int:
    """How many of ``whole`` must attend."""
    match facts.quorum:
        case PanelQuorum.HALF:
            return reaching(whole, Fraction(1, 2))
        case PanelQuorum.MORE_THAN_HALF:
            return exceeding(whole, Fraction(1, 2))
        case PanelQuorum.TWO_THIRDS:
            return reaching(whole, Fraction(2, 3))
        case None:
            return reaching(whole, law.share("meeting.quorum_share"))


def _readings(facts: Facts, law: Figures) -> tuple[Reading, ...]:
    whole, left = facts.members_in_office, facts.present - facts.recused_present
    readings = [
        _reading("recused-leave-present", left, _needed(facts, whole, law)),
        _reading("recused-leave-both", left, _needed(facts, whole - facts.recused_present, law)),
    ]
    if facts.quorum is None:
        more = exceeding(whole, law.share("meeting.quorum_share"))
        readings.insert(0, _reading("more-than-half", facts.present, more))
    return tuple(readings)


def _reading(name: str, number: int, needed: int) -> Reading:
    figures = Sentence(f"應有{needed}人，現有{number}人", f"{number} of the {needed} needed")
    return Reading(name, Outcome.of(number >= needed), figures=figures)


def _reason(facts: Facts, needed: int) -> Sentence:
    enough = facts.present >= needed
    by = Sentence("比照審議會", "the council's rule applies") if facts.quorum is None else _by(facts.quorum)
    zh = f"在職委員{facts.members_in_office}人，{by.zh}，應有{needed}人出席，現有{facts.present}人出席"
    en = (
        f"{members(facts.members_in_office)} in office; {by.en}, so {needed} must attend, "
        f"and {facts.present} {'attends' if facts.present == 1 else 'attend'}"
    )
    if facts.recused_present:
        zh += f"，其中{facts.recused_present}人就本案迴避、不參與表決"
        en += f", of whom {facts.recused_present} must step aside and cannot vote on this item"
    return Sentence(
        f"{zh}，{'已足' if enough else '不足'}法定人數", f"{en}: {'a quorum' if enough else 'no quorum'}"
    )


def _by(threshold: PanelQuorum) -> Sentence:
    words = named(threshold)
    return Sentence(f"機關規定{words.zh}", f"the agency's rule is {words.en}")
