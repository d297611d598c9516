"""A part's form as the database, the API and the drafts keep it: plain JSON, whose shape is checked on the way in."""

from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from coretech.apps.cases.asking import Asked, asked_of
from coretech.apps.cases.content import CONTENTS, Content, Definition, Form
from coretech.apps.cases.models import Part
from coretech.engines.documents.text import printable
from coretech.kit.refusal import Refused, bad_input

LONGEST = 100_000
"""How many characters all answers of a part may have together."""
MOST_ROWS = 100


def as_json(content: Form) -> dict[str, Any]:
    """The form as plain JSON; `from_json` gives the form back."""
    return {each.name: _kept(getattr(content, each.name)) for each in fields(content)}


def from_json(name: str, kept: object) -> Content:
    """The form of the part of this name; what is left out is blank, and characters no page can hold are dropped.

    Raises:
        Refused: (HTTP 422) naming the place, where the JSON has another shape or too many rows.
    """
    content = shaped(name, kept)
    _require_rows(as_json(content), ())
    return content


def shaped(name: str, kept: object) -> Content:
    """The form as `from_json` gives it, with as many rows as there are: for whoever is asked to leave some out."""
    content: Content = _form(CONTENTS[name], kept, ())
    return content


def require_length(content: Content) -> None:
    """Refuse (HTTP 422) a form whose answers are too long together, or have too many rows."""
    kept = as_json(content)
    _require_rows(kept, ())
    if _length(kept) > LONGEST:
        raise bad_input(
            "content", f"內容請在{LONGEST}字以內。", f"Keep the text within {LONGEST} characters."
        )


def content_of(part: Part) -> Content:
    """What a version of a part says; a part written as plain text stands whole in ``more``."""
    if part.content:
        return from_json(part.name, part.content)
    kept: dict[str, object] = {"more": part.text}
    if part.name == "definition":
        kept |= {harm: {"claimed": True} for harm in part.harms}
    content: Content = _form(CONTENTS[part.name], kept, ())
    return content


def blank(name: str) -> Content:
    """The form with nothing in it."""
    return CONTENTS[name]()


def is_plain(content: Content) -> bool:
    """Whether nothing but free text is in it, as in a part written before there were forms."""
    rest = {each.name for each in fields(content)} - {"more"}
    return not isinstance(content, Definition) and all(
        getattr(content, name) == getattr(type(content)(), name) for name in rest
    )


def _kept(value: str | bool | Form | tuple[Form, ...]) -> object:  # noqa: FBT001 - an answer may be a tick
    if isinstance(value, str | bool):
        return value
    return [as_json(row) for row in value] if isinstance(value, tuple) else as_json(value)


def _form(form: type[Any], kept: object, path: tuple[str, ...]) -> Any:  # noqa: ANN401 - one of the type given
    if not isinstance(kept, Mapping):
        raise _misshapen(path)
    asked = {each.name: asked_of(each) for each in fields(form)}
    for name in kept:
        if name not in asked:
            raise _misshapen((*path, str(name)))
    return form(**{name: _answer(asked[name], value, (*path, name)) for name, value in kept.items()})


def _answer(asked: Asked, value: object, path: tuple[str, ...]) -> object:
    match asked.kind:
        case "table":
            return _rows(asked, value, path)
        case "group":
            return _form(asked.row or object, value, path)
        case "flag" if isinstance(value, bool):
            return value
        case kind if kind != "flag" and isinstance(value, str):
            return printable(value)
    raise _misshapen(path)


def _rows(asked: Asked, value: object, path: tuple[str, ...]) -> tuple[object, ...]:
    if not isinstance(value, list | tuple):
        raise _misshapen(path)
    return tuple(_form(asked.row or object, row, (*path, str(place))) for place, row in enumerate(value))


def _require_rows(kept: Mapping[str, object], path: tuple[str, ...]) -> None:
    for name, value in kept.items():
        if isinstance(value, dict):
            _require_rows(value, (*path, name))
        elif isinstance(value, list) and len(value) > MOST_ROWS:
            raise bad_input(
                ".".join((*path, name)),
                f"最多{MOST_ROWS}列，請刪減。",
                f"There may be {MOST_ROWS} rows at most; leave some out.",
            )


def _length(kept: object) -> int:
    if isinstance(kept, str):
        return len(kept)
    inside = kept.values() if isinstance(kept, dict) else kept if isinstance(kept, list) else ()
    return sum(map(_length, inside))


def _misshapen(path: tuple[str, ...]) -> Refused:
    where = ".".join(path)[:200] or "content"
    return bad_input(
        where,
        f"「{where}」不是這份表單的欄位，或內容的形式不對；請依表單填寫。",
        f"“{where}” is no question of this form, or the answer has the wrong shape; follow the form.",
    )
