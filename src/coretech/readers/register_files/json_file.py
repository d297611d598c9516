"""JSON: the list with the fields of `coretech register list --json`, and everything else that is known of a version."""

import datetime as dt
import json
from collections.abc import Mapping
from typing import Any

from coretech.readers.register_files.columns import COLUMNS
from coretech.readers.register_files.errors import bad_file
from coretech.readers.register_files.records import (
    LICENCE,
    LICENCE_ADDRESS,
    About,
    Entry,
    Match,
    Note,
    Ref,
    RegisterFile,
    Relation,
)

MEDIA_TYPE = "application/json"
FORMAT = "coretech.register/1"
_WORDS = ("former_names", "scope")
_NAMED = ("authority", "sector")
_DAYS = ("in_force_since", "valid_from", "valid_until", "decided_on", "announced_on", "effective_on")


def write(file: RegisterFile) -> bytes:
    """The file with what it is about; a list of a day and a history have the same form."""
    about = file.about
    if about is None:
        message = "a JSON file says what it is about"
        raise ValueError(message)
    data = {
        "format": FORMAT,
        "title": about.title.as_dict(),
        "part": about.part or None,
        "base": about.base,
        "licence": {"id": LICENCE, "address": LICENCE_ADDRESS},
        "as_of": _day(about.as_of),
        "known_at": _day(about.known_at),
        "edition": about.edition,
        "remark": None if about.remark is None else about.remark.as_dict(),
        "items": [entry_data(entry) for entry in file.entries],
    }
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()


def read(raw: bytes) -> RegisterFile:
    """The file that `write` made.

    Raises:
        Refused: (HTTP 422) for any other file.
    """
    data = loaded(raw, FORMAT)
    try:
        about = About(
            base=data["base"],
            as_of=_to_day(data["as_of"]),
            known_at=_to_day(data["known_at"]),
            edition=data["edition"],
            part=data.get("part") or "",
        )
        return RegisterFile(about, tuple(map(entry_from, data["items"])))
    except (KeyError, TypeError, ValueError):
        raise _not_ours() from None


def loaded(raw: bytes, form: str) -> dict[str, Any]:
    """The object in a JSON file of a form of ours (HTTP 422 for any other)."""
    try:
        data = json.loads(raw)
    except ValueError:
        raise bad_file("檔案不是JSON。", "The file is no JSON.") from None
    if not isinstance(data, dict) or data.get("format") != form:
        raise _not_ours()
    return data


def entry_data(entry: Entry) -> dict[str, object]:
    """A version as JSON tells it: names in both languages side by side."""
    flat: dict[str, Any] = {name: getattr(entry, name) for name in COLUMNS}
    for name in _DAYS:
        flat[name] = _day(flat[name])
    for name in _WORDS:
        flat[name] = {"zh": flat.pop(f"{name}_zh"), "en": flat.pop(f"{name}_en")}
    for name in _NAMED:
        flat[name] = {"code": flat[name], "zh": flat.pop(f"{name}_zh"), "en": flat.pop(f"{name}_en")}
    return {
        "no": flat.pop("no"),
        "name": flat.pop("name_zh"),
        **flat,
        "recorded_at": entry.recorded_at.isoformat(),
        "continues": [ref._asdict() for ref in entry.continues],
        "continued_by": [ref._asdict() for ref in entry.continued_by],
        "notes": [{"topic": n.topic, "zh": n.zh, "en": n.en, "source": n.source} for n in entry.notes],
        "matches": [{"relation": str(each.relation), "target": each.target} for each in entry.matches],
    }


def entry_from(data: Mapping[str, Any]) -> Entry:
    """The version that `entry_data` told; anything else raises KeyError, TypeError or ValueError."""
    flat = dict(data)
    flat["name_zh"] = flat.pop("name")
    for name in _DAYS:
        flat[name] = _to_day(flat[name])
    for name in _WORDS:
        words = flat.pop(name)
        flat[f"{name}_zh"], flat[f"{name}_en"] = _value(words["zh"]), _value(words["en"])
    for name in _NAMED:
        words = flat[name]
        flat[name], flat[f"{name}_zh"], flat[f"{name}_en"] = words["code"], words["zh"], words["en"]
    flat["recorded_at"] = dt.datetime.fromisoformat(flat["recorded_at"])
    for name in ("continues", "continued_by"):
        flat[name] = tuple(Ref(**ref) for ref in flat[name])
    flat["notes"] = tuple(Note(**note) for note in flat["notes"])
    flat["matches"] = tuple(Match(Relation(each["relation"]), each["target"]) for each in flat["matches"])
    return Entry(**flat)


def _value(words: Any) -> object:  # noqa: ANN401 - what JSON may hold
    return tuple(words) if isinstance(words, list) else words


def _day(day: dt.date | None) -> str | None:
    return None if day is None else day.isoformat()


def _to_day(text: str | None) -> dt.date | None:
    return None if text is None else dt.date.fromisoformat(text)


def _not_ours() -> Exception:
    return bad_file("檔案不是清單的JSON匯出檔。", "The file is no JSON export of the register.")
