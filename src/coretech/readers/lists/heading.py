"""The head of a list from loose values: each field in its form, what has another form is left out."""

import re
from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from coretech.readers.lists.records import Head

LIST_FIELDS = {
    "code": "list",
    **{name: name for name in ("country", "issuer_zh", "issuer_en", "title_zh", "title_en")},
}
"""The fields of the list itself in a document: by their names there, those in `Head`."""

DATED = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?", re.ASCII)
"""A day as far as known."""

LONGEST = {
    "list": 40,
    "code": 60,
    "dated": 10,
    "country": 2,
    "issuer_zh": 120,
    "issuer_en": 160,
    "title_zh": 160,
    "title_en": 200,
    "legal_basis_zh": 300,
    "legal_basis_en": 300,
    "note_zh": 5_000,
    "note_en": 5_000,
    "source_url": 500,
    "source_name": 300,
}
"""How long each text of a head may be."""


def head_from(told: Mapping[str, object]) -> Head:
    """A head of what is told under the names of its fields."""
    values: dict[str, Any] = {
        name: _text(told[name], longest) for name, longest in LONGEST.items() if name in told
    }
    effects, complete, count = told.get("effects"), told.get("complete"), told.get("stated_count")
    if isinstance(effects, list | tuple):
        values["effects"] = tuple(sorted(each for each in effects if isinstance(each, str)))
    if isinstance(complete, bool):
        values["complete"] = complete
    if isinstance(count, int) and not isinstance(count, bool):
        values["stated_count"] = count
    return Head(**values)


def joined(head: Head, over: Head) -> Head:
    """The head with what another one tells in its place."""
    told = {
        field.name: getattr(over, field.name)
        for field in fields(Head)
        if getattr(over, field.name) not in ("", (), None)
    }
    return Head(**{**{field.name: getattr(head, field.name) for field in fields(Head)}, **told})


def _text(value: object, longest: int) -> str:
    return " ".join(value.split())[:longest] if isinstance(value, str) else ""
