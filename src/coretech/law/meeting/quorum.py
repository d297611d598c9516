"""Art. 5.3: do enough members attend?

The article wants half of the members or more, and says that members who step aside are left out of the
attendance when their item is decided; the explanation says that this must not upset the quorum.
"""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from coretech.kit.sentence import Sentence
from coretech.law.count import exceeding, reaching
from coretech.law.facts import BadFacts, Says, no_negatives
from coretech.law.parameters import ENACTED, Figures, Parameters
from coretech.law.question import Question
from coretech.law.ruling import Outcome, Reading, Ruling, Warn
from coretech.law.wording import members

QUESTION = Question(
    id="meeting.quorum",
    title=Sentence("出席人數足夠嗎？", "Is there a quorum?"),
    articles=("5.3",),
    in_force=Sentence(
        "在職委員二分之一以上出席，以全體出席者計，含應迴避者",
        "half or more of those in office attend, everyone who attends counted, recused or not",
    ),
    readings={
        "more-than-half": Sentence("出席須過半數", "more than half must attend"),
        "recused-leave-present": Sentence("迴避者自出席人數扣除", "the recused leave the number attending"),
        "recused-leave-both": Sentence(
            "迴避者自出席及全體人數均扣除", "the recused leave both the number attending and the whole"
        ),
        "present-recused-leave-both": Sentence(
            "在場迴避者自出席及全體人數均扣除",
            "the recused who attend leave both the number attending and the whole",
        ),
        "seats": Sentence("以設置席次為全體", "the whole is the seats, vacant ones too"),
        "stand-ins-not-counted": Sentence("指派代表不計入出席", "stand-ins do not count as attending"),
    },
    because=Sentence(
        "「以上」含本數；只有以開會時全體出席計，迴避才不致影響出席條件，合於說明欄的目的",
        "the words include the half; only counting everyone attending keeps recusals from upsetting the quorum",
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """Who is in the room, and who is in office."""

    members_in_office: Annotated[int, Says("在職委員人數", "members in office")]
    present: Annotated[
        int, Says("親自出席的委員（含應迴避者）", "members attending in person, recused ones too")
    ]
    recused_present: Annotated[int, Says("在場而應迴避者", "those attending who are recused")] = 0
    recused_absent: Annotated[int, Says("未出席而應迴避者", "absent members who are recused")] = 0
    stand_ins: Annotated[int, Says("獲准的機關指派代表", "admitted agency stand-ins")] = 0
    observers: Annotated[int, Says("列席者（不計入）", "observers, who are not counted")] = 0
    seats: Annotated[int | None, Says("設置席次", "the seats that were set")] = None

    def __post_init__(self) -> None:
        """Refuse more people than there can be."""
        no_negatives(self)
        in_office = self.members_in_office
        accounted = self.attending + self.recused_absent
        if self.present > in_office:
            raise BadFacts(
                field="present",
                sentence=_too_many("親自出席", "attending in person", self.present, in_office),
            )
        if self.recused_present > self.attending:
            raise BadFacts(
                field="recused_present",
                sentence=Sentence(
                    f"在場迴避{self.recused_present}人，多於出席的{self.attending}人",
                    f"{self.recused_present} recused among those attending, but only {self.attending} attend",
                ),
            )
        if accounted > in_office:
            field = "recused_absent" if self.attending <= in_office else "stand_ins"
            zh, en = "出席、代表與缺席迴避合計", "attending, represented and absent recused together"
            raise BadFacts(field, _too_many(zh, en, accounted, in_office))
        if self.seats is not None and self.seats < in_office:
            raise BadFacts(field="seats", sentence=_too_many("在職委員", "in office", in_office, self.seats))

    @property
    def attending(self) -> int:
        """Members in person, and stand-ins in place of theirs."""
        return self.present + self.stand_ins


def _too_many(zh: str, en: str, many: int, limit: int) -> Sentence:
    return Sentence(f"{zh}{many}人，多於{limit}人", f"{many} {en}, more than {limit}")


def rule(facts: Facts, as_of: date, parameters: Parameters = ENACTED) -> Ruling:
    """Yes where everyone attending reaches the share of those in office; ``values.needed`` is how many do."""
    law = parameters.at(as_of)
    needed = reaching(facts.members_in_office, law.share("meeting.quorum_share"))
    return QUESTION.answer(
        Outcome.of(facts.attending >= needed),
        _reason(facts, needed),
        as_of=as_of,
        values={
            "needed": needed,
            "attending": facts.attending,
            "entitled_present": facts.attending - facts.recused_present,
        },
        warnings=_warnings(facts, law),
        readings=_readings(facts, law),
    )


def _readings(facts: Facts, law: Figures) -> tuple[Reading, ...]:
    share = law.share("meeting.quorum_share")
    whole, attending, recused = facts.members_in_office, facts.attending, facts.recused_present

    def reached(name: str, number: int, total: int) -> Reading:
        return _reading(name, number, reaching(total, share))

    readings = [
        _reading("more-than-half", attending, exceeding(whole, share)),
        reached("recused-leave-present", attending - recused, whole),
        reached("recused-leave-both", attending - recused, whole - recused - facts.recused_absent),
        reached("present-recused-leave-both", attending - recused, whole - recused),
    ]
    if facts.seats is not None:
        readings.append(reached("seats", attending, facts.seats))
    if facts.stand_ins:
        readings.append(reached("stand-ins-not-counted", facts.present, whole))
    return tuple(readings)


def _reading(name: str, number: int, needed: int) -> Reading:
    figures = Sentence(f"應有{needed}人，現有{number}人", f"{number} of the {needed} needed")
    return Reading(name, Outcome.of(number >= needed), figures=figures)


def _warnings(facts: Facts, law: Figures) -> tuple[Warn, ...]:
    low = law.whole("council.members_min")
    if facts.members_in_office >= low:
        return ()
    text = Sentence(
        f"在職委員{facts.members_in_office}人，未達第3條第1項的{low}人，應儘速補聘。",
        f"{members(facts.members_in_office)} in office, below the {low} of article 3(1): fill the vacancies.",
    )
    return (Warn("council-below-minimum", text),)


def _reason(facts: Facts, needed: int) -> Sentence:
    enough = facts.attending >= needed
    zh = f"在職委員{facts.members_in_office}人，應有{needed}人出席，現有{facts.attending}人出席"
    en = (
        f"{members(facts.members_in_office)} in office, {needed} must attend, "
        f"and {facts.attending} {'attends' if facts.attending == 1 else 'attend'}"
    )
    if facts.stand_ins:
        zh += f"（含指派代表{facts.stand_ins}人）"
        en += f" (stand-ins among them: {facts.stand_ins})"
    if facts.recused_present:
        zh += f"，其中{facts.recused_present}人就本案迴避、不參與表決"
        en += f", of whom {facts.recused_present} must step aside and cannot vote on this item"
    return Sentence(
        f"{zh}，{'已足' if enough else '不足'}法定人數", f"{en}: {'a quorum' if enough else 'no quorum'}"
    )
