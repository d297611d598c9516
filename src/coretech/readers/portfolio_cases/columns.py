"""The columns of the table, each with its name in code and in Chinese, and what stands in it."""

from coretech.kit.sentence import Sentence
from coretech.law.terms import Harm, Limb, Part
from coretech.readers.seats.columns import ColumnGuide, column_in, heading_in

_HARMS = ", ".join(harm.value for harm in Harm)
_LIMBS = ", ".join(str(int(limb)) for limb in Limb)


def _column(heading: str, zh: str, en: str) -> ColumnGuide:
    return ColumnGuide(heading, Sentence(zh, en))


COLUMNS: dict[str, ColumnGuide] = {
    "agency": _column("盤點機關", "機關代碼，必填", "the agency's code; always"),
    "kind": _column(
        "種類", "identify認定（預設）或change變更", "identify, the usual one, or change of a listed item"
    ),
    "item": _column("清單項次", "變更時填清單第幾項", "for a change: the item's number on the list"),
    "aspect": _column(
        "變更面向",
        "變更時填name、scope、authority、split、merge或removal",
        "for a change: name, scope, authority, split, merge or removal",
    ),
    "ground": _column(
        "變更事由",
        "變更時填holder_request或environment_changed（第10條第2項）",
        "for a change: holder_request or environment_changed (art. 10(2))",
    ),
    "name_zh": _column("中文名稱", "技術的中文名稱，必填", "the technology's name in Chinese; always"),
    "name_en": _column("英文名稱", "技術的英文名稱，必填", "the technology's name in English; always"),
    "sector": _column("領域", "領域代碼，必填", "the sector's code; always"),
    "authority": _column(
        "主管機關",
        "擬任主管機關的代碼；留空為盤點機關",
        "the proposed authority's code; empty for the agency",
    ),
    "why": _column("盤點所見", "盤點所見及理由，必填", "what was found and why it matters; always"),
    "case": _column(
        "成案", "填yes即成案；有提報資料者一律成案", "yes opens a case; so does any part of the dossier"
    ),
    Part.DESCRIPTION.value: _column("技術描述", "提報資料：描述", "the dossier: description"),
    Part.CHARACTERISTICS.value: _column("技術特徵", "提報資料：特徵", "the dossier: characteristics"),
    Part.FUNCTIONS.value: _column("技術功能", "提報資料：功能", "the dossier: functions"),
    Part.DEFINITION.value: _column(
        "定義說明", "提報資料：符合定義之說明", "the dossier: how the statutory definition is met"
    ),
    "harms": _column("損害", f"以逗號分隔：{_HARMS}", f"with commas: {_HARMS}"),
    "limbs": _column("要件", f"以逗號分隔：{_LIMBS}", f"with commas: {_LIMBS}"),
    Part.STAKEHOLDER_VIEWS.value: _column(
        "利害關係人意見", "提報資料：產官學研意見", "the dossier: stakeholders' views"
    ),
    Part.OTHER_REFERENCES.value: _column(
        "其他參考資料", "提報資料：其他參考資料", "the dossier: other references"
    ),
}

REQUIRED = ("agency", "name_zh", "name_en", "sector", "why")
"""Without these nothing can be read; any other column may be left out and is then empty."""


def heading(name: str) -> str:
    """The heading as the table has it."""
    return heading_in(COLUMNS, name)


def column_of(title: str) -> str | None:
    """The column a heading names; None where it names none."""
    return column_in(COLUMNS, title)
