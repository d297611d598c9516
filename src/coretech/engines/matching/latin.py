"""Latin words and figures found in an array of characters: runs are hashed at once, each new word is stemmed once."""

from collections.abc import Mapping

import numpy as np
import numpy.typing as npt

from coretech.engines.matching.alphabet import Alphabet, Ints, Line, Numbers
from coretech.engines.matching.terms import plain_words, stem
from coretech.engines.matching.tokens import LONGEST_WORD

Hashes = npt.NDArray[np.uint64]

_PRIME = np.uint64(0x9E3779B97F4A7C15)
_FORGET = 1_000_000


class LatinWords:
    """The stemmed words of a vocabulary; remembers by their hashes the words it has seen."""

    def __init__(self, numbers: Mapping[str, int], alphabet: Alphabet) -> None:
        """Take the numbers of stemmed words, and the alphabet that texts are read by."""
        self._numbers, self._alphabet = numbers, alphabet
        self._powers = np.array(
            [pow(int(_PRIME), power, 2**64) for power in range(LONGEST_WORD + 1)], dtype=np.uint64
        )
        # One value, replaced whole: two threads may ask at once.
        self._seen = np.empty(0, dtype=np.uint64), np.empty(0, dtype=np.int64)

    def find(self, line: Line) -> tuple[Ints, Ints]:
        """The places where a word of the vocabulary begins, with its number."""
        starts, ends = _runs(self._alphabet.is_latin(line.letters))
        if not self._numbers or not len(starts):
            return starts[:0], starts[:0]
        hashes = self._hashed(line.letters, starts, ends)
        unique, first, back = np.unique(hashes, return_index=True, return_inverse=True)
        seen, found = self._learned(line.letters, unique, starts[first], ends[first])
        numbers = found[np.searchsorted(seen, unique)][back]
        known = numbers >= 0
        return starts[known], numbers[known]

    def _hashed(self, letters: Numbers, starts: Ints, ends: Ints) -> Hashes:
        """A hash of each run: its characters times the powers of a number, modulo 2**64."""
        lengths = ends - starts
        before = np.cumsum(lengths) - lengths
        inside = np.arange(int(lengths.sum())) - np.repeat(before, lengths)
        run = letters[np.repeat(starts, lengths) + inside].astype(np.uint64)
        return np.add.reduceat(run * self._powers[inside], before)

    def _learned(self, letters: Numbers, hashes: Hashes, starts: Ints, ends: Ints) -> tuple[Hashes, Ints]:
        """The hashes of the words seen, in order, these among them, with the words' numbers; the new are stemmed."""
        seen, found = self._seen
        if len(seen) > _FORGET:
            seen, found = seen[:0], found[:0]
        new = np.flatnonzero(~np.isin(hashes, seen, assume_unique=True))
        if len(new):
            words = (self._alphabet.word(letters[starts[each] : ends[each]]) for each in new)
            numbers = np.fromiter((self._number(word) for word in words), dtype=np.int64, count=len(new))
            merged = np.concatenate([seen, hashes[new]])
            order = np.argsort(merged)
            seen, found = merged[order], np.concatenate([found, numbers])[order]
            self._seen = seen, found
        return seen, found

    def _number(self, word: str) -> int:
        return -1 if word in plain_words() else self._numbers.get(stem(word), -1)


def _runs(latin: npt.NDArray[np.bool_]) -> tuple[Ints, Ints]:
    """Where each run of Latin letters and figures begins and ends, the overlong left out; no run is at the end."""
    edges = np.flatnonzero(latin[1:] != latin[:-1]) + 1
    if latin[0]:
        edges = np.concatenate([[0], edges])
    starts, ends = edges[::2], edges[1::2]
    short = ends - starts <= LONGEST_WORD
    return starts[short], ends[short]
