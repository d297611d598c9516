"""A part's form as the page draws it: questions, groups of questions, and tables of rows."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from typing import Any

from coretech.apps.cases.asking import Asked, Kind, asked_of
from coretech.apps.cases.content import Content, Form
from coretech.apps.cases.content_check import Problem
from coretech.apps.cases.content_walk import file_number, row_name
from coretech.apps.meetings.citable import Citable
from coretech.kit.sentence import Sentence

Options = tuple[tuple[str, Sentence], ...]
_HINTS = {
    Kind.DAY: Sentence("例如114.11.24或2025-11-24", "Such as 2025-11-24 or 114.11.24 (ROC)"),
    Kind.YEAR: Sentence("例如114或2025", "Such as 2025 or 114 (ROC)"),
    Kind.LINK: Sentence("以http開頭", "Beginning with http"),
}


@dataclass(frozen=True, slots=True)
class Beside:
    """What is drawn with the answers: what is wrong with each, by its name, and the attachments to choose from."""

    errors: Mapping[str, Sentence]
    files: Citable | None
    choices: Options


@dataclass(frozen=True, slots=True)
class Question:
    """One question; ``id`` is its name in the form too, ``options`` are values with their words."""

    id: str
    kind: str
    label: Sentence
    hint: Sentence | None
    value: str
    ticked: bool
    options: Options
    error: Sentence | None


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table; ``id`` names it for the button that takes it out."""

    id: str
    name: Sentence
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class Rows:
    """A table; ``kind`` tells a template what it has before it."""

    id: str
    label: Sentence
    hint: Sentence | None
    rows: tuple[Row, ...]
    kind: str = "rows"


@dataclass(frozen=True, slots=True)
class Group:
    """Questions that belong together."""

    id: str
    label: Sentence
    hint: Sentence | None
    blocks: tuple["Question | Rows", ...]
    kind: str = "group"


Block = Question | Rows | Group


def blocks_of(
    content: Content, problems: Iterable[Problem] = (), files: Citable | None = None
) -> tuple[Block, ...]:
    """The form to draw, filled in, with what is wrong beside each answer; a table has a blank row where it has none.

    ``files`` are the attachments that may be cited, in a part that cites some.
    """
    errors = {name_of(problem.path): problem.sentence for problem in problems}
    beside = Beside(errors, files, () if files is None else tuple(files.choices()))
    return tuple(_block(content, each.name, asked_of(each), (), beside) for each in fields(content))


def name_of(path: tuple[str, ...]) -> str:
    """The name a question has in the form, and the id of its input."""
    return "-".join(path)


def _block(form: Form, name: str, asked: Asked, path: tuple[str, ...], beside: Beside) -> Block:
    value, here = getattr(form, name), (*path, name)
    if asked.kind is Kind.TABLE:
        return _rows(asked, value, here, beside)
    if asked.kind is Kind.GROUP:
        inside = tuple(_inside(value, each.name, asked_of(each), here, beside) for each in fields(value))
        return Group(name_of(here), asked.label, asked.hint, inside)
    return _question(asked, value, here, beside)


def _inside(form: Form, name: str, asked: Asked, path: tuple[str, ...], beside: Beside) -> Question | Rows:
    """A block of a group, in which there are no groups."""
    value, here = getattr(form, name), (*path, name)
    return (
        _rows(asked, value, here, beside)
        if asked.kind is Kind.TABLE
        else _question(asked, value, here, beside)
    )


def _rows(asked: Asked, value: tuple[Any, ...], path: tuple[str, ...], beside: Beside) -> Rows:
    blank = asked.row() if asked.row else None
    rows = tuple(
        Row(
            name_of((*path, str(place))),
            row_name(asked, place),
            tuple(
                _question(asked_of(each), getattr(row, each.name), (*path, str(place), each.name), beside)
                for each in fields(row)
            ),
        )
        for place, row in enumerate(value or (blank,))
    )
    return Rows(name_of(path), asked.label, asked.hint, rows)


def _question(asked: Asked, value: str | bool, path: tuple[str, ...], beside: Beside) -> Question:  # noqa: FBT001 - an answer may be a tick
    return Question(
        id=name_of(path),
        kind=asked.kind.value,
        label=asked.label,
        hint=asked.hint or _HINTS.get(asked.kind),
        value=value if isinstance(value, str) else "",
        ticked=value is True,
        options=_options(asked, value, beside),
        error=beside.errors.get(name_of(path)),
    )


def _options(asked: Asked, value: str | bool, beside: Beside) -> Options:  # noqa: FBT001 - an answer may be a tick
    """What may be chosen; an attachment that was chosen before, or named by hand, stays a choice whatever it became."""
    if asked.kind is not Kind.FILE:
        return tuple((asked.choices or {}).items())
    if not value or not isinstance(value, str) or any(value == known for known, _ in beside.choices):
        return beside.choices
    number = file_number(asked, value)
    if beside.files is None or number is None:
        return ((value, Sentence(value, value)), *beside.choices)
    return ((value, beside.files.named(number)), *beside.choices)
