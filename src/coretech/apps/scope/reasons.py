"""Why a description is like an item: the words that carried it, marked where they stand in both texts."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from coretech.apps.scope.hints import Like
from coretech.engines.matching.explaining import Span, explain
from coretech.engines.matching.folding import folded
from coretech.engines.matching.lexicon import lexicon

_AROUND = 40
_CUT = "…"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a text; ``carries`` where it is one of the words that were found in the other."""

    text: str
    carries: bool = False


@dataclass(frozen=True, slots=True)
class Reasons:
    """Both texts in pieces; empty where a text has no word that can be pointed at."""

    asked: tuple[Piece, ...]
    item: tuple[Piece, ...]
    terms: tuple[tuple[str, str], ...]


def reasons_for(text: str, like: Like) -> Reasons:
    """What carried a likeness: pairs of words, the weightiest first, and where they stand."""
    terms = sorted(explain(text, like.candidate.text, lexicon()).terms, key=lambda each: -each.weight)
    pairs = [(each.left, each.right) for each in terms]
    return Reasons(
        tuple(pieces(text, (left for left, _ in pairs), around=_AROUND)),
        tuple(pieces(like.candidate.text, (right for _, right in pairs))),
        tuple(_told(pairs)),
    )


def _told(pairs: Iterable[tuple[Span, Span]]) -> Iterator[tuple[str, str]]:
    """Each word of the text once: with the same word of the item, else with the first that it met."""
    met: dict[str, list[str]] = {}
    for left, right in pairs:
        met.setdefault(left.text, []).append(right.text)
    for left_word, words in met.items():
        same_word = next((word for word in words if folded(word) == folded(left_word)), None)
        yield left_word, left_word if same_word is not None else words[0]


def pieces(text: str, spans: Iterable[Span], *, around: int | None = None) -> list[Piece]:
    """A text cut at some spans; with ``around`` what is further away from all of them becomes an ellipsis."""
    found: list[Piece] = []
    at = 0
    for start, end in _merged(spans):
        found += _between(text[at:start], around, first=not found, last=False)
        found.append(Piece(text[start:end], carries=True))
        at = end
    return [*found, *_between(text[at:], around, first=not found, last=True)] if found else []


def _merged(spans: Iterable[Span]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted((each.start, each.end) for each in spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _between(text: str, around: int | None, *, first: bool, last: bool) -> list[Piece]:
    if not text:
        return []
    if around is None or len(text) <= 2 * around:
        return [Piece(text)]
    head = "" if first else text[:around]
    tail = "" if last else text[-around:]
    return [Piece(f"{head}{_CUT}{tail}")]
