"""Art. 10.2: may the authority bring this change?"""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from coretech.kit.sentence import Sentence
from coretech.law.facts import Says
from coretech.law.parameters import ENACTED, Parameters
from coretech.law.question import Question
from coretech.law.ruling import Outcome, Ruling
from coretech.law.terms import Ground
from coretech.law.wording import named

QUESTION = Question(
    id="change.route",
    title=Sentence(
        "主管機關可以這樣提報認定或變更嗎？", "May the authority bring this identification or change?"
    ),
    articles=("10.2",),
    in_force=Sentence(
        "有兩款事由之一，經專家審查，並檢具完整資料",
        "on one of the two grounds, after a panel's review, with a complete dossier",
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """Why, and how far it has come."""

    ground: Annotated[Ground, Says("事由", "the ground")]
    panel_review: Annotated[bool, Says("已經專家審查會審查", "an expert panel has reviewed it")]
    dossier_complete: Annotated[bool, Says("資料齊備", "the dossier is complete")]


def rule(facts: Facts, as_of: date, _parameters: Parameters = ENACTED) -> Ruling:
    """Yes on one of the two grounds, reviewed by the panel, with a complete dossier."""
    lacking = _lacking(facts)
    return QUESTION.answer(Outcome.of(not lacking), _reason(facts, lacking), as_of=as_of)


def _lacking(facts: Facts) -> list[Sentence]:
    steps = {
        Sentence("沒有第10條第2項所列的事由", "neither ground of article 10(2) is given"): facts.ground
        is Ground.NONE,
        Sentence("尚未經專家審查會審查", "no expert panel has reviewed it"): not facts.panel_review,
        Sentence("資料尚未齊備", "the dossier is not complete"): not facts.dossier_complete,
    }
    return [sentence for sentence, lacks in steps.items() if lacks]


def _reason(facts: Facts, lacking: list[Sentence]) -> Sentence:
    if lacking:
        zh, en = "、".join(each.zh for each in lacking), ", ".join(each.en for each in lacking)
        return Sentence(f"還不能提報：{zh}", f"it cannot be brought yet: {en}")
    ground = named(facts.ground)
    return Sentence(
        f"因{ground.zh}，已經專家審查會審查，資料齊備",
        f"on the ground of {ground.en}, reviewed by the panel, with a complete dossier",
    )
