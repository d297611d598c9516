"""The words in which an import is told, on the page and on the command line."""

from coretech.apps.plans.importing import Imported
from coretech.kit.sentence import Sentence
from coretech.readers.plan_files.difference import Way
from coretech.readers.plan_files.rows import (
    BudgetRow,
    ElementRow,
    FindingRow,
    NumbersRow,
    Row,
    TargetRow,
    WorkRow,
)

TABLES = {
    "elements": Sentence("目標與措施", "goals and measures"),
    "work_items": Sentence("工作項目", "work items"),
    "targets": Sentence("指標", "targets"),
    "budget": Sentence("經費", "budget lines"),
    "tables": Sentence("數字表", "tables of numbers"),
    "findings": Sentence("疑點", "findings"),
}
WAYS = {
    Way.ADDED: Sentence("新增", "added"),
    Way.CHANGED: Sentence("變更", "changed"),
    Way.REMOVED: Sentence("移除", "removed"),
}
ADDS_TEXT = Sentence(
    "所存版本只有事實；這份檔案會補入各項的文字。",
    "The stored version holds the facts alone; this file brings the words of each row.",
)
MOVED = Sentence("內容相同，只有行號不同。", "It says the same; only the lines it stands on differ.")
SAME = Sentence("檔案與所存版本相同，沒有要匯入的。", "The file says what is stored; nothing to take over.")


def found_rows(imported: Imported) -> dict[str, int]:
    """How many rows of each kind the file holds."""
    return {name: len(rows) for name, rows in imported.rows.of_all_kinds().items()}


def heading_of(imported: Imported) -> Sentence:
    """Which plan the file is of, and which version it would become."""
    title = imported.rows.title
    if imported.before is None:
        return Sentence(f"新計畫：{title}", f"a new plan: {title}")
    number = imported.before.version
    if imported.same:
        return Sentence(f"{title}：與第{number}版相同", f"{title}: the same as version {number}")
    return Sentence(
        f"{title}：第{number + 1}版，與第{number}版的差異",
        f"{title}: version {number + 1}, against version {number}",
    )


def remark_on(imported: Imported) -> Sentence | None:
    """What a file changes besides its rows; None where the rows tell it all."""
    if imported.same:
        return SAME
    if imported.adds_text:
        return ADDS_TEXT
    return MOVED if imported.before is not None and not imported.difference else None


def name_of(row: Row, language: str) -> str:
    """What a row is called where it is listed."""
    match row:
        case ElementRow():
            return f"{row.code} {row.title}".strip()
        case WorkRow():
            return f"{row.measure} {row.work_no} {row.text or row.approach_title}".strip()
        case TargetRow():
            return f"{row.code} {row.text or row.measure_title}".strip()
        case BudgetRow():
            return f"{row.under} {row.year}: {row.amount:g}"
        case NumbersRow():
            return f"{row.no} {row.caption}"
        case FindingRow():
            return row.zh if language == "zh" else row.en
