"""Going through a form answer by answer, each with where it stands in words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, fields
from typing import Any

from coretech.apps.cases.asking import Asked, Kind, asked_of
from coretech.apps.cases.content import Content, Form
from coretech.apps.cases.content_json import is_plain
from coretech.kit.sentence import Sentence

Path = tuple[str, ...]
_NUMBER = re.compile(r"[1-9][0-9]{0,17}", re.ASCII)
_YES = Sentence("是", "yes")


@dataclass(frozen=True, slots=True)
class Leaf:
    """One answer: its path in the JSON, where it stands, what was asked, and what was answered."""

    path: Path
    where: Sentence
    asked: Asked
    value: str | bool

    @property
    def words(self) -> Sentence | None:
        """The answer in words; nothing where it is blank."""
        if isinstance(self.value, bool):
            return _YES if self.value else None
        if not self.value.strip():
            return None
        chosen = (self.asked.choices or {}).get(self.value)
        return chosen or file_words(self.asked, self.value) or Sentence(self.value, self.value)


def file_number(asked: Asked, value: str | bool) -> int | None:  # noqa: FBT001 - an answer may be a tick
    """Which attachment an answer names by its number; None where it names none, or by a name somebody typed."""
    named = asked.kind is Kind.FILE and isinstance(value, str) and _NUMBER.fullmatch(value)
    return int(value) if named else None


def file_words(asked: Asked, value: str) -> Sentence | None:
    """An attachment by its number: it says nothing of the file, which may be more secret than what cites it."""
    number = file_number(asked, value)
    return None if number is None else Sentence(f"附件{number}", f"Attachment {number}")


def leaves(content: Content) -> Iterator[Leaf]:
    """Every answer in the order of the form, blank ones too."""
    return leaves_of(content, (), None)


def leaves_of(form: Form, path: Path, within: Sentence | None) -> Iterator[Leaf]:
    """The answers of a form that stands at a path of another."""
    for each in fields(form):
        yield from _below(getattr(form, each.name), asked_of(each), (*path, each.name), within)


def row_name(table: Asked, place: int) -> Sentence:
    """How a row of a table is named; places count from 0."""
    return Sentence(f"{table.label.zh} 第{place + 1}列", f"{table.label.en}, row {place + 1}")


def joined(within: Sentence | None, label: Sentence) -> Sentence:
    """A label behind the name of what it stands in."""
    if within is None:
        return label
    return Sentence(f"{within.zh}：{label.zh}", f"{within.en}: {label.en}")


def as_text(content: Content) -> str:
    """The form as plain text in Chinese, for search, commands and documents; free text alone stays as it is."""
    if is_plain(content):
        return content.more.strip()
    said = [(leaf.where.zh, leaf.words) for leaf in leaves(content)]
    return "\n".join(f"{where}：{words.zh.strip()}" for where, words in said if words is not None)


def _below(value: Any, asked: Asked, path: Path, within: Sentence | None) -> Iterator[Leaf]:  # noqa: ANN401 - an answer, a form or rows
    if asked.kind is Kind.GROUP:
        yield from leaves_of(value, path, joined(within, asked.label))
    elif asked.kind is Kind.TABLE:
        for place, row in enumerate(value):
            yield from leaves_of(row, (*path, str(place)), joined(within, row_name(asked, place)))
    else:
        yield Leaf(path, joined(within, asked.label), asked, value)
