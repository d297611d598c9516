"""What changed between two texts, told as kept, gone and new: stretch by stretch, never more than can be read."""

import difflib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

__all__ = ["Change", "Piece", "pieces_of"]

Change = Literal["kept", "gone", "new"]

_SENTENCE = re.compile(r"[^。！？!?\n]*[。！？!?\n]|[^。！？!?\n]+")
_WORD = re.compile(r"[A-Za-z0-9]+|\s+|.", re.DOTALL)
_SHORT = 600
"""Up to how many words a changed stretch is compared word by word: beyond it nobody could read the marks."""
_MANY = 20_000
"""Up to how many sentences two texts are compared at all: beyond it they are told as one gone, the other new."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text, and whether it was kept, is gone, or is new."""

    change: Change
    text: str


def pieces_of(before: str, after: str) -> tuple[Piece, ...]:
    """Sentence by sentence, and word by word within a sentence that changed; a Chinese word is a character here.

    What is kept and gone together is ``before``, what is kept and new together is ``after``.
    """
    old, new = _SENTENCE.findall(before), _SENTENCE.findall(after)
    found: list[Piece] = []
    for gone, come in _stretches(old, new) if max(len(old), len(new)) <= _MANY else [(before, after)]:
        for piece in [Piece("kept", gone)] if gone == come else _within(gone, come):
            _add(found, piece)
    return tuple(found)


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
    # Long texts pass over what stands everywhere in them, or the same line a thousand times would take minutes.
    matcher = difflib.SequenceMatcher(None, before, after, autojunk=max(len(before), len(after)) > _SHORT)
    for _, start, end, new_start, new_end in matcher.get_opcodes():
        yield "".join(before[start:end]), "".join(after[new_start:new_end])


def _add(found: list[Piece], piece: Piece) -> None:
    """Add a piece, joined to the one before where both changed alike."""
    if not piece.text:
        return
    if found and found[-1].change == piece.change:
        piece = Piece(piece.change, found.pop().text + piece.text)
    found.append(piece)
