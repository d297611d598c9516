"""What ``coretech plan import`` tells: what was found in a file, and what it would change."""

from collections.abc import Iterator

from coretech.apps.plans.importing import Imported
from coretech.kit.sentence import Sentence
from coretech.readers.plan_files.difference import Change, Way
from coretech.readers.plan_files.rows import (
    BudgetRow,
    ElementRow,
    FindingRow,
    NumbersRow,
    Row,
    TargetRow,
    WorkRow,
)

MOST_SHOWN = 40
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
_ADDS_TEXT = Sentence(
    "所存版本只有事實；這份檔案會補入各項的文字。",
    "The stored version holds the facts alone; this file brings the words of each row.",
)
_MOVED = Sentence("內容相同，只有行號不同。", "It says the same; only the lines it stands on differ.")


def found_rows(imported: Imported) -> dict[str, int]:
    """How many rows of each kind the file holds."""
    return {name: len(rows) for name, rows in imported.rows.of_all_kinds().items()}


def differences(imported: Imported, language: str) -> Iterator[str]:
    """What the file is, what it holds, and each row that would change, the first forty."""
    for note in imported.notes:
        yield note.say(language)
    yield _heading(imported).say(language)
    held = (f"{TABLES[name].say(language)} {count}" for name, count in found_rows(imported).items() if count)
    yield ("、" if language == "zh" else ", ").join(held)
    if imported.same:
        return
    if imported.adds_text:
        yield _ADDS_TEXT.say(language)
    elif imported.before is not None and not imported.difference:
        yield _MOVED.say(language)
    if imported.before is not None:
        yield from _changes(imported, language)


def _heading(imported: Imported) -> Sentence:
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


def _changes(imported: Imported, language: str) -> Iterator[str]:
    changes = imported.difference.changes
    for change in changes[:MOST_SHOWN]:
        yield _line(change, language)
    more = len(changes) - MOST_SHOWN
    if more > 0:
        yield Sentence(f"……另有{more}筆", f"… and {more} more").say(language)
    for name, ways in imported.difference.counts.items():
        told = " ".join(f"{WAYS[Way(way)].say(language)} {count}" for way, count in ways.items())
        yield f"{TABLES[name].say(language)}: {told}"


def _line(change: Change, language: str) -> str:
    fields = f"  ({', '.join(change.fields)})" if change.fields else ""
    what = WAYS[change.way].say(language)
    return f"{what}  {TABLES[change.table].say(language)}  {name_of(change.row, language)}{fields}"


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
