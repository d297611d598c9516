"""Art. 4.2: does the Office have its director?"""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from coretech.kit.sentence import Sentence
from coretech.law.facts import Says, no_negatives
from coretech.law.parameters import ENACTED, Parameters
from coretech.law.question import Question
from coretech.law.ruling import Outcome, Ruling

QUESTION = Question(
    id="office.director",
    title=Sentence("辦公室主任的人數合於規定嗎？", "Does the Office have its one director?"),
    articles=("4.2",),
    in_force=Sentence("置主任一人", "exactly one"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """How many hold the post."""

    count: Annotated[int, Says("辦公室主任人數", "directors of the Office")]

    def __post_init__(self) -> None:
        """Refuse a negative number."""
        no_negatives(self)


def rule(facts: Facts, as_of: date, parameters: Parameters = ENACTED) -> Ruling:
    """Yes for exactly the number of directors the article sets."""
    owed = parameters.at(as_of).whole("council.directors")
    reason = Sentence(
        f"關鍵技術辦公室應置主任{owed}人，現有{facts.count}人",
        f"the Office is to have {owed} director{'' if owed == 1 else 's'} and has {facts.count}",
    )
    return QUESTION.answer(Outcome.of(facts.count == owed), reason, as_of=as_of)
