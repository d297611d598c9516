"""The sections of a profile and their columns: the one table behind the forms, the files and the pages."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from coretech.engines.controls.parameters import Form as ParameterForm
from coretech.engines.controls.parameters import parameters
from coretech.engines.profiles.cells import Form
from coretech.kit.sentence import Sentence

SHORT, LINE, LONG = 80, 300, 2000
COMPARISONS = {
    each: Sentence(each.replace(">=", "≥").replace("<=", "≤"), each.replace(">=", "≥").replace("<=", "≤"))
    for each in ("<=", "<", ">=", ">", "=")
}
ACTORS = {
    "company": Sentence("企業", "company"),
    "institute": Sentence("研究機構", "institute"),
    "university": Sentence("大學", "university"),
    "government": Sentence("政府", "government"),
}
ROLES = {
    "equipment": Sentence("設備", "equipment"),
    "gas": Sentence("氣體", "gas"),
    "chemical": Sentence("化學品", "chemical"),
    "material": Sentence("材料", "material"),
    "software": Sentence("軟體", "software"),
}


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a section; ``words`` are what a word may be."""

    name: str
    label: Sentence
    form: Form = Form.TEXT
    needed: bool = False
    longest: int = LINE
    words: Mapping[str, Sentence] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Section:
    """Rows of one kind; ``hint`` says what belongs in them."""

    key: str
    title: Sentence
    hint: Sentence
    columns: tuple[Column, ...]
    most: int = 40

    @property
    def names(self) -> tuple[str, ...]:
        """The columns' names."""
        return tuple(each.name for each in self.columns)


def _words(longest: int = LINE, before: str = "", *, needed: bool = True) -> tuple[Column, Column]:
    zh, en = ("名稱（中文）", "Name (Chinese)"), ("名稱（英文）", "Name (English)")
    if not before and longest == LONG:
        zh, en = ("中文", "In Chinese"), ("英文", "In English")
    return (
        Column(f"{before}zh", Sentence(*zh), needed=needed, longest=longest),
        Column(f"{before}en", Sentence(*en), needed=needed, longest=longest),
    )


_SOURCE = Column("source", Sentence("出處", "Source"), needed=True)
_PARAMETER = Column(
    "parameter",
    Sentence("參數代碼（有管制參數時）", "Parameter (of the controls, if any)"),
    Form.WORD,
    words={name: each.label for name, each in parameters().items() if each.form is ParameterForm.QUANTITY},
)

SECTIONS: tuple[Section, ...] = (
    Section(
        "description",
        Sentence("描述", "Description"),
        Sentence("這項技術是什麼，一兩段話。", "What the technology is, in a paragraph or two."),
        (*_words(LONG), _SOURCE),
        most=5,
    ),
    Section(
        "characteristics",
        Sentence("特性", "Characteristics"),
        Sentence("使它與別的技術不同的特性，一列一項。", "What sets it apart, one to a row."),
        (*_words(LONG), _SOURCE),
    ),
    Section(
        "functions",
        Sentence("功能", "Functions"),
        Sentence("它能做什麼，一列一項。", "What it does, one to a row."),
        (*_words(LONG), _SOURCE),
    ),
    Section(
        "parameters",
        Sentence("參數與門檻", "Parameters and thresholds"),
        Sentence(
            "可量測的參數與門檻。選了管制參數就不必填名稱與單位；來源沒有數值就把比較與數值留空。",
            "What can be measured. With a parameter of the controls the name and unit may be left out; where the "
            "source gives no figure, leave the comparison and the figure empty.",
        ),
        (
            _PARAMETER,
            *_words(needed=False),
            Column("comparison", Sentence("比較", "Comparison"), Form.WORD, words=COMPARISONS),
            Column("value", Sentence("數值", "Figure"), Form.FIGURE, longest=SHORT),
            Column("unit", Sentence("單位", "Unit"), Form.UNIT, longest=SHORT),
            _SOURCE,
        ),
    ),
    Section(
        "readiness",
        Sentence("技術成熟度", "Readiness"),
        Sentence(
            "哪個企業、機構在哪一級（1到9），依據與時間；不知道的留空，會顯示為未知。",
            "Which company or institute stands at which level (1 to 9), on what evidence and when; what is left empty "
            "is shown as not known.",
        ),
        (
            Column("of_zh", Sentence("哪一項技術（中文）", "Of what (Chinese)"), needed=True),
            Column("of_en", Sentence("哪一項技術（英文）", "Of what (English)"), needed=True),
            Column("actor_zh", Sentence("誰（中文）", "Who (Chinese)"), longest=SHORT),
            Column("actor_en", Sentence("誰（英文）", "Who (English)"), longest=SHORT),
            Column("actor_kind", Sentence("哪一類", "What kind"), Form.WORD, words=ACTORS),
            Column("country", Sentence("國別", "Country"), Form.COUNTRIES, longest=SHORT),
            Column("level", Sentence("等級（1–9）", "Level (1–9)"), Form.LEVEL, longest=8),
            Column("when", Sentence("何時", "When"), Form.WHEN, longest=12),
            Column("evidence_zh", Sentence("依據（中文）", "Evidence (Chinese)"), needed=True),
            Column("evidence_en", Sentence("依據（英文）", "Evidence (English)"), needed=True),
            _SOURCE,
        ),
    ),
    Section(
        "materials",
        Sentence("設備與材料", "Equipment and materials"),
        Sentence(
            "關鍵的設備、氣體、化學品、材料與軟體，以及供應國；不知道的留空。",
            "Key equipment, gases, chemicals, materials and software, with the countries that supply them; empty if "
            "not known.",
        ),
        (
            *_words(),
            Column("role", Sentence("類別", "Role"), Form.WORD, needed=True, words=ROLES),
            Column("countries", Sentence("供應國", "Supplier countries"), Form.COUNTRIES, longest=SHORT),
            Column(
                "commodity",
                Sentence("關鍵物資代碼（有才填）", "Critical supply, if any"),
                Form.CODE,
                longest=SHORT,
            ),
            _SOURCE,
        ),
    ),
    Section(
        "items",
        Sentence("我國清單項目", "Items of our list"),
        Sentence(
            "這份特徵說明的清單項次，一列一項。", "The items of the list that it describes, one to a row."
        ),
        (Column("number", Sentence("項次", "Item number"), Form.NUMBER, needed=True, longest=8),),
    ),
    Section(
        "listed",
        Sentence("外國清單項目", "Items of other lists"),
        Sentence(
            "清單代碼與項目代碼，例如 kr-nct 與 kr-semi-5。", "List and item, such as kr-nct and kr-semi-5."
        ),
        (
            Column("list", Sentence("清單代碼", "List"), Form.CODE, needed=True, longest=SHORT),
            Column("code", Sentence("項目代碼", "Item"), Form.CODE, needed=True, longest=SHORT),
        ),
    ),
    Section(
        "unknown",
        Sentence("來源未載", "What is not known"),
        Sentence("來源沒有說、因此這裡也不說的事。", "What the sources do not say, and so is not said here."),
        (*_words(LONG), _SOURCE),
    ),
)
BY_KEY = {each.key: each for each in SECTIONS}
