"""Art. 3.2: may a council member be paid this?"""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from coretech.kit.sentence import Sentence
from coretech.law.facts import Says
from coretech.law.parameters import ENACTED, Parameters
from coretech.law.question import Question
from coretech.law.ruling import Outcome, Ruling
from coretech.law.terms import Payment
from coretech.law.wording import listed, named

QUESTION = Question(
    id="council.payment",
    title=Sentence("可以支給委員這筆費用嗎？", "May a council member be paid this?"),
    articles=("3.2",),
    in_force=Sentence(
        "無給職，但得支給出席費、交通費及審查費", "unpaid but for attendance, travel and review"
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What would be paid."""

    kind: Annotated[Payment, Says("費用的種類", "what would be paid")]


def rule(facts: Facts, as_of: date, parameters: Parameters = ENACTED) -> Ruling:
    """Yes for the fees the article names, no for a salary."""
    fees = [Payment(fee) for fee in parameters.at(as_of).words("council.fees")]
    name, allowed, payable = named(facts.kind), listed(fees), facts.kind in fees
    reason = Sentence(
        f"委員為無給職，只得支給{allowed.zh}，{'得' if payable else '不得'}支給{name.zh}",
        f"members are unpaid but for {allowed.en}: {name.en} {'may' if payable else 'may not'} be paid",
    )
    return QUESTION.answer(Outcome.of(payable), reason, as_of=as_of)
