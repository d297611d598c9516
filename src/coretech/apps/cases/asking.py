"""How a question of the dossier's forms is told: its words, and what kind of answer it takes."""

from collections.abc import Mapping
from dataclasses import Field, dataclass, field
from enum import StrEnum
from typing import Any

from coretech.kit.sentence import Sentence

Choices = Mapping[str, Sentence]


class Kind(StrEnum):
    """What kind of answer a question takes; every answer is kept as text, a flag as yes or no."""

    TEXT = "text"
    LINE = "line"
    NUMBER = "number"
    YEAR = "year"
    DAY = "day"
    LINK = "link"
    FILE = "file"
    CHOICE = "choice"
    FLAG = "flag"
    TABLE = "table"
    GROUP = "group"


@dataclass(frozen=True, slots=True)
class Asked:
    """One question; ``row`` is what a table's rows and a group are made of, ``choices`` what may be chosen."""

    label: Sentence
    kind: Kind
    hint: Sentence | None = None
    choices: Choices | None = None
    row: type[Any] | None = None


def asked_of(question: "Field[Any]") -> Asked:
    """The question behind a field of a form."""
    asked: Asked = question.metadata["asked"]
    return asked


def text(label: Sentence, hint: Sentence | None = None) -> str:
    """A question answered in paragraphs."""
    return field(default="", metadata={"asked": Asked(label, Kind.TEXT, hint)})


def line(label: Sentence, kind: Kind = Kind.LINE, hint: Sentence | None = None) -> str:
    """A question answered in one line; ``kind`` says of what."""
    return field(default="", metadata={"asked": Asked(label, kind, hint)})


def choice(label: Sentence, choices: Choices, hint: Sentence | None = None) -> str:
    """A question answered by one of some values; blank where none was chosen."""
    return field(default="", metadata={"asked": Asked(label, Kind.CHOICE, hint, choices)})


def flag(label: Sentence, hint: Sentence | None = None) -> bool:
    """A box to tick."""
    return field(default=False, metadata={"asked": Asked(label, Kind.FLAG, hint)})


def table(label: Sentence, row: type[Any], hint: Sentence | None = None) -> tuple[Any, ...]:
    """Any number of rows, each a form of its own."""
    return field(default=(), metadata={"asked": Asked(label, Kind.TABLE, hint, row=row)})


def group(label: Sentence, form: type[Any], hint: Sentence | None = None) -> Mapping[str, Asked]:
    """The metadata of questions that belong together."""
    return {"asked": Asked(label, Kind.GROUP, hint, row=form)}
