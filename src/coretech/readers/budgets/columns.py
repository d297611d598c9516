"""The columns of the table of budget figures, each with its name in code and in Chinese, and what stands in it."""

from coretech.kit.sentence import Sentence
from coretech.readers.seats.columns import ColumnGuide, column_in, heading_in

STAGES = {"需求": "requested", "法定": "statutory", "調整後": "revised", "實支": "spent"}
SOURCES = {
    "公務預算": "general",
    "特別預算": "special",
    "基金": "fund",
    "國營事業": "enterprise",
    "民間": "private",
}


def _column(heading: str, zh: str, en: str) -> ColumnGuide:
    return ColumnGuide(heading, Sentence(zh, en))


def _list(words: dict[str, str]) -> tuple[str, str]:
    return "、".join(words), ", ".join(words.values())


_STAGES, _SOURCES = _list(STAGES), _list(SOURCES)

COLUMNS: dict[str, ColumnGuide] = {
    "element": _column("項目代碼", "計畫項目的代碼，必填", "the key of the plan's entry; always"),
    "title": _column("項目名稱", "僅供對照，不匯入", "to look at only; it is not taken over"),
    "agency": _column("機關", "編列機關的代碼；留空則不分機關", "the agency's code; empty for no one agency"),
    "year": _column("年度", "民國年度，例如111，必填", "the ROC year, such as 111; always"),
    "stage": _column("階段", f"{_STAGES[0]}之一，必填", f"one of {_STAGES[1]}; always"),
    "source": _column(
        "財源", f"{_SOURCES[0]}之一；留空為公務預算", f"one of {_SOURCES[1]}; empty for general"
    ),
    "amount": _column("金額（千元）", "新臺幣千元，必填", "in thousands of NT dollars; always"),
    "document": _column("依據文件", "金額出自哪份文件，必填", "the document the amount comes from; always"),
    "why": _column(
        "重述理由", "更正已登錄的金額時必填", "why a figure on record is restated; needed for that alone"
    ),
    "demonstration": _column("示範資料", "虛構的示範數字填yes", "yes for a made-up figure"),
}

REQUIRED = ("element", "year", "stage", "amount", "document")
"""Without these nothing can be read; any other column may be left out and is then empty."""


def heading(name: str) -> str:
    """The heading as the table has it."""
    return heading_in(COLUMNS, name)


def column_of(title: str) -> str | None:
    """The column a heading names; None where it names none."""
    return column_in(COLUMNS, title)
