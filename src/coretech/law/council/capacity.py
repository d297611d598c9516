"""Art. 3.1: may the council act while vacancies bring it below its lowest number?"""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from coretech.kit.sentence import Sentence
from coretech.law.facts import Says, no_negatives
from coretech.law.parameters import ENACTED, Parameters
from coretech.law.question import Question
from coretech.law.ruling import Outcome, Reading, Ruling
from coretech.law.wording import members

QUESTION = Question(
    id="council.capacity",
    title=Sentence(
        "出缺到不足法定人數時，審議會還能議事嗎？", "May the council act below its lowest number?"
    ),
    articles=("3.1",),
    in_force=Sentence(
        "不足下限即組成有瑕疵，補足後再議", "below the minimum its composition is defective until filled"
    ),
    readings={"sitting-members-act": Sentence("在職委員仍得議事", "those in office may act all the same")},
    because=Sentence(
        "人數範圍是強制的，補聘只是「得」；條文未定不足的效果",
        "the range is mandatory, filling is optional; the effect is not stated",
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """How many are left."""

    members_in_office: Annotated[
        int, Says("在職委員（含召集人）", "members in office, the convener included")
    ]

    def __post_init__(self) -> None:
        """Refuse a negative number."""
        no_negatives(self)


def rule(facts: Facts, as_of: date, parameters: Parameters = ENACTED) -> Ruling:
    """Yes from the minimum up; on the other reading, as long as anybody is in office."""
    low = parameters.at(as_of).whole("council.members_min")
    number = facts.members_in_office
    enough = number >= low
    return QUESTION.answer(
        Outcome.of(enough),
        Sentence(
            f"在職委員{number}人，{'已達' if enough else '未達'}下限{low}人",
            f"{members(number)} in office, {'reaching' if enough else 'below'} the minimum of {low}",
        ),
        as_of=as_of,
        values={"minimum": low, "vacancies": max(low - number, 0)},
        readings=(Reading("sitting-members-act", Outcome.of(number)),),
    )
