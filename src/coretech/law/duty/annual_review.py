"""Art. 10.1: has the authority reviewed all its items this year?"""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from coretech.kit.sentence import Sentence
from coretech.law.facts import Says
from coretech.law.parameters import ENACTED, Parameters
from coretech.law.question import Question
from coretech.law.ruling import Outcome, Ruling, Warn

QUESTION = Question(
    id="duty.annual_review",
    title=Sentence("所主管的項目今年都檢討了嗎？", "Have all items been reviewed this year?"),
    articles=("10.1",),
    in_force=Sentence("每一項目，每年檢討", "every item, every year"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """The authority's items and those it has reviewed in the year."""

    items: Annotated[tuple[str, ...], Says("所主管的項目", "the items in its charge")]
    reviewed: Annotated[tuple[str, ...], Says("當年已檢討的項目", "those reviewed in the year")]


def rule(facts: Facts, as_of: date, _parameters: Parameters = ENACTED) -> Ruling:
    """Yes where none is left; ``values.missing`` names those that are, in the order given."""
    items = list(dict.fromkeys(facts.items))
    reviewed = set(facts.reviewed)
    missing = [item for item in items if item not in reviewed]
    return QUESTION.answer(
        Outcome.of(not missing),
        _reason(len(items), missing),
        as_of=as_of,
        values={"missing": missing},
        warnings=_warnings(facts),
    )


def _warnings(facts: Facts) -> tuple[Warn, ...]:
    strange = [item for item in dict.fromkeys(facts.reviewed) if item not in facts.items]
    if not strange:
        return ()
    names = "、".join(strange)
    text = Sentence(
        f"檢討了不在其主管之列的項目：{names}。", f"Reviewed, but not in its charge: {', '.join(strange)}."
    )
    return (Warn("reviewed-not-in-charge", text),)


def _reason(items: int, missing: list[str]) -> Sentence:
    if missing:
        return Sentence(
            f"所主管{items}項中，{len(missing)}項尚未檢討：{'、'.join(missing)}",
            f"of {items} in its charge, {len(missing)} not reviewed: {', '.join(missing)}",
        )
    return Sentence(f"所主管{items}項都已檢討", f"all {items} in its charge have been reviewed")
