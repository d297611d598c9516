"""Art. 7.1: are the parts of the dossier there?"""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from coretech.kit.sentence import Sentence
from coretech.law.facts import Says
from coretech.law.parameters import ENACTED, Parameters
from coretech.law.question import Question
from coretech.law.ruling import Outcome, Reading, Ruling, Warn
from coretech.law.terms import Part
from coretech.law.wording import listed

QUESTION = Question(
    id="dossier.completeness",
    title=Sentence("提報資料齊備了嗎？", "Is the dossier complete?"),
    articles=("7.1",),
    in_force=Sentence(
        "五個必備部分都要有；其他參考資料可註明為無",
        "the five compulsory parts are there; other references may be none",
    ),
    readings={
        "other-references-required": Sentence(
            "其他參考資料也必須檢附", "other references must be filed as well"
        )
    },
    because=Sentence(
        "概括的末款本身沒有內容，無可檢附者註明即可",
        "a residual item has no content of its own; where there is nothing, saying so is enough",
    ),
)

NO_REFERENCES = Warn(
    "no-other-references",
    Sentence(
        "沒有其他參考資料；若確無，請註明「無」。",
        "There are no other references; if there are none, say so.",
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """The parts that have been filed."""

    parts: Annotated[frozenset[Part], Says("已檢附的部分", "the parts filed")]


def rule(facts: Facts, as_of: date, parameters: Parameters = ENACTED) -> Ruling:
    """Yes where no compulsory part is missing; ``values.missing`` names those that are."""
    compulsory = parameters.at(as_of).words("dossier.compulsory")
    missing = [Part(part) for part in compulsory if part not in facts.parts]
    referenced = Part.OTHER_REFERENCES in facts.parts
    return QUESTION.answer(
        Outcome.of(not missing),
        _reason(len(compulsory), missing),
        as_of=as_of,
        values={"missing": [part.value for part in missing]},
        warnings=() if referenced else (NO_REFERENCES,),
        readings=(Reading("other-references-required", Outcome.of(not missing and referenced)),),
    )


def _reason(needed: int, missing: list[Part]) -> Sentence:
    if not missing:
        return Sentence(
            f"第7條第1項的{needed}個必備部分都已檢附",
            f"all {needed} compulsory parts of article 7(1) have been filed",
        )
    names = listed(missing)
    are = "is" if len(missing) == 1 else "are"
    return Sentence(
        f"第7條第1項的{needed}個必備部分還缺{len(missing)}個：{names.zh}",
        f"of the {needed} compulsory parts of article 7(1), {len(missing)} {are} missing: {names.en}",
    )
