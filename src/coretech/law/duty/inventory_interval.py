"""Art. 9.1: has the body taken its periodic inventory this year?"""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from coretech.kit.roc import said_year
from coretech.kit.sentence import Sentence
from coretech.law.facts import Says, no_negatives
from coretech.law.parameters import ENACTED, Parameters
from coretech.law.question import Question
from coretech.law.ruling import Outcome, Reading, Ruling
from coretech.law.terms import BodyKind

QUESTION = Question(
    id="duty.inventory_interval",
    title=Sentence("今年盤點過了嗎？", "Has the body taken its inventory this year?"),
    articles=("9.1",),
    in_force=Sentence("「定期」至少每年一次", "“periodically” is at least once a year"),
    readings={"set-by-body": Sentence("間隔由機關（構）自定", "the body sets the interval itself")},
    because=Sentence(
        "第8條說明欄把盤點更新與每年的專家審查會相連",
        "the explanation of article 8 ties the inventory to the yearly panel",
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """The years an inventory was taken in."""

    body_kind: Annotated[BodyKind, Says("機關（構）的種類", "the kind of body")]
    year: Annotated[int, Says("西元年", "the year asked about")]
    inventory_years: Annotated[
        tuple[int, ...], Says("曾辦理盤點的西元年", "the years an inventory was taken in")
    ]

    def __post_init__(self) -> None:
        """Refuse a negative year."""
        no_negatives(self)


def rule(facts: Facts, as_of: date, _parameters: Parameters = ENACTED) -> Ruling:
    """Yes where one was taken in the year; not applicable to bodies the paragraph does not bind."""
    if facts.body_kind is BodyKind.OTHER:
        reason = Sentence("第9條第1項不及於其他機關（構）", "article 9(1) does not bind other bodies")
        return QUESTION.answer(Outcome.NOT_APPLICABLE, reason, as_of=as_of)
    earlier = [year for year in facts.inventory_years if year <= facts.year]
    last = max(earlier, default=None)
    return QUESTION.answer(
        Outcome.of(last == facts.year),
        _reason(facts.year, last),
        as_of=as_of,
        values={"last": last},
        readings=(Reading("set-by-body", Outcome.of(earlier)),),
    )


def _reason(year: int, last: int | None) -> Sentence:
    asked = said_year(year)
    if last is None:
        return Sentence(f"到{asked.zh}為止沒有盤點紀錄", f"no inventory is on record up to {asked.en}")
    if last == year:
        return Sentence(f"{asked.zh}已辦理盤點", f"an inventory was taken in {asked.en}")
    before = said_year(last)
    return Sentence(
        f"{asked.zh}尚無盤點，上一次在{before.zh}",
        f"none was taken in {asked.en}; the last was in {before.en}",
    )
