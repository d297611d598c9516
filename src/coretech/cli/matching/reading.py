"""A text as it is read, with what there is to say of it: the same words wherever a file is read."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from coretech.kit.sentence import Sentence
from coretech.readers.texts.records import Fault
from coretech.readers.texts.texts import Text

LONGEST = 20_000
"""The most characters of a text that are matched; an abstract has some hundreds."""


class Read(NamedTuple):
    """A row: the line it begins on, its text where it can be used, and what there is to say of it."""

    line: int
    text: Text | None
    says: Sentence | None


def reads(name: str, texts: Iterable[Text | Fault]) -> Iterator[Read]:
    """The rows of a file, by the name it was given."""
    for text in texts:
        if isinstance(text, Fault):
            yield Read(text.line, None, left_out(name, text))
        elif len(text.text) > LONGEST:
            yield Read(text.line, text._replace(text=text.text[:LONGEST]), _cut(name, text))
        else:
            yield Read(text.line, text, None)


def left_out(name: str, fault: Fault) -> Sentence:
    """That a row is not used, and why."""
    zh, en = fault.sentence.zh, fault.sentence.en
    return Sentence(f"{name} 第 {fault.line} 行：{zh}，略過。", f"{name} line {fault.line}: {en}; left out.")


def _cut(name: str, text: Text) -> Sentence:
    """That a text is too long to be about one thing."""
    return Sentence(
        f"{name} 第 {text.line} 行：文字有 {len(text.text):,} 字，只比對前 {LONGEST:,} 字。",
        f"{name} line {text.line}: of {len(text.text):,} characters the first {LONGEST:,} are matched.",
    )
