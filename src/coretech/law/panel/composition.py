"""Art. 8.2: is the expert panel properly composed?"""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from coretech.kit.sentence import Sentence
from coretech.law.facts import Says, no_negatives
from coretech.law.parameters import ENACTED, Figures, Parameters
from coretech.law.question import Question
from coretech.law.ruling import Outcome, Reading, Ruling, Warn
from coretech.law.terms import Group, PanelConvener
from coretech.law.wording import listed, people

QUESTION = Question(
    id="panel.composition",
    title=Sentence("專家審查會的組成合於規定嗎？", "Is the expert panel properly composed?"),
    articles=("8.2",),
    in_force=Sentence("五至十一人，召集人計入", "five to eleven, the convener among them"),
    readings={
        "convener-on-top": Sentence("人數不含召集人", "the convener is not counted in the number"),
        "each-group": Sentence("三類人員缺一不可", "each of the three groups must be there"),
        "delegate-is-staff": Sentence(
            "首長指派之召集人須為機關人員", "a convener sent by the head must be staff"
        ),
    },
    because=Sentence(
        "當然委員也是委員；各類人員未定最低人數，僅提醒",
        "an ex officio member is one of the members; no minimum is set for a group, so a missing one only warns",
    ),
)

OUTSIDE_DELEGATE = Warn(
    "outside-delegate",
    Sentence(
        "召集人是機關以外的人；第8條第2項所稱代表，通常指機關的人員。",
        "The convener is from outside the body; article 8(2) rather means one of its own people.",
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """Who sits on the panel."""

    people: Annotated[int, Says("委員人數（含召集人）", "members, the convener included")]
    convener: Annotated[PanelConvener | None, Says("召集人", "who convenes")]
    groups: Annotated[frozenset[Group], Says("委員來自哪幾類", "the groups its members come from")]

    def __post_init__(self) -> None:
        """Refuse a negative number of people."""
        no_negatives(self)


def rule(facts: Facts, as_of: date, parameters: Parameters = ENACTED) -> Ruling:
    """Yes for a panel of lawful size with a convener; missing groups and an outside convener warn."""
    law = parameters.at(as_of)
    missing = [group for group in Group if group not in facts.groups]
    outcome = Outcome.of(_fits(facts, facts.people, law))
    return QUESTION.answer(
        outcome,
        _reason(facts, law),
        as_of=as_of,
        values={
            "minimum": law.whole("panel.people_min"),
            "maximum": law.whole("panel.people_max"),
            "missing_groups": [group.value for group in missing],
        },
        warnings=_warnings(facts, missing),
        readings=(
            Reading("convener-on-top", Outcome.of(_fits(facts, facts.people - 1, law))),
            Reading("each-group", Outcome.of(outcome is Outcome.YES and not missing)),
            Reading(
                "delegate-is-staff",
                Outcome.of(outcome is Outcome.YES and facts.convener is not PanelConvener.OUTSIDE_DELEGATE),
            ),
        ),
    )


def _fits(facts: Facts, counted: int, law: Figures) -> bool:
    low, high = law.whole("panel.people_min"), law.whole("panel.people_max")
    return facts.convener is not None and low <= counted <= high


def _warnings(facts: Facts, missing: list[Group]) -> tuple[Warn, ...]:
    warnings = []
    if missing:
        names = listed(missing)
        text = Sentence(f"專家審查會沒有{names.zh}。", f"The panel has none of these: {names.en}.")
        warnings.append(Warn("group-missing", text))
    if facts.convener is PanelConvener.OUTSIDE_DELEGATE:
        warnings.append(OUTSIDE_DELEGATE)
    return tuple(warnings)


def _reason(facts: Facts, law: Figures) -> Sentence:
    low, high = law.whole("panel.people_min"), law.whole("panel.people_max")
    if facts.convener is None:
        return Sentence(
            f"專家審查會有{facts.people}人，但沒有召集人",
            f"the panel has {people(facts.people)} but no convener",
        )
    inside = low <= facts.people <= high
    return Sentence(
        f"專家審查會連召集人{facts.people}人，{'在' if inside else '不在'}{low}至{high}人之間",
        f"{people(facts.people)} with the convener, {'within' if inside else 'outside'} {low} to {high}",
    )
