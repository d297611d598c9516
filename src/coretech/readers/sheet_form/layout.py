"""What the file holds: its head, its tables, and the columns of each."""

from dataclasses import dataclass
from decimal import Decimal

from coretech.kit.sentence import Sentence

HEAD = Sentence("說明", "Read me")
MEASURES = Sentence("措施", "Measures")
WORKS = Sentence("工作項目", "Work items")
ACTUALS = Sentence("指標", "Indicators")


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name in code, its heading, how wide it is in centimetres, and whether the officer writes in it."""

    name: str
    heading: Sentence
    width: Decimal
    written: bool = False


def _given(name: str, zh: str, en: str, width: str) -> Column:
    return Column(name, Sentence(zh, en), Decimal(width))


def _asked(name: str, zh: str, en: str, width: str) -> Column:
    return Column(name, Sentence(zh, en), Decimal(width), written=True)


_KEY = _given("key", "代號（請勿更改）", "Key (leave as it is)", "3")
TABLES: dict[Sentence, tuple[Column, ...]] = {
    MEASURES: (
        _KEY,
        _given("title", "措施", "Measure", "5"),
        _asked("progress", "本季辦理情形", "Progress", "8"),
        _asked("highlights", "亮點成果", "Highlights", "6"),
        _asked("next_work", "下季預定辦理事項", "Next quarter's work", "6"),
        _asked("risks", "困難或風險", "Difficulties and risks", "6"),
        _asked("confirmed", "沿用上次者已確認（是）", "What is as last time is confirmed (yes)", "3"),
        _asked("own_light", "燈號（綠、黃、紅、灰）", "Light (green, amber, red, grey)", "3"),
        _asked("own_reason", "判斷理由", "Why this light", "5"),
    ),
    WORKS: (
        _KEY,
        _given("measure", "措施代號", "Measure's key", "3"),
        _given("title", "工作項目", "Work item", "7"),
        _given("when", "期程", "When", "4"),
        _asked(
            "standing", "情形（尚未開始、辦理中、已完成）", "How it stands (not begun, under way, done)", "4"
        ),
        _asked("share", "完成 %", "Done %", "2"),
        _asked("note", "說明", "Note", "6"),
    ),
    ACTUALS: (
        _KEY,
        _given("measure", "措施代號", "Measure's key", "3"),
        _given("title", "指標", "Indicator", "7"),
        _given("target", "本年目標", "This year's target", "3"),
        _given("last", "上次實績", "Last actual", "3"),
        _asked("value", "實績", "Actual", "3"),
        _asked("unit", "單位", "Unit", "2"),
        _asked("forecast", "全年預估", "Forecast for the year", "3"),
        _asked("done", "是否達成（是、否）", "Done (yes, no)", "3"),
        _asked("words", "說明或沒有數值的原因", "Note, or why there is no figure", "6"),
    ),
}
HEAD_LINES = {
    "plan": Sentence("計畫", "Plan"),
    "period": Sentence("期別", "Period"),
    "agency": Sentence("機關", "Agency"),
    "digest": Sentence("下載時內容摘要", "Digest of what stood when it was made"),
}
GUIDE = (
    Sentence(
        "請填白色的格子；灰色的格子是系統讀回的依據，已鎖定。各列可交由承辦單位填妥後貼回。",
        "Fill in the white cells. The grey ones are how the file is read back, and are locked.",
    ),
    Sentence(
        "數值請填數字，不要公式、不要合併儲存格；沒有數值就留白，「-」不等於 0。",
        "Figures are plain numbers: no formulas, no merged cells. Leave it blank where there is none: “-” is not 0.",
    ),
    Sentence(
        "存成 ODS 後回到填報表上傳；系統先列出差異，您確認後才寫入。",
        "Save it as ODS and send it on the sheet's page; you see every difference before anything is written.",
    ),
)

Row = dict[str, str]
"""The cells of a row by the names of its columns."""


@dataclass(frozen=True, slots=True)
class Form:
    """A file to be written: its head by name, and the rows of each table."""

    head: dict[str, str]
    measures: list[Row]
    works: list[Row]
    actuals: list[Row]

    def rows_of(self, table: Sentence) -> list[Row]:
        """The rows of a table by its name."""
        return {MEASURES: self.measures, WORKS: self.works, ACTUALS: self.actuals}[table]
