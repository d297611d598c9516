"""Art. 5.1: may this person chair the council?"""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from coretech.kit.sentence import Sentence
from coretech.law.facts import BadFacts, Says
from coretech.law.parameters import ENACTED, Parameters
from coretech.law.question import Question
from coretech.law.ruling import Outcome, Ruling, Warn

QUESTION = Question(
    id="meeting.chair",
    title=Sentence("由這個人主持會議可以嗎？", "May this person chair the meeting?"),
    articles=("5.1",),
    in_force=Sentence(
        "由召集人主持；條文未定代理，由他人主持時提醒",
        "the convener presides; no deputy is provided for, so another chair warns",
    ),
)

ANOTHER_CHAIR = Warn(
    "chair-is-not-convener",
    Sentence(
        "主席不是召集人；條文沒有代理主持的規定，請於紀錄載明理由。",
        "The chair is not the convener, and the article provides for no deputy: record the reason.",
    ),
)

CONVENER = "convener"


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """Who would preside."""

    chair_post: Annotated[
        str,
        Says(
            "主席的職務（minister 或 convener 即召集人）",
            "the chair's post; minister or convener is the convener",
        ),
    ]

    def __post_init__(self) -> None:
        """Refuse a post without a name."""
        if not self.chair_post.strip():
            raise BadFacts(field="chair_post", sentence=Sentence("請填主席的職務", "name the chair's post"))


def rule(facts: Facts, as_of: date, parameters: Parameters = ENACTED) -> Ruling:
    """Yes; a chair other than the convener warns."""
    convenes = facts.chair_post in (CONVENER, parameters.at(as_of).word("council.convener_post"))
    if convenes:
        reason = Sentence("由召集人主持", "the convener presides")
    else:
        reason = Sentence(
            "應由召集人主持；條文未明定由他人主持即屬無效",
            "the convener should preside, but no article says that a meeting under another chair is void",
        )
    return QUESTION.answer(Outcome.YES, reason, as_of=as_of, warnings=() if convenes else (ANOTHER_CHAIR,))
