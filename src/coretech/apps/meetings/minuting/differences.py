"""What changed between two versions of minutes: the recorder's words, told as kept, gone and new."""

import difflib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from coretech.apps.meetings.minuting.content import Content
from coretech.kit.sentence import Sentence

Change = Literal["kept", "gone", "new"]

_SENTENCE = re.compile(r"[^。！？!?\n]*[。！？!?\n]|[^。！？!?\n]+")
_WORD = re.compile(r"[A-Za-z0-9]+|\s+|.", re.DOTALL)
_SHORT = 600
"""Up to how many words a changed stretch is compared word by word: beyond it nobody could read the marks."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text, and whether it was kept, is gone, or is new."""

    change: Change
    text: str


@dataclass(frozen=True, slots=True)
class Difference:
    """One place whose words changed."""

    where: Sentence
    pieces: tuple[Piece, ...]


def differences(before: Content, after: Content) -> tuple[Difference, ...]:
    """The places whose words changed, in the order they stand in."""
    old, new = dict(_places(before)), dict(_places(after))
    return tuple(
        Difference(where, pieces_of(old.get(where, ""), text))
        for where, text in new.items()
        if old.get(where, "") != text
    )


def pieces_of(before: str, after: str) -> tuple[Piece, ...]:
    """Sentence by sentence, and word by word within a sentence that changed; a Chinese word is a character here.

    What is kept and gone together is ``before``, what is kept and new together is ``after``.
    """
    found: list[Piece] = []
    for old, new in _stretches(_SENTENCE.findall(before), _SENTENCE.findall(after)):
        if old == new:
            _add(found, Piece("kept", old))
        else:
            for piece in _within(old, new):
                _add(found, piece)
    return tuple(found)


def _places(content: Content) -> Iterator[tuple[Sentence, str]]:
    yield Sentence("主席致詞", "The chair's opening words"), content.opening
    for item in content.items:
        number = item.order
        yield Sentence(f"第{number}案：發言摘要", f"Item {number}: discussion"), item.discussion
        yield Sentence(f"第{number}案：決議", f"Item {number}: resolution"), item.wording
    yield Sentence("散會", "Close"), content.closing


def _within(old: str, new: str) -> Iterator[Piece]:
    before, after = _WORD.findall(old), _WORD.findall(new)
    short = len(before) <= _SHORT and len(after) <= _SHORT
    for gone, come in _stretches(before, after) if short else [(old, new)]:
        if gone == come:
            yield Piece("kept", gone)
        else:
            yield Piece("gone", gone)
            yield Piece("new", come)


def _stretches(before: Sequence[str], after: Sequence[str]) -> Iterator[tuple[str, str]]:
    matcher = difflib.SequenceMatcher(None, before, after, autojunk=False)
    for _, start, end, new_start, new_end in matcher.get_opcodes():
        yield "".join(before[start:end]), "".join(after[new_start:new_end])


def _add(found: list[Piece], piece: Piece) -> None:
    """Add a piece, joined to the one before where both changed alike."""
    if not piece.text:
        return
    if found and found[-1].change == piece.change:
        piece = Piece(piece.change, found.pop().text + piece.text)
    found.append(piece)
