"""Chinese text cut into words of the dictionary at the least cost: few words, none left over."""

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass

_WORD = 1.0
_ALONE = 1.3
_UNKNOWN = 2.2
_LENGTH = 0.02
_PAIR = 2


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the dictionary in a text, from ``start`` to ``end``; ``within`` where it is part of a longer one."""

    text: str
    start: int
    end: int
    within: bool = False


def reaches(words: Iterable[str]) -> dict[str, int]:
    """The length of the longest word that begins with each two characters: no longer one is looked for."""
    found: dict[str, int] = {}
    for word in words:
        if len(word) >= _PAIR:
            begun = word[:_PAIR]
            found[begun] = max(found.get(begun, 0), len(word))
    return found


def segmented(text: str, words: Container[str], reach: Mapping[str, int]) -> list[Word]:
    """The words of a run of Chinese characters, in order; characters in no word are left out.

    A word costs one, a little less the longer it is; one character alone more; what is no word most.
    """
    size = len(text)
    costs = [0.0] + [float("inf")] * size
    back = [0] * (size + 1)
    for start in range(size):
        here = costs[start]
        cost = here + (_ALONE if text[start] in words else _UNKNOWN)
        if cost < costs[start + 1]:
            costs[start + 1], back[start + 1] = cost, start
        for end in range(start + _PAIR, min(start + reach.get(text[start : start + _PAIR], 0), size) + 1):
            cost = here + _WORD - _LENGTH * (end - start)
            if cost < costs[end] and text[start:end] in words:
                costs[end], back[end] = cost, start
    return [Word(text[a:b], a, b) for a, b in _cuts(back) if text[a:b] in words]


def _cuts(back: list[int]) -> list[tuple[int, int]]:
    """The pieces in order, from where each end was best reached from."""
    cuts, at = [], len(back) - 1
    while at > 0:
        cuts.append((back[at], at))
        at = back[at]
    return cuts[::-1]


def inner(word: Word, words: Container[str]) -> Iterator[Word]:
    """The words of two characters or more inside a longer one."""
    size = len(word.text)
    for length in range(_PAIR, size):
        for start in range(size - length + 1):
            part = word.text[start : start + length]
            if part in words:
                yield Word(part, word.start + start, word.start + start + length, within=True)
