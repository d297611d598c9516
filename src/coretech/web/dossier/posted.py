"""What a part's form sent, as a form again; and rows put in or taken out of it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

from coretech.apps.cases.asking import Asked, Kind, asked_of
from coretech.apps.cases.content import CONTENTS, Content
from coretech.apps.cases.content_json import as_json, shaped
from coretech.kit.refusal import bad_input
from coretech.web.dossier.form import name_of

Sent = Mapping[str, str]
_WHOLE = re.compile(r"[0-9]{1,6}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A form as it was sent: the answers, the level, the version it began from, and the draft it was opened with."""

    content: Content
    level: str
    based_on: int
    stamp: str


def sheet_of(name: str, sent: Sent) -> Sheet:
    """The form of the part of this name, half-filled and wrong answers and too many rows too.

    Raises:
        Refused: (HTTP 422) where it does not say which version it began from.
    """
    based_on = sent.get("based_on", "")
    if not _WHOLE.fullmatch(based_on):
        raise bad_input(
            "based_on", "表單不完整，請重新載入本頁。", "The form is incomplete; load the page again."
        )
    content = shaped(name, _answers(CONTENTS[name], sent, ()))
    return Sheet(content, sent.get("level", ""), int(based_on), sent.get("stamp", ""))


def with_row(content: Content, name: str, table: str, row: Mapping[str, Any] | None = None) -> Content:
    """The form with one more row in a table, blank unless it is given; a last row that is blank gives way to it."""
    kept = as_json(content)
    rows = _table(kept, table)
    if row is not None:
        rows[:] = [each for each in rows if any(each.values())]
    elif not rows:
        rows.append({})
    rows.append(dict(row or {}))
    return shaped(name, kept)


def without_row(content: Content, name: str, row: str) -> Content:
    """The form without a row, named ``parameters-2``."""
    kept = as_json(content)
    table, _, place = row.rpartition("-")
    rows = _table(kept, table)
    if _WHOLE.fullmatch(place) and int(place) < len(rows):
        del rows[int(place)]
    return shaped(name, kept)


def _table(kept: Mapping[str, Any], name: str) -> list[dict[str, Any]]:
    found: Any = kept
    for step in name.split("-"):
        found = found.get(step) if isinstance(found, Mapping) else None
    if not isinstance(found, list):
        raise bad_input(
            "do", "沒有這個表格，請重新載入本頁。", "There is no such table; load the page again."
        )
    return found


def _answers(form: type[Any], sent: Sent, path: tuple[str, ...]) -> dict[str, object]:
    return {each.name: _answer(asked_of(each), sent, (*path, each.name)) for each in fields(form)}


def _answer(asked: Asked, sent: Sent, path: tuple[str, ...]) -> object:
    name = name_of(path)
    if asked.kind is Kind.FLAG:
        return name in sent
    if asked.row is None:
        return sent.get(name, "")
    if asked.kind is Kind.GROUP:
        return _answers(asked.row, sent, path)
    return [_answers(asked.row, sent, (*path, str(place))) for place in _places(name, sent)]


def _places(table: str, sent: Sent) -> list[int]:
    """Which rows of a table were sent."""
    pattern = re.compile(rf"{re.escape(table)}-([0-9]{{1,6}})-", re.ASCII)
    return sorted({int(found[1]) for found in map(pattern.match, sent) if found})
