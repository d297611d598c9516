"""Arts. 7.1 and 8.1: may the dossier go before the council?"""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from coretech.kit.sentence import Sentence
from coretech.law.facts import Says
from coretech.law.parameters import ENACTED, Parameters
from coretech.law.question import Question
from coretech.law.ruling import Outcome, Reading, Ruling, Warn
from coretech.law.terms import Submitter, Via

QUESTION = Question(
    id="dossier.acceptance",
    title=Sentence("提報案可以送審議會了嗎？", "May the dossier go before the council?"),
    articles=("7.1", "8.1"),
    in_force=Sentence(
        "資料齊備、經辦公室提報；機關提報的先經專家審查會",
        "complete, through the Office, and after the panel's review where an agency submits it",
    ),
    readings={
        "office-needs-panel": Sentence(
            "辦公室自行提報也要經專家審查會", "the Office's own submissions need a panel too"
        ),
        "invitation-required": Sentence(
            "未邀請擬任主管的其他機關即不能受理", "without inviting the other authority nothing is accepted"
        ),
    },
    because=Sentence(
        "第7條第2項只準用資料，第8條只及於機關（構）；邀請其他機關僅見於說明欄",
        "article 7(2) extends the material only, article 8 binds agencies; only the explanation asks to invite",
    ),
)

NOT_INVITED = Warn(
    "other-authority-not-invited",
    Sentence(
        "擬由其他機關擔任主管機關，但尚未邀請該機關參與研議（第7條說明）。",
        "Another authority is proposed but was not invited to take part (explanation of article 7).",
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """How the dossier came in."""

    complete: Annotated[bool, Says("資料齊備", "the dossier is complete")]
    via: Annotated[Via, Says("送到哪裡", "where it was handed in")]
    panel_review: Annotated[bool, Says("已經專家審查會審查", "an expert panel has reviewed it")]
    submitter: Annotated[Submitter, Says("由誰提報", "who submits it")]
    other_authority_proposed: Annotated[
        bool, Says("擬由其他機關擔任技術主管機關", "another authority is proposed to be in charge")
    ] = False
    other_authority_invited: Annotated[bool, Says("已邀請該機關", "that authority was invited")] = False


def rule(facts: Facts, as_of: date, _parameters: Parameters = ENACTED) -> Ruling:
    """Yes for a complete dossier through the Office, reviewed by a panel where an agency submits it."""
    lacking = _lacking(facts)
    uninvited = facts.other_authority_proposed and not facts.other_authority_invited
    return QUESTION.answer(
        Outcome.of(not lacking),
        _reason(facts, lacking),
        as_of=as_of,
        warnings=(NOT_INVITED,) if uninvited else (),
        readings=_readings(facts, accepted=not lacking),
    )


def _lacking(facts: Facts) -> list[Sentence]:
    steps = {
        Sentence("資料尚未齊備", "it is not complete"): not facts.complete,
        Sentence("未經關鍵技術辦公室提報", "it did not come through the Office"): facts.via is not Via.OFFICE,
        Sentence("尚未經專家審查會審查", "no expert panel has reviewed it"): (
            facts.submitter is Submitter.AGENCY and not facts.panel_review
        ),
    }
    return [sentence for sentence, lacks in steps.items() if lacks]


def _reason(facts: Facts, lacking: list[Sentence]) -> Sentence:
    if lacking:
        zh, en = "、".join(each.zh for each in lacking), ", ".join(each.en for each in lacking)
        return Sentence(f"提報案還不能送審議會：{zh}", f"the dossier cannot go before the council yet: {en}")
    if facts.submitter is Submitter.OFFICE:
        return Sentence(
            "資料齊備，由關鍵技術辦公室自行提報；第8條只要求機關（構）先經專家審查會",
            "the dossier is complete and the Office's own; article 8 asks only agencies for a panel's review",
        )
    return Sentence(
        "資料齊備，已經專家審查會審查，並經關鍵技術辦公室提報",
        "the dossier is complete, an expert panel has reviewed it, and it came through the Office",
    )


def _readings(facts: Facts, *, accepted: bool) -> tuple[Reading, ...]:
    readings = []
    if facts.submitter is Submitter.OFFICE:
        readings.append(Reading("office-needs-panel", Outcome.of(accepted and facts.panel_review)))
    if facts.other_authority_proposed:
        readings.append(
            Reading("invitation-required", Outcome.of(accepted and facts.other_authority_invited))
        )
    return tuple(readings)
