"""What the commands of lists tell: versions, items, changes and faults, as data and as lines."""

from collections.abc import Iterable, Mapping

from coretech.apps.lists.comparing import VERSIONS, Comparison, Kind
from coretech.apps.lists.importing import Import
from coretech.apps.lists.queries import Standing
from coretech.apps.lists.sides_compared import Sides
from coretech.cli.installation.told import Told, table
from coretech.kit.sentence import Sentence
from coretech.readers.lists.records import Entry, Fault

_NOT_WRITTEN = Sentence(
    "尚未登錄；確認無誤後加上 --yes 再執行一次。",
    "Nothing is recorded yet; run it again with --yes to record it.",
)
_PROPOSED = Sentence("（建議）", "(proposed)")


def standing_data(each: Standing) -> dict[str, object]:
    """A version, for programs."""
    version = each.version
    return {
        "code": each.code,
        "list": version.list.code,
        "country": version.list.country,
        "title": version.list.title.as_dict(),
        "dated": version.dated,
        "status": each.status.value,
        "since": each.since,
        "effects": version.effects,
        "complete": version.complete,
        "items_here": each.here,
        "stated_count": version.stated_count,
        "source": version.source_name,
        "source_url": version.source_url,
    }


def changes_told(sides: Sides, words: Mapping[Kind, Sentence], language: str) -> list[str]:
    """A line for each change."""
    rows = [
        (
            words[each.kind].say(language) + (_PROPOSED.say(language) if each.proposed else ""),
            _names(each.left, language),
            _names(each.right, language),
        )
        for each in sides.comparison.changes
    ]
    return table(rows) if rows else []


def faults_told(faults: Iterable[Fault]) -> Told:
    """Every fault of a file: its line, its column, what stands there, and what to do."""
    found = list(faults)
    data = [
        {"line": each.line, "column": each.column, "value": each.value, **each.sentence.as_dict()}
        for each in found
    ]
    return Told(
        {"faults": data},
        lambda language: table(
            [(each.line, each.column, each.value, each.sentence.say(language)) for each in found]
        ),
        failed=True,
    )


def checked_told(given: Import, found: Comparison | None) -> Told:
    """What a file would bring."""
    count = len(given.file.entries)
    counts = {} if found is None else found.counts
    said = Sentence(f"{given.file.head.code}：{count}項", f"{given.file.head.code}: {count} items")
    data = {"items": count, "before": given.before, "changes": {kind.value: n for kind, n in counts.items()}}
    return Told(
        data,
        lambda language: [
            said.say(language),
            *(f"{VERSIONS[kind].say(language)} {n}" for kind, n in counts.items()),
        ],
        _NOT_WRITTEN,
    )


def name_of(entry: Entry, language: str) -> str:
    """An item's name in a language; the first there is where it has none in it."""
    wanted = "en" if language.startswith("en") else "zh-Hant"
    return entry.names.get(wanted) or next(iter(entry.names.values()))


def _names(entries: Iterable[Entry], language: str) -> str:
    return "; ".join(f"{each.code} {name_of(each, language)}" for each in entries) or "–"
