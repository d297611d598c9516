"""JSON values to the types facts are made of; strict, so that ``true`` is no number and ``1`` no truth."""

import json
import re
import types
from collections.abc import Callable
from datetime import date
from enum import Enum
from typing import Union, get_args, get_origin

from coretech.kit.sentence import Sentence

Converter = Callable[[object], object]

ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
SHOWN = 40


class Problem(ValueError):  # noqa: N818 - carries a sentence to the builder, which names the field
    """A value that does not fit its fact."""

    def __init__(self, sentence: Sentence) -> None:
        """Keep the sentence; the builder adds which field it speaks of."""
        super().__init__(sentence.en)
        self.sentence = sentence


def shown(value: object) -> str:
    """A value as JSON writes it, short enough to stand in a sentence."""
    text = json.dumps(value, ensure_ascii=False, default=repr)
    return text if len(text) <= SHOWN else f"{text[:SHOWN]}…"


LARGEST = 10**15
"""No count of the regulation comes near; beyond some thousand digits Python cannot even print a number."""


def refuse(value: object, zh: str, en: str) -> Problem:
    """The problem that something else was expected."""
    return Problem(Sentence(f"應為{zh}，卻是 {shown(value)}", f"should be {en}, not {shown(value)}"))


def whole(value: object) -> int:
    """A whole number from 0."""
    if type(value) is not int or value < 0:
        raise refuse(value, "零或正整數", "a whole number from 0")
    if value > LARGEST:
        raise Problem(Sentence(f"數字過大，最大為{LARGEST}", f"too large a number; the largest is {LARGEST}"))
    return value


def flag(value: object) -> bool:
    """True or false, nothing that merely looks like it."""
    if type(value) is not bool:
        raise refuse(value, " true 或 false", "true or false")
    return value


def text(value: object) -> str:
    """Words."""
    if type(value) is not str:
        raise refuse(value, "文字", "text")
    return value


def day(value: object) -> date:
    """A day written as ISO 8601 has it, ``2025-10-31``."""
    if type(value) is not str or not ISO_DAY.fullmatch(value):
        raise refuse(value, "日期（例如 2025-10-31）", "a date such as 2025-10-31")
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise Problem(
            Sentence(f"曆法上沒有 {value} 這一天", f"there is no such day as {value} in the calendar")
        ) from None


def choice(kind: type[Enum]) -> Converter:
    """One of the members of an enumeration, by its value."""
    known: dict[object, Enum] = {member.value: member for member in kind}
    allowed = ", ".join(str(value) for value in known)
    plain = type(next(iter(known)))

    def convert(value: object) -> object:
        if type(value) is plain and value in known:
            return known[value]
        raise refuse(value, f"下列之一：{allowed}", f"one of: {allowed}")

    return convert


def many(inner: Converter, collect: Callable[[list[object]], object]) -> Converter:
    """A list whose every entry fits; a misfit is told by its place, counted from 1."""

    def convert(value: object) -> object:
        if not isinstance(value, list | tuple):
            raise refuse(value, "列表", "a list")
        return collect([_entry(inner, place, entry) for place, entry in enumerate(value, start=1)])

    return convert


def _entry(inner: Converter, place: int, entry: object) -> object:
    try:
        return inner(entry)
    except Problem as problem:
        raise Problem(
            Sentence(f"第 {place} 個{problem.sentence.zh}", f"entry {place} {problem.sentence.en}")
        ) from None


def optional(inner: Converter) -> Converter:
    """The same, or null."""
    return lambda value: None if value is None else inner(value)


PLAIN: dict[object, Converter] = {bool: flag, int: whole, str: text, date: day}


def converter(hint: object) -> Converter:
    """The converter for an annotation: plain types, enumerations, tuples, frozen sets and ``X | None``.

    Raises:
        TypeError: for an annotation facts are not made of.
    """
    origin, arguments = get_origin(hint), get_args(hint)
    if hint in PLAIN:
        return PLAIN[hint]
    if isinstance(hint, type) and issubclass(hint, Enum):
        return choice(hint)
    if origin in (Union, types.UnionType):
        return optional(converter(next(part for part in arguments if part is not type(None))))
    if origin is tuple:
        return many(converter(arguments[0]), tuple)
    if origin is frozenset:
        return many(converter(arguments[0]), frozenset)
    message = f"facts are not made of {hint!r}"
    raise TypeError(message)
