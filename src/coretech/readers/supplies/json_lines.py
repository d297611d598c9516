"""JSON: an array of objects, or JSON Lines with an object in each; their names are those of the columns."""

import json
import re
from collections.abc import Iterator
from decimal import Decimal

from coretech.kit.refusal import Refused
from coretech.kit.sentence import Sentence
from coretech.readers.supplies.columns import COLUMNS
from coretech.readers.supplies.lines import LONGEST_CELL, Flaw, Line, bad_file
from coretech.readers.supplies.numbers import plain

_BOM = b"\xef\xbb\xbf"
_SPACE = re.compile(r"[ \t\r\n]*")
_PLACES = {name: at for at, name in enumerate(COLUMNS)}


def is_json(raw: bytes) -> bool:
    """Whether a file begins as one of ours in JSON would."""
    return raw.removeprefix(_BOM).lstrip()[:1] in {b"[", b"{"}


def json_lines(raw: bytes) -> Iterator[Line]:
    """The column names as the first line, and then the objects, one at a time.

    Raises:
        Refused: (HTTP 422) where it is no JSON in UTF-8, or something in it is no object.
    """
    yield Line(0, tuple(COLUMNS))
    array = raw.removeprefix(_BOM).lstrip().startswith(b"[")
    yield from _array(raw.decode("utf-8-sig")) if array else _one_by_line(raw.removeprefix(_BOM))


def _one_by_line(raw: bytes) -> Iterator[Line]:
    for number, text in enumerate(raw.split(b"\n"), start=1):
        if text.strip():
            words = text.decode()
            line, end = _object(number, words, 0)
            if words[end:].strip():
                raise _not_json(number)
            yield line


def _array(text: str) -> Iterator[Line]:
    at, number = _skip(text, text.index("[") + 1), 0
    while not text.startswith("]", at):
        number += 1
        line, end = _object(number, text, at)
        yield line
        at = _next(number, text, _skip(text, end))
    if text[at + 1 :].strip():
        raise _not_json(number)


def _next(number: int, text: str, at: int) -> int:
    """Where the next object begins, or the array ends."""
    if text.startswith("]", at):
        return at
    after = _skip(text, at + 1)
    if not text.startswith(",", at) or text.startswith("]", after):
        raise _not_json(number)
    return after


def _object(number: int, text: str, at: int) -> tuple[Line, int]:
    try:
        value, end = _DECODER.raw_decode(text, _skip(text, at))
    except (ValueError, RecursionError):
        raise _not_json(number) from None
    if not isinstance(value, _Pairs):
        raise _not_json(number)
    return _line(number, value), end


def _line(number: int, pairs: "_Pairs") -> Line:
    cells, flaws = [""] * len(_PLACES), []
    told: set[str] = set()
    for name, value in pairs:
        place = _PLACES.get(name)
        if place is None or name in told:
            flaws.append(Flaw(0, _unknown(name) if place is None else _twice(name)))
            continue
        told.add(name)
        text = _text(value, nested=name == "origins")
        cells[place] = text or ""
        if text is None:
            flaws.append(Flaw(place + 1, _NO_TEXT))
    return Line(number, tuple(cells), tuple(flaws), in_object=True)


def _text(value: object, *, nested: bool) -> str | None:
    """A value as a cell would hold it; sources may be told as an object of quantities. None for any other kind."""
    if value is None:
        return ""
    if isinstance(value, Decimal):
        return plain(value)
    if isinstance(value, str):
        return value
    if not nested or not isinstance(value, _Pairs):
        return None
    parts = [(name, _text(quantity, nested=False)) for name, quantity in value]
    return (
        None if any(text is None for _, text in parts) else ";".join(f"{name}:{text}" for name, text in parts)
    )


class _Pairs(tuple[tuple[str, object], ...]):
    """An object's names and values, in order; a name that stands twice is there twice."""

    __slots__ = ()


def _no_constant(name: str) -> object:
    raise ValueError(name)


def _skip(text: str, at: int) -> int:
    found = _SPACE.match(text, at)
    return at if found is None else found.end()


def _unknown(name: str) -> Sentence:
    shown = name[:LONGEST_CELL]
    return Sentence(
        f"不認得「{shown}」；可用的欄位見說明。",
        f"There is no column “{shown}”; the guide lists those there are.",
    )


def _twice(name: str) -> Sentence:
    return Sentence(f"「{name}」出現兩次。", f"“{name}” is there twice.")


def _not_json(number: int) -> Refused:
    return bad_file(
        f"第{number}筆起不是正確的JSON物件。", f"From object {number} on it is no JSON object as asked for."
    )


_NO_TEXT = Sentence("請填文字、數值或null。", "Write a text, a number or null.")
_DECODER = json.JSONDecoder(
    object_pairs_hook=_Pairs, parse_float=Decimal, parse_int=Decimal, parse_constant=_no_constant
)
