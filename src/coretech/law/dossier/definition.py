"""National Security Act art. 3.3: does the item meet the definition of a core key technology?"""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from coretech.kit.sentence import Sentence
from coretech.law.facts import Says
from coretech.law.parameters import ENACTED, Parameters
from coretech.law.question import Question
from coretech.law.ruling import Outcome, Ruling
from coretech.law.terms import Harm, Limb
from coretech.law.wording import listed

QUESTION = Question(
    id="dossier.definition",
    title=Sentence("符合國家核心關鍵技術的定義嗎？", "Does it meet the definition of a core key technology?"),
    articles=("NSA 3.3",),
    in_force=Sentence(
        "流出將造成至少一種重大損害，且符合兩款條件之一",
        "its outflow would do at least one of the grave harms, and it meets one of the two limbs",
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What the dossier shows."""

    harms: Annotated[frozenset[Harm], Says("流出將重大損害的法益", "what its outflow would gravely harm")]
    limbs: Annotated[
        frozenset[Limb],
        Says(
            "符合的條件：1 應進行管制、2 可促成領導型技術",
            "limbs met: 1 calls for control, 2 makes for leadership",
        ),
    ]


def rule(facts: Facts, as_of: date, _parameters: Parameters = ENACTED) -> Ruling:
    """Yes where at least one harm and at least one limb are shown."""
    return QUESTION.answer(Outcome.of(facts.harms and facts.limbs), _reason(facts), as_of=as_of)


def _reason(facts: Facts) -> Sentence:
    if not facts.harms:
        return Sentence(
            "未說明流出將重大損害國家安全、產業競爭力或經濟發展",
            "no grave harm to national security, industrial competitiveness or economic development is shown",
        )
    harms = listed(harm for harm in Harm if harm in facts.harms)
    if not facts.limbs:
        return Sentence(
            f"流出將重大損害{harms.zh}，但未說明符合兩款條件中的哪一款",
            f"its outflow would gravely harm {harms.en}, but neither of the two limbs is shown",
        )
    limbs = listed(limb for limb in Limb if limb in facts.limbs)
    return Sentence(
        f"流出將重大損害{harms.zh}，且{limbs.zh}",
        f"its outflow would gravely harm {harms.en}, and {limbs.en}",
    )
