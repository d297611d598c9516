"""The parts of the dossier as forms (art. 7): what each asks, as frozen dataclasses.

Every answer is text as it was typed, or yes or no; `coretech.apps.cases.content_check` says what is wrong with it and
brings days and figures into one form. ``more`` is free text: a part written as plain text stands there whole.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from coretech.apps.cases import choices
from coretech.apps.cases.asking import Asked, Kind, choice, flag, group, line, table, text
from coretech.kit.sentence import Sentence
from coretech.law.terms import Part

_MORE = Sentence("補充說明", "Anything else")


@dataclass(frozen=True, slots=True)
class Parameter:
    """A figure that marks the technology off: at least so much of a unit."""

    name: str = line(Sentence("參數", "Parameter"))
    comparator: str = choice(Sentence("比較", "Comparison"), choices.COMPARATORS)
    value: str = line(Sentence("數值", "Value"), Kind.NUMBER)
    unit: str = line(Sentence("單位", "Unit"))


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a claim rests on; ``attachment`` is the number of a file handed in with the case, or its name as typed."""

    what: str = line(Sentence("佐證內容", "What it shows"))
    source: str = line(Sentence("來源", "Source"))
    date: str = line(Sentence("日期", "Date"), Kind.DAY)
    link: str = line(Sentence("網址", "Link"), Kind.LINK)
    attachment: str = line(Sentence("附件", "Attachment"), Kind.FILE)


@dataclass(frozen=True, slots=True)
class Claim:
    """One ground of the statutory test: claimed or not, why, and on what evidence."""

    claimed: bool = flag(Sentence("主張符合", "It is claimed"))
    argument: str = text(Sentence("理由", "Argument"))
    evidence: tuple[Evidence, ...] = table(Sentence("佐證", "Evidence"), Evidence)


def _ground(name: str) -> Mapping[str, Asked]:
    return group(choices.GROUNDS[name], Claim, choices.GROUND_HINTS[name])


@dataclass(frozen=True, slots=True)
class Description:
    """What the technology is (art. 7(1)1)."""

    what: str = text(
        Sentence("這是什麼技術", "What it is"),
        Sentence(
            "用外行人看得懂的話說明；包括哪些、不包括哪些。",
            "In plain words: what it takes in, and what not.",
        ),
    )
    state_of_the_art: str = text(
        Sentence("國內外發展現況", "State of the art"),
        Sentence(
            "國內外由誰發展、做到什麼程度。", "Who develops it at home and abroad, and how far they are."
        ),
    )
    readiness: str = choice(Sentence("技術備妥度", "Technology readiness level"), choices.READINESS)
    more: str = text(_MORE)


@dataclass(frozen=True, slots=True)
class Characteristics:
    """What sets it apart (art. 7(1)1)."""

    distinctive: str = text(
        Sentence("與既有技術的差別", "What sets it apart"),
        Sentence("與既有或他國技術相比，有哪些特徵。", "Compared with what exists here or abroad."),
    )
    equipment: str = text(
        Sentence("關鍵設備與材料", "Equipment and materials"),
        Sentence(
            "少了哪些設備、材料或軟體就做不到。", "The equipment, materials or software it cannot do without."
        ),
    )
    parameters: tuple[Parameter, ...] = table(
        Sentence("關鍵參數", "Key parameters"),
        Parameter,
        Sentence("一列一個，例如：解析度 ≤ 0.5 公尺。", "One a row, such as: resolution ≤ 0.5 m."),
    )
    more: str = text(_MORE)


@dataclass(frozen=True, slots=True)
class Functions:
    """What it does (art. 7(1)1)."""

    does: str = text(Sentence("能做到什麼", "What it does"))
    used_in: str = text(
        Sentence("用在哪裡", "Where it is used"),
        Sentence("哪些系統、產品或產業靠它。", "Which systems, products or industries rest on it."),
    )
    more: str = text(_MORE)


@dataclass(frozen=True, slots=True)
class Definition:
    """The statutory test, ground by ground (National Security Act art. 3(3))."""

    national_security: Claim = field(default_factory=Claim, metadata=_ground("national_security"))
    industrial_competitiveness: Claim = field(
        default_factory=Claim, metadata=_ground("industrial_competitiveness")
    )
    economic_development: Claim = field(default_factory=Claim, metadata=_ground("economic_development"))
    convention: Claim = field(default_factory=Claim, metadata=_ground("convention"))
    defence: Claim = field(default_factory=Claim, metadata=_ground("defence"))
    critical_infrastructure: Claim = field(default_factory=Claim, metadata=_ground("critical_infrastructure"))
    leading_technology: Claim = field(default_factory=Claim, metadata=_ground("leading_technology"))
    competitiveness: Claim = field(default_factory=Claim, metadata=_ground("competitiveness"))
    more: str = text(_MORE)


@dataclass(frozen=True, slots=True)
class View:
    """What one stakeholder said; ``level`` says how secret the view is."""

    group: str = choice(Sentence("類別", "Group"), choices.GROUPS)
    who: str = line(Sentence("姓名或職稱", "Name or post"))
    organisation: str = line(Sentence("單位", "Organisation"))
    view: str = text(Sentence("意見", "View"))
    level: str = choice(Sentence("機密等級", "Level"), choices.LEVELS)
    source: str = line(Sentence("來源", "Source"))
    date: str = line(Sentence("日期", "Date"), Kind.DAY)


@dataclass(frozen=True, slots=True)
class StakeholderViews:
    """The views of industry, government, academia and research (art. 7(1)3)."""

    views: tuple[View, ...] = table(
        Sentence("利害關係人意見", "Stakeholders' views"),
        View,
        Sentence(
            "產、官、學、研各類別都要徵詢。", "Ask each group: industry, government, academia and research."
        ),
    )
    answer: str = text(Sentence("如何回應這些意見", "How the views were answered"))
    more: str = text(_MORE)


@dataclass(frozen=True, slots=True)
class Reference:
    """One other reference, with its figure where it has one."""

    kind: str = choice(Sentence("種類", "Kind"), choices.REFERENCES)
    what: str = line(Sentence("內容", "What it says"))
    figure: str = line(Sentence("數值", "Figure"), Kind.NUMBER)
    unit: str = line(Sentence("單位", "Unit"))
    year: str = line(Sentence("年度", "Year"), Kind.YEAR)
    source: str = line(Sentence("來源", "Source"))
    date: str = line(Sentence("日期", "Date"), Kind.DAY)
    link: str = line(Sentence("網址", "Link"), Kind.LINK)


@dataclass(frozen=True, slots=True)
class OtherReferences:
    """All other references (art. 7(1)4), or that there are none."""

    references: tuple[Reference, ...] = table(Sentence("參考資料", "References"), Reference)
    none: bool = flag(Sentence("查無其他參考資料", "There are no other references"))
    more: str = text(_MORE)


Content = Description | Characteristics | Functions | Definition | StakeholderViews | OtherReferences
"""What a part may say."""
Form = Content | Claim | Parameter | Evidence | View | Reference
"""Any form: a whole part, a group of its questions, or a row of a table."""

CONTENTS: Mapping[str, type[Content]] = {
    Part.DESCRIPTION.value: Description,
    Part.CHARACTERISTICS.value: Characteristics,
    Part.FUNCTIONS.value: Functions,
    Part.DEFINITION.value: Definition,
    Part.STAKEHOLDER_VIEWS.value: StakeholderViews,
    Part.OTHER_REFERENCES.value: OtherReferences,
}
"""Which form each part has."""
