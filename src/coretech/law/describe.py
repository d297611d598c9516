"""Questions and their facts in words and types, read from the very classes that take them."""

import types
from collections.abc import Mapping
from dataclasses import MISSING, dataclass, fields
from datetime import date
from enum import Enum
from typing import TYPE_CHECKING, Annotated, Union, get_args, get_origin, get_type_hints

from coretech.kit.sentence import Sentence
from coretech.law.facts import Says, spelled
from coretech.law.question import Question

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Plain = str | int | bool | None

KINDS: Mapping[object, Sentence] = {
    bool: Sentence("true 或 false", "true or false"),
    int: Sentence("零或正整數", "whole number from 0"),
    str: Sentence("文字", "text"),
    date: Sentence("日期", "date"),
}


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact a question takes.

    Attributes:
        name: as the contract spells it.
        says: what it means.
        kind: its type in words.
        allowed: the values of a closed list, none where it is open.
        many: whether a list is given.
        nullable: whether null may be given.
        required: whether it must be given; ``default`` holds where it is not.
    """

    name: str
    says: Sentence
    kind: Sentence
    allowed: tuple[str | int, ...]
    many: bool
    nullable: bool
    required: bool
    default: Plain

    def as_dict(self) -> dict[str, object]:
        """The fact as data."""
        return {
            "name": self.name,
            "says": self.says.as_dict(),
            "type": self.kind.en,
            "allowed": list(self.allowed),
            "list": self.many,
            "nullable": self.nullable,
            "required": self.required,
            "default": self.default,
        }


@dataclass(frozen=True, slots=True)
class Described:
    """A question with the facts it takes."""

    question: Question
    facts: tuple[Fact, ...]

    def as_dict(self) -> dict[str, object]:
        """The question as data."""
        return {
            "question": self.question.id,
            "title": self.question.title.as_dict(),
            "articles": list(self.question.articles),
            "default": self.question.in_force.as_dict(),
            "readings": {name: words.as_dict() for name, words in self.question.readings.items()},
            "facts": [fact.as_dict() for fact in self.facts],
        }


def describe(question: Question, kind: type["DataclassInstance"]) -> Described:
    """The question with its facts, in the order they are declared."""
    hints = get_type_hints(kind, include_extras=True)
    return Described(
        question,
        tuple(_fact(field.name, hints[field.name], field.default) for field in fields(kind)),
    )


def _fact(attribute: str, hint: object, default: object) -> Fact:
    inner, says = _annotated(hint)
    inner, nullable = _optional(inner)
    origin, arguments = get_origin(inner), get_args(inner)
    many = origin in (tuple, frozenset)
    kind, allowed = _kind(arguments[0] if many else inner)
    return Fact(
        name=spelled(attribute),
        says=Sentence(says.zh, says.en),
        kind=kind,
        allowed=allowed,
        many=many,
        nullable=nullable,
        required=default is MISSING,
        default=default if isinstance(default, str | int | bool) else None,
    )


def _annotated(hint: object) -> tuple[object, Says]:
    if get_origin(hint) is Annotated:
        inner, *notes = get_args(hint)
        for note in notes:
            if isinstance(note, Says):
                return inner, note
    message = f"{hint!r} does not say what the fact means"
    raise TypeError(message)


def _optional(hint: object) -> tuple[object, bool]:
    if get_origin(hint) in (Union, types.UnionType):
        return next(part for part in get_args(hint) if part is not type(None)), True
    return hint, False


def _kind(hint: object) -> tuple[Sentence, tuple[str | int, ...]]:
    if isinstance(hint, type) and issubclass(hint, Enum):
        return Sentence("下列之一", "one of"), tuple(member.value for member in hint)
    return KINDS[hint], ()
