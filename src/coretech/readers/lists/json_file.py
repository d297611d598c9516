"""JSON: the head's fields under ``list`` and ``version``, and ``items``; or an array of items alone."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, fields
from typing import Any

from coretech.kit.sentence import Sentence
from coretech.readers.lists.heading import LIST_FIELDS, head_from
from coretech.readers.lists.records import Entry, Fault, Head, ListFile, bad_file
from coretech.readers.lists.tags import tag_of
from coretech.readers.votes.decoding import decoded

MEDIA_TYPE = "application/json"


def read(raw: bytes) -> ListFile:
    """The file that `write` made, or one like it; ``line`` says which item of the array it was.

    Raises:
        Refused: (HTTP 422) for what is no JSON, or holds no array of items.
    """
    told = _loaded(decoded(raw).text)
    items = told if isinstance(told, list) else told.get("items") if isinstance(told, dict) else None
    if not isinstance(items, list):
        raise bad_file(
            "JSON須是項目的陣列，或含有「items」陣列的物件。",
            "The JSON must be an array of items, or an object with an array “items”.",
        )
    head = Head()
    if isinstance(told, dict):
        head = head_from({**_object(told.get("version")), **_object(told.get("list"), LIST_FIELDS)})
    faults: list[Fault] = []
    entries = [_entry(number, each, faults) for number, each in enumerate(items, 1)]
    return ListFile(head, tuple(entries), tuple(faults))


def write(file: ListFile) -> bytes:
    """The list, the version and the items."""
    head = asdict(file.head)
    told = {
        "list": {key: head[name] for key, name in LIST_FIELDS.items()},
        "version": {
            field.name: head[field.name] for field in fields(Head) if field.name not in LIST_FIELDS.values()
        },
        "items": [item_data(each) for each in file.entries],
    }
    return (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode()


def _loaded(text: str) -> Any:  # noqa: ANN401 - what JSON may hold
    try:
        return json.loads(text)
    except RecursionError:
        raise bad_file("JSON的層次過深。", "The JSON is nested too deeply.") from None
    except ValueError as error:
        line = getattr(error, "lineno", 1)
        raise bad_file(
            f"第{line}行不是正確的JSON（{error}）。", f"Line {line} is no JSON ({error})."
        ) from None


def _object(told: object, names: Mapping[str, str] | None = None) -> dict[str, object]:
    if not isinstance(told, dict):
        return {}
    return {(names or {}).get(key, key): value for key, value in told.items()}


def _entry(number: int, told: object, faults: list[Fault]) -> Entry:
    if not isinstance(told, dict):
        faults.append(Fault(number, "", str(told)[:200], _NO_OBJECT))
        told = {}

    def complain(column: str, value: object) -> None:
        faults.append(Fault(number, column, str(value)[:200], _NO_TEXT))

    texts: dict[str, str] = {}
    for key in ("code", "parent"):
        value = told.get(key)
        if isinstance(value, int) and not isinstance(value, bool):
            value = str(value)
        if value is not None and not isinstance(value, str):
            complain(key, value)
        texts[key] = " ".join(value.split()) if isinstance(value, str) else ""
    translated = told.get("translated", [])
    if not (isinstance(translated, list) and all(isinstance(each, str) for each in translated)):
        complain("translated", translated)
        translated = []
    return Entry(
        code=texts["code"] or str(number),
        parent=texts["parent"],
        names=dict(_by_tag("names", told.get("names", {}), complain)),
        translated=tuple(sorted(tag_of(each) or each for each in translated)),
        description=dict(_by_tag("description", told.get("description", {}), complain)),
        line=number,
    )


def _by_tag(column: str, told: object, complain: Any) -> Iterator[tuple[str, str]]:  # noqa: ANN401 - a function of two arguments
    if not isinstance(told, dict):
        complain(column, told)
        return
    for tag, text in told.items():
        if not isinstance(text, str) or not tag_of(tag):
            complain(f"{column}:{tag[:20]}", text)
        elif text.strip():
            yield tag_of(tag), " ".join(text.split())


def item_data(entry: Entry) -> dict[str, object]:
    """An item as data: its code, its parent, its names by language."""
    return {
        "code": entry.code,
        "parent": entry.parent,
        "names": dict(entry.names),
        "translated": list(entry.translated),
        "description": dict(entry.description),
    }


_NO_OBJECT = Sentence("項目須是物件。", "An item must be an object.")
_NO_TEXT = Sentence(
    "須是文字；名稱與說明是「語言標籤：文字」的物件。",
    "It must be text; names and descriptions are objects of text by language tag.",
)
