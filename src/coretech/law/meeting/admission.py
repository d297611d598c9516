"""Art. 11: may this person enter the meeting?"""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from coretech.kit.roc import said
from coretech.kit.sentence import Sentence
from coretech.law.facts import BadFacts, Says
from coretech.law.parameters import ENACTED, Parameters
from coretech.law.question import Question
from coretech.law.ruling import Outcome, Reading, Ruling
from coretech.law.terms import Signer

QUESTION = Question(
    id="meeting.admission",
    title=Sentence("可以進入會議嗎？", "May this person enter the meeting?"),
    articles=("11",),
    in_force=Sentence(
        "凡在場者，會議前（含當日）本人簽妥保密協議；簽一次及於各次會議",
        "everyone in the room has signed in person by the day of the meeting; once holds for all meetings",
    ),
    readings={
        "members-only": Sentence("只有委員須簽署", "only members must sign"),
        "any-time": Sentence("何時簽署均可", "it may be signed at any time"),
    },
    because=Sentence(
        "條文稱「人員」而非「委員」；保密的目的要求事前簽署",
        "the article binds all persons who take part, not members only; secrecy needs a signature beforehand",
    ),
)

MEMBERS = frozenset({"member", "convener", "chair", "council_member", "panel_member"})
"""The roles that are members of the council or of a panel; all others merely take part."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """Who would enter, and the agreement that person signed."""

    role: Annotated[
        str,
        Says(
            "身分，例如 member、convener、stand_in、observer、adviser、staff",
            "in what role, such as member, convener, stand_in, observer, adviser, staff",
        ),
    ]
    nda_signed_on: Annotated[date | None, Says("保密協議簽署日", "the day the agreement was signed")]
    nda_signed_by: Annotated[Signer | None, Says("由誰簽署", "who signed it")]
    meeting_on: Annotated[date, Says("會議日", "the day of the meeting")]

    def __post_init__(self) -> None:
        """Refuse a role without a name."""
        if not self.role.strip():
            raise BadFacts(field="role", sentence=Sentence("請填身分", "name the role"))


def rule(facts: Facts, as_of: date, _parameters: Parameters = ENACTED) -> Ruling:
    """Yes for whoever signed in person by the day of the meeting."""
    ever = facts.nda_signed_on is not None and facts.nda_signed_by is Signer.SELF
    in_time = ever and facts.nda_signed_on is not None and facts.nda_signed_on <= facts.meeting_on
    return QUESTION.answer(
        Outcome.of(in_time),
        _reason(facts),
        as_of=as_of,
        readings=(
            Reading("members-only", Outcome.of(in_time or facts.role not in MEMBERS)),
            Reading("any-time", Outcome.of(ever)),
        ),
    )


def _reason(facts: Facts) -> Sentence:
    if facts.nda_signed_on is None:
        return Sentence(
            "沒有保密協議的簽署紀錄，不能入場", "no signed confidentiality agreement is on record: no entry"
        )
    if facts.nda_signed_by is not Signer.SELF:
        return Sentence(
            "保密協議不是本人簽署，不能入場",
            "the confidentiality agreement was not signed in person: no entry",
        )
    signed, held = said(facts.nda_signed_on), said(facts.meeting_on)
    if facts.nda_signed_on <= facts.meeting_on:
        return Sentence(
            f"本人已於{signed.zh}簽署保密協議，不晚於{held.zh}的會議",
            f"the agreement was signed in person on {signed.en}, not after the meeting of {held.en}",
        )
    return Sentence(
        f"保密協議於{signed.zh}才簽署，晚於{held.zh}的會議，不能入場",
        f"the agreement was signed on {signed.en}, after the meeting of {held.en}: no entry",
    )
