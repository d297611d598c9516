"""Art. 9.1: has the body somebody to take its inventory?"""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from coretech.kit.sentence import Sentence
from coretech.law.facts import Says
from coretech.law.parameters import ENACTED, Parameters
from coretech.law.question import Question
from coretech.law.ruling import Outcome, Ruling
from coretech.law.terms import BodyKind
from coretech.law.wording import named

QUESTION = Question(
    id="duty.inventory_owner",
    title=Sentence("有專責單位或專人辦理盤點嗎？", "Has the body a unit or a person for its inventory?"),
    articles=("9.1",),
    in_force=Sentence(
        "專責單位或專人，有一即可；其他機關不適用", "a unit or a person; other bodies are not bound"
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What the body has set up."""

    body_kind: Annotated[BodyKind, Says("機關（構）的種類", "the kind of body")]
    dedicated_unit: Annotated[bool, Says("設有專責單位", "it has a dedicated unit")]
    dedicated_person: Annotated[bool, Says("置有專人", "it has a dedicated person")]


def rule(facts: Facts, as_of: date, _parameters: Parameters = ENACTED) -> Ruling:
    """Yes with a unit or a person; not applicable to bodies the paragraph does not bind."""
    if facts.body_kind is BodyKind.OTHER:
        reason = Sentence(
            "第9條第1項不及於其他機關（構），是否盤點由其自行決定",
            "article 9(1) does not bind other bodies; they take an inventory if they see need",
        )
        return QUESTION.answer(Outcome.NOT_APPLICABLE, reason, as_of=as_of)
    return QUESTION.answer(
        Outcome.of(facts.dedicated_unit or facts.dedicated_person), _reason(facts), as_of=as_of
    )


def _reason(facts: Facts) -> Sentence:
    kind = named(facts.body_kind)
    if facts.dedicated_unit and facts.dedicated_person:
        return Sentence(
            f"{kind.zh}設有專責單位並置有專人", f"the body, {kind.en}, has both a dedicated unit and a person"
        )
    if facts.dedicated_unit:
        return Sentence(f"{kind.zh}設有專責單位", f"the body, {kind.en}, has a dedicated unit")
    if facts.dedicated_person:
        return Sentence(f"{kind.zh}置有專人", f"the body, {kind.en}, has a dedicated person")
    return Sentence(
        f"{kind.zh}應設專責單位或置專人辦理盤點，目前都沒有",
        f"the body, {kind.en}, owes a unit or a person for its inventory and has neither",
    )
