"""Art. 6: is taking an item off the list a change?"""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from coretech.kit.sentence import Sentence
from coretech.law.announcement import effect
from coretech.law.facts import Says
from coretech.law.parameters import ENACTED, Parameters
from coretech.law.question import Question
from coretech.law.ruling import Outcome, Reading, Ruling
from coretech.law.terms import Announcer

QUESTION = Question(
    id="change.removal",
    title=Sentence("項目廢止了嗎？", "Has the item been removed from the list?"),
    articles=("6",),
    in_force=Sentence(
        "廢止也是變更：審議會通過，行政院公告", "removal is a change: approved by the council, announced"
    ),
    readings={"removal-not-regulated": Sentence("條文未規定廢止", "the article does not regulate removal")},
    because=Sentence("除變更外別無廢止的程序", "there is no other way to remove an item"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What has been decided and announced about the removal."""

    council_approved: Annotated[bool, Says("審議會已通過廢止", "the council approved the removal")]
    announced_by: Annotated[Announcer | None, Says("由誰公告", "who announced it")]


def rule(facts: Facts, as_of: date, parameters: Parameters = ENACTED) -> Ruling:
    """Yes where the removal took the way of any other change."""
    change = effect.Facts(council_approved=facts.council_approved, announced_by=facts.announced_by)
    removed = effect.rule(change, as_of, parameters).is_yes
    zh = "廢止案已經審議會通過並由行政院公告" if removed else "廢止案尚未經審議會通過並由行政院公告"
    en = f"the removal has {'' if removed else 'not '}been approved by the council and announced by the Executive Yuan"
    return QUESTION.answer(
        Outcome.of(removed),
        Sentence(zh, en),
        as_of=as_of,
        readings=(Reading("removal-not-regulated", Outcome.NO),),
    )
