"""Art. 12: must this participant step aside?"""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from coretech.kit.sentence import Sentence
from coretech.law.facts import Says
from coretech.law.kinship import Kinship, describe, kinship, turns_upward
from coretech.law.parameters import ENACTED, Parameters
from coretech.law.question import Question
from coretech.law.ruling import Outcome, Reading, Ruling, Warn
from coretech.law.terms import Forum, Matter, Step, Tie
from coretech.law.wording import named

QUESTION = Question(
    id="recusal.required",
    title=Sentence("應該迴避嗎？", "Must this person step aside?"),
    articles=("12",),
    in_force=Sentence(
        "本人、配偶、二親等內血親或姻親，或同住一家者；審查、認定、變更皆然",
        "oneself, a spouse, blood or affinity within the second degree, or one household; for reviews, "
        "identifications and changes alike",
    ),
    readings={
        "blood-only": Sentence("親屬只指血親", "only blood relatives are relatives"),
        "relatives-only": Sentence("家屬只指同住的親屬", "only relatives belong to the household"),
        "identification-only": Sentence(
            "只在審議會認定時迴避", "one steps aside only where the council identifies an item"
        ),
    },
    because=Sentence(
        "親屬未加限定，民法親屬含姻親；家屬與親屬並列；說明欄及於審查",
        "the Civil Code counts affinity among relatives; the household stands beside them; reviews are added",
    ),
)

UNCLEAR_PATH = Warn(
    "kinship-path-unclear",
    Sentence(
        "親屬路徑先到子女再回到其父母，無法判斷是誰；請改寫為最短路徑。",
        "The path goes down to a child and up again, which names nobody: give the shortest path.",
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """Whose interest is touched, and where."""

    kinship: Annotated[
        tuple[Step, ...],
        Says(
            "從參與者到當事人的親屬路徑（空白為本人）",
            "the steps from the participant to the person concerned",
        ),
    ]
    cohabiting: Annotated[bool, Says("共同生活", "they live in one household")] = False
    forum: Annotated[Forum, Says("在哪一個會議", "in which forum")]
    matter: Annotated[Matter, Says("認定或變更", "to identify or to change")]


def rule(facts: Facts, as_of: date, parameters: Parameters = ENACTED) -> Ruling:
    """Yes for oneself, a spouse, near relatives and the household; ``values`` give degree and tie."""
    within = parameters.at(as_of).whole("recusal.degree")
    found = kinship(facts.kinship)
    near = _near(found, within)
    required = near or facts.cohabiting
    narrow = facts.forum is Forum.COUNCIL and facts.matter is Matter.IDENTIFY
    return QUESTION.answer(
        Outcome.of(required),
        _reason(facts, found, within),
        as_of=as_of,
        values={"degree": found.degree, "tie": found.tie.value},
        warnings=(UNCLEAR_PATH,) if turns_upward(facts.kinship) else (),
        readings=(
            Reading("blood-only", Outcome.of((near and found.tie is not Tie.AFFINITY) or facts.cohabiting)),
            Reading("relatives-only", Outcome.of(near or (facts.cohabiting and found.tie is not Tie.NONE))),
            Reading("identification-only", Outcome.of(required and narrow)),
        ),
    )


def _near(found: Kinship, within: int) -> bool:
    if found.tie in (Tie.SELF, Tie.SPOUSE):
        return True
    return found.degree is not None and found.degree <= within


def _reason(facts: Facts, found: Kinship, within: int) -> Sentence:
    who = _who(facts, found)
    if _near(found, within):
        return Sentence(f"{who.zh}，應迴避", f"{who.en}: step aside")
    if facts.cohabiting:
        return Sentence(
            f"{who.zh}，但共同生活，屬家屬，應迴避", f"{who.en}, but lives in the same household: step aside"
        )
    return Sentence(
        f"{who.zh}，不在{within}親等以內，也未共同生活，不必迴避",
        f"{who.en}, neither within degree {within} nor of the household: no duty to step aside",
    )


def _who(facts: Facts, found: Kinship) -> Sentence:
    if found.tie is Tie.SELF:
        return Sentence("涉及參與者本人的利益", "the interest is the participant's own")
    path = describe(facts.kinship)
    tie = _tie(found)
    return Sentence(
        f"涉及參與者之{path.zh}（{tie.zh}）的利益",
        f"the interest is that of the participant's {path.en}, {tie.en}",
    )


def _tie(found: Kinship) -> Sentence:
    if found.tie is Tie.SPOUSE:
        return Sentence("配偶", "husband or wife")
    if found.tie is Tie.NONE:
        return Sentence("非親屬", "no relative")
    kind = named(found.tie)
    return Sentence(f"{kind.zh}{found.degree}親等", f"a relative by {kind.en} in degree {found.degree}")
