"""Art. 6: is the item in force?"""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from coretech.kit.sentence import Sentence
from coretech.law.facts import Says
from coretech.law.parameters import ENACTED, Parameters
from coretech.law.question import Question
from coretech.law.ruling import Outcome, Ruling
from coretech.law.terms import Announcer

QUESTION = Question(
    id="announcement.effect",
    title=Sentence("項目生效了嗎？", "Is the item in force?"),
    articles=("6",),
    in_force=Sentence(
        "審議會通過，並由行政院對外公告；變更亦同",
        "the council approved it and the Executive Yuan announced it; the same for a change",
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What has been decided and announced."""

    council_approved: Annotated[bool, Says("審議會已通過", "the council has approved")]
    announced_by: Annotated[Announcer | None, Says("由誰公告", "who announced it")]


def rule(facts: Facts, as_of: date, parameters: Parameters = ENACTED) -> Ruling:
    """Yes where the council approved and the announcer the article names has announced."""
    announced = facts.announced_by == parameters.at(as_of).word("dossier.announcer")
    return QUESTION.answer(
        Outcome.of(facts.council_approved and announced), _reason(facts, announced=announced), as_of=as_of
    )


def _reason(facts: Facts, *, announced: bool) -> Sentence:
    if not facts.council_approved:
        return Sentence("審議會尚未通過", "the council has not approved it")
    if facts.announced_by is None:
        return Sentence(
            "審議會已通過，但行政院尚未公告",
            "the council approved it, but the Executive Yuan has not announced it",
        )
    if not announced:
        return Sentence(
            "公告的不是行政院，不生第6條的效力",
            "it was not announced by the Executive Yuan, as article 6 requires",
        )
    return Sentence(
        "審議會已通過，行政院已公告", "the council approved it and the Executive Yuan announced it"
    )
