"""Chinese text cut into words of the dictionary at the least cost: few words, none left over."""

from collections.abc import Container, Iterator
from dataclasses import dataclass

_WORD = 1.0
_UNKNOWN = 2.2
_LENGTH = 0.02


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the dictionary in a text, from ``start`` to ``end``; ``within`` where it is part of a longer one."""

    text: str
    start: int
    end: int
    within: bool = False


def segmented(text: str, words: Container[str], longest: int) -> list[Word]:
    """The words of a run of Chinese characters, in order; characters in no word are left out."""
    costs = [0.0] + [float("inf")] * len(text)
    back = [0] * (len(text) + 1)
    for end in range(1, len(text) + 1):
        for start in range(max(0, end - longest), end):
            cost = costs[start] + _cost(text[start:end], words)
            if cost < costs[end]:
                costs[end], back[end] = cost, start
    cuts, at = [], len(text)
    while at > 0:
        cuts.append((back[at], at))
        at = back[at]
    return [Word(text[a:b], a, b) for a, b in reversed(cuts) if text[a:b] in words]


def inner(word: Word, words: Container[str]) -> Iterator[Word]:
    """The words of two characters or more inside a longer one."""
    size = len(word.text)
    for length in range(2, size):
        for start in range(size - length + 1):
            part = word.text[start : start + length]
            if part in words:
                yield Word(part, word.start + start, word.start + start + length, within=True)


def _cost(part: str, words: Container[str]) -> float:
    """A word costs one, a little less the longer it is; one character alone more; what is no word most."""
    if len(part) == 1:
        return _WORD * 1.3 if part in words else _UNKNOWN
    return _WORD - _LENGTH * len(part) if part in words else float("inf")
