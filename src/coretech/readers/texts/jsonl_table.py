"""JSON Lines: an object a line, its names as columns."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice

from coretech.kit.sentence import Sentence
from coretech.readers.texts.records import Fault, Row

_LOOKED_AT = 100
_NO_JSON = Sentence("不是有效的 JSON 物件", "is no valid JSON object")


def columns_of(lines: Iterable[str]) -> tuple[str, ...]:
    """The names in the first objects, in the order met."""
    objects = (found for found in map(_object, islice(lines, _LOOKED_AT)) if found is not None)
    return tuple(dict.fromkeys(name for found in objects for name in found))


def rows_of(lines: Iterable[str], wanted: Sequence[str]) -> Iterator[Row | Fault]:
    """The wanted cells of each object; empty where it has none."""
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        found = _object(line)
        if found is None:
            yield Fault(number, _NO_JSON)
        else:
            yield Row(number, tuple(as_cell(found.get(name)) for name in wanted))


def as_cell(value: object) -> str:
    """What a value says: text, figures, and lists of them; nothing for anything else."""
    if isinstance(value, str):
        return value
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    if isinstance(value, bytes):
        return value.decode("utf-8", errors="replace")
    return " ".join(map(as_cell, value)) if isinstance(value, list | tuple) else ""


def _object(line: str) -> Mapping[str, object] | None:
    try:
        found = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None
