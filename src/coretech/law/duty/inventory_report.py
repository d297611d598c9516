"""Art. 9.1: has the inventory been reported as it should?"""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from coretech.kit.sentence import Sentence
from coretech.law.facts import Says, no_negatives
from coretech.law.parameters import ENACTED, Parameters
from coretech.law.question import Question
from coretech.law.ruling import Article, Level, Outcome, Reading, Ruling
from coretech.law.terms import BodyKind

QUESTION = Question(
    id="duty.inventory_report",
    title=Sentence("盤點結果依規定提報了嗎？", "Has the inventory been reported?"),
    articles=("9.1",),
    in_force=Sentence(
        "經專家審查並經辦公室提報；沒有可能項目也一樣（見於說明欄）",
        "reviewed by a panel and reported through the Office, a nil result as well (so the explanation)",
    ),
    readings={
        "nil-report-guidance": Sentence(
            "沒有可能項目時，提報只是指引", "a nil report is guidance, not a duty"
        ),
    },
    because=Sentence(
        "說明欄用「仍應」，屬義務；惟條文未明定，故標明層級",
        "the explanation says it must still be done; the article does not, so the level is shown",
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What the inventory found and where it went."""

    body_kind: Annotated[BodyKind, Says("機關（構）的種類", "the kind of body")]
    candidates: Annotated[int, Says("可能項目數", "candidates found")]
    panel_review: Annotated[bool, Says("已經專家審查會審查", "an expert panel has reviewed it")]
    reported_via_office: Annotated[bool, Says("已經辦公室提報", "it was reported through the Office")]

    def __post_init__(self) -> None:
        """Refuse a negative number of candidates."""
        no_negatives(self)


def rule(facts: Facts, as_of: date, _parameters: Parameters = ENACTED) -> Ruling:
    """Yes where the result was reviewed and reported; the nil report stands in the explanation only."""
    if facts.body_kind is BodyKind.OTHER:
        reason = Sentence(
            "第9條第1項不及於其他機關（構），其提報出於自願",
            "article 9(1) does not bind other bodies; they report by choice",
        )
        return QUESTION.answer(Outcome.NOT_APPLICABLE, reason, as_of=as_of)
    nil = facts.candidates == 0
    return QUESTION.answer(
        Outcome.of(facts.panel_review and facts.reported_via_office),
        _reason(facts),
        as_of=as_of,
        readings=(Reading("nil-report-guidance", Outcome.YES),) if nil else (),
        articles=(Article("9.1", Level.EXPLANATION if nil else Level.TEXT),),
    )


def _reason(facts: Facts) -> Sentence:
    if facts.candidates:
        zh, en = (
            f"盤點有{facts.candidates}項可能項目",
            f"the inventory found {facts.candidates} candidate{'' if facts.candidates == 1 else 's'}",
        )
    else:
        zh, en = (
            "盤點結果為無（依說明欄，仍應審查及提報）",
            "a nil result (to be reviewed and reported, says the explanation)",
        )
    reviewed = "已經專家審查" if facts.panel_review else "尚未經專家審查"
    reported = "已經辦公室提報" if facts.reported_via_office else "尚未經辦公室提報"
    return Sentence(
        f"{zh}，{reviewed}，{reported}",
        f"{en}; {'reviewed' if facts.panel_review else 'not reviewed'} by a panel, "
        f"{'reported' if facts.reported_via_office else 'not reported'} through the Office",
    )
