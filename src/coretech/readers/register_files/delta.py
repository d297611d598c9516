"""What changed between the lists of two days: told so that the older list with it gives the newer one."""

import datetime as dt
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from coretech.readers.register_files import csv_file
from coretech.readers.register_files.columns import COLUMNS, cells_of, entry_of, require_columns
from coretech.readers.register_files.errors import bad_file
from coretech.readers.register_files.json_file import entry_data, entry_from, loaded
from coretech.readers.register_files.records import LICENCE, LICENCE_ADDRESS, Entry

FORMAT = "coretech.register.changes/1"
RESTATED = "restated"
"""The kind of a change that is none of the list's: the authority has another name on the later day, for example."""


@dataclass(frozen=True, slots=True)
class Change:
    """One item that the two lists tell differently; ``before`` or ``after`` is None where it was not there."""

    kind: str
    no: int
    before: Entry | None
    after: Entry | None


@dataclass(frozen=True, slots=True)
class Delta:
    """The changes from the list of one day to that of another, by number."""

    base: str
    first: dt.date
    last: dt.date
    changes: tuple[Change, ...]


def compare(old: Iterable[Entry], new: Iterable[Entry], ended: Mapping[int, str]) -> tuple[Change, ...]:
    """What differs; ``ended`` says by which change an item left the list."""
    before, after = {each.no: each for each in old}, {each.no: each for each in new}
    pairs = [(no, before.get(no), after.get(no)) for no in sorted(before.keys() | after.keys())]
    return tuple(
        Change(_kind(one, other, ended.get(no, "removed")), no, one, other)
        for no, one, other in pairs
        if one != other
    )


def apply(old: Iterable[Entry], changes: Iterable[Change]) -> tuple[Entry, ...]:
    """The newer list, from the older one and what changed."""
    entries = {each.no: each for each in old}
    for change in changes:
        entries.pop(change.no, None)
        if change.after is not None:
            entries[change.no] = change.after
    return tuple(entries[no] for no in sorted(entries))


def write_json(delta: Delta) -> bytes:
    """The changes with both sides of each."""
    data = {
        "format": FORMAT,
        "base": delta.base,
        "licence": {"id": LICENCE, "address": LICENCE_ADDRESS},
        "from": delta.first.isoformat(),
        "to": delta.last.isoformat(),
        "changes": [
            {"kind": each.kind, "no": each.no, "before": _data(each.before), "after": _data(each.after)}
            for each in delta.changes
        ],
    }
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()


def read_json(raw: bytes) -> Delta:
    """The changes that `write_json` told (HTTP 422 for any other file)."""
    data = loaded(raw, FORMAT)
    try:
        changes = tuple(
            Change(each["kind"], each["no"], _entry(each["before"]), _entry(each["after"]))
            for each in data["changes"]
        )
        first, last = (dt.date.fromisoformat(data[name]) for name in ("from", "to"))
        return Delta(data["base"], first, last, changes)
    except (KeyError, TypeError, ValueError):
        raise bad_file("檔案不是清單的變更檔。", "The file tells no changes of the register.") from None


def write_csv(delta: Delta) -> bytes:
    """The kind of each change, whether it is listed afterwards, and the item as it is then or was last."""
    rows = (
        [each.kind, "" if each.after is None else "true", *cells_of(each.after or _last(each))]
        for each in delta.changes
    )
    return csv_file.write_rows([["kind", "listed", *COLUMNS], *rows])


def read_csv(raw: bytes) -> tuple[Change, ...]:
    """The changes that `write_csv` told, each with the one side that stands there (HTTP 422 for any other file)."""
    heading, *rows = csv_file.read_rows(raw) or [[]]
    if heading[:2] != ["kind", "listed"]:
        raise bad_file("檔案不是清單的變更檔。", "The file tells no changes of the register.")
    require_columns(heading[2:])
    return tuple(
        _change(at, csv_file.named(at, heading, row), listed=row[1:2] == ["true"])
        for at, row in enumerate(rows, 2)
    )


def _change(line: int, cells: Mapping[str, str], *, listed: bool) -> Change:
    entry = entry_of(line, cells)
    return Change(cells["kind"], entry.no, None if listed else entry, entry if listed else None)


def _kind(before: Entry | None, after: Entry | None, ended: str) -> str:
    if before is None:
        return "added"
    if after is None:
        return ended
    if (before.name_zh, before.name_en) != (after.name_zh, after.name_en):
        return "renamed"
    if before.authority != after.authority:
        return "moved"
    scopes = ((each.scope_zh, each.scope_en, each.sector) for each in (before, after))
    return RESTATED if len(set(scopes)) == 1 else "rescoped"


def _last(change: Change) -> Entry:
    if change.before is None:
        message = f"a change of item {change.no} with neither side"
        raise ValueError(message)
    return change.before


def _data(entry: Entry | None) -> dict[str, object] | None:
    return None if entry is None else entry_data(entry)


def _entry(data: Mapping[str, object] | None) -> Entry | None:
    return None if data is None else entry_from(data)
