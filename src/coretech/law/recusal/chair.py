"""Art. 12: who orders the chair to step aside?"""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from coretech.kit.sentence import Sentence
from coretech.law.facts import Says
from coretech.law.parameters import ENACTED, Parameters
from coretech.law.question import Question
from coretech.law.ruling import Outcome, Reading, Ruling

QUESTION = Question(
    id="recusal.chair",
    title=Sentence(
        "主席應迴避而未迴避，其他委員可以令其迴避嗎？", "May the members order the chair to step aside?"
    ),
    articles=("12",),
    in_force=Sentence("主席只能自行迴避", "the chair can only step aside unasked"),
    readings={"members-decide": Sentence("由其他委員決議", "the other members decide")},
    because=Sentence(
        "令其迴避的權限只給主席，沒有人可令主席",
        "only the chair may order it, and nobody may order the chair",
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """Whether the chair has a ground, and has acted on it."""

    ground_exists: Annotated[bool, Says("主席有應迴避的事由", "the chair has a ground")]
    chair_recused: Annotated[bool, Says("主席已自行迴避", "the chair has stepped aside")]


def rule(facts: Facts, as_of: date, _parameters: Parameters = ENACTED) -> Ruling:
    """No: the article gives nobody that power; not applicable where there is nothing to order."""
    if facts.chair_recused or not facts.ground_exists:
        reason = Sentence("沒有應令迴避的情形", "there is nothing to order")
        return QUESTION.answer(Outcome.NOT_APPLICABLE, reason, as_of=as_of)
    return QUESTION.answer(
        Outcome.NO,
        Sentence(
            "主席有應迴避的事由，應自行迴避；條文沒有規定由誰令其迴避",
            "the chair must step aside, but no one is named to order it",
        ),
        as_of=as_of,
        readings=(Reading("members-decide", Outcome.YES),),
    )
