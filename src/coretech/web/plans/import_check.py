"""What was read of a plan's file and what it would change, for whoever is about to import it."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from markupsafe import Markup

from coretech.apps.plans.importing import Imported
from coretech.apps.plans.models import Plan
from coretech.apps.plans.words import TABLES, WAYS, found_rows, name_of, remark_on
from coretech.kit.sentence import Sentence
from coretech.readers.plan_files.difference import Change, Way
from coretech.readers.plan_files.rows import FindingRow
from coretech.web.documents.kept import kept
from coretech.web.plans.words import FIELDS, FINDINGS, KINDS, chinese, lines_of, years_between
from coretech.web.shell.parts import Column
from coretech.web.shell.words import language, say, tr

MOST_SHOWN = 200
_LOST = "lost"
_COUNTS = (
    Column(Sentence("讀到的內容", "What was read")),
    Column(Sentence("筆數", "Rows"), numeric=True),
    *(Column(WAYS[way], numeric=True) for way in Way),
)
_CHANGES = (
    Column(Sentence("變動", "Change")),
    Column(Sentence("哪一類", "Of which kind")),
    Column(Sentence("內容", "Row")),
    Column(Sentence("變更的欄位", "Changed fields")),
)
_REMOVED_FIRST = {Way.REMOVED: 0, Way.CHANGED: 1, Way.ADDED: 2}


def shown(imported: Imported) -> dict[str, object]:
    """What the page that asks for confirmation draws."""
    corrects = imported.before is not None
    changes = sorted(imported.difference.changes, key=lambda change: _REMOVED_FIRST[change.way])
    rows = [_row(change) for change in changes] if corrects else []
    return {
        "imported": imported,
        "about": _about(imported),
        "remark": remark_on(imported),
        "count_columns": _COUNTS if corrects else _COUNTS[:2],
        "counts": list(_counts(imported, corrects=corrects)),
        "change_columns": _CHANGES,
        "changes": rows[:MOST_SHOWN],
        "more": max(len(rows) - MOST_SHOWN, 0),
        "removed": sum(change.way is Way.REMOVED for change in changes) if corrects else 0,
        "lost": [each for each in imported.rows.findings if each.kind == _LOST],
        "matters_by_kind": list(_matters(imported)),
        "lines_of": lines_of,
        "kept": kept(imported.given.raw),
    }


def _about(imported: Imported) -> list[tuple[Sentence, object]]:
    rows, given = imported.rows, imported.given
    source = Markup('{}<br><code class="ct-code">SHA-256 {}</code>').format(given.name, given.sha256)
    return [
        (Sentence("檔案", "File"), source),
        (Sentence("名稱", "Title"), chinese(rows.title) or tr("文件未載明", "The document does not tell it")),
        (Sentence("種類", "Kind"), say(KINDS[Plan.Kind(rows.kind)])),
        (Sentence("期間", "Years"), years_between(rows.start, rows.end)),
        (Sentence("匯入為", "Becomes"), _becomes(imported)),
    ]


def _fields(names: Iterable[str]) -> str:
    return tr("、", ", ").join(say(FIELDS[name]) for name in names)


def _becomes(imported: Imported) -> str:
    if imported.before is None:
        return tr("新計畫", "A new plan")
    number = imported.before.version
    if imported.same:
        return tr(f"不變（與第{number}版相同）", f"Nothing new: it is the same as version {number}")
    heads = _fields(imported.difference.heads)
    return tr(
        f"所存計畫的第{number + 1}版；第{number}版仍保留{f'。計畫本身變更：{heads}' if heads else ''}",
        f"Version {number + 1} of the stored plan; version {number} stays{f'. It changes: {heads}' if heads else ''}",
    )


def _counts(imported: Imported, *, corrects: bool) -> Iterator[list[object]]:
    """A line for each kind of row that was read or would change."""
    changed = imported.difference.counts
    for name, count in found_rows(imported).items():
        ways = [changed.get(name, {}).get(way.value, 0) for way in Way] if corrects else []
        if count or any(ways):
            yield [say(TABLES[name]), count, *(each or "–" for each in ways)]


def _row(change: Change) -> list[object]:
    words = name_of(change.row, language())
    said = words if isinstance(change.row, FindingRow) else chinese(words)
    return [say(WAYS[change.way]), say(TABLES[change.table]), said, _fields(change.fields) or "–"]


def _matters(imported: Imported) -> Iterator[tuple[Sentence, list[FindingRow]]]:
    """The findings by kind, the heavier first, but for what was lost, which is told by itself."""
    others = (each for each in imported.rows.findings if each.kind != _LOST)
    for kind, found in groupby(others, key=lambda each: each.kind):
        yield FINDINGS[kind], list(found)
