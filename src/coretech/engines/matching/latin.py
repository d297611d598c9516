"""Latin words and figures found in an array of characters: runs are hashed at once, each new word is stemmed once."""

from collections.abc import Mapping

import numpy as np

from coretech.engines.matching.characters import Ints, Line, latin_table
from coretech.engines.matching.terms import plain_words, stem
from coretech.engines.matching.tokens import LONGEST_WORD

_PRIME = np.uint64(0x9E3779B97F4A7C15)
_FORGET = 1_000_000


class LatinWords:
    """The stemmed words of a vocabulary; remembers by their hashes the words it has seen."""

    def __init__(self, numbers: Mapping[str, int]) -> None:
        """Take the numbers of stemmed words."""
        self._numbers = numbers
        self._powers = np.array(
            [pow(int(_PRIME), power, 2**64) for power in range(LONGEST_WORD + 1)], dtype=np.uint64
        )
        self._hashes = np.empty(0, dtype=np.uint64)
        self._found = np.empty(0, dtype=np.int64)

    def find(self, line: Line) -> tuple[Ints, Ints]:
        """The places where a word of the vocabulary begins, with its number."""
        if not self._numbers:
            return np.empty(0, dtype=np.int64), np.empty(0, dtype=np.int64)
        starts, ends = _runs(line)
        if not len(starts):
            return starts, starts
        hashes = self._hashed(line, starts, ends)
        unique, first, back = np.unique(hashes, return_index=True, return_inverse=True)
        self._learn(line, unique, starts[first], ends[first])
        numbers = self._found[np.searchsorted(self._hashes, unique)][back]
        known = numbers >= 0
        return starts[known], numbers[known]

    def _hashed(self, line: Line, starts: Ints, ends: Ints) -> "np.ndarray[tuple[int], np.dtype[np.uint64]]":
        """A hash of each run: its characters times the powers of a number, modulo 2**64."""
        lengths = ends - starts
        inside = np.arange(int(lengths.sum())) - np.repeat(np.cumsum(lengths) - lengths, lengths)
        letters = line.codes[np.repeat(starts, lengths) + inside].astype(np.uint64)
        return np.add.reduceat(letters * self._powers[inside], np.cumsum(lengths) - lengths)

    def _learn(
        self, line: Line, hashes: "np.ndarray[tuple[int], np.dtype[np.uint64]]", starts: Ints, ends: Ints
    ) -> None:
        """Stem the words not seen before."""
        if len(self._hashes) > _FORGET:
            self._hashes, self._found = self._hashes[:0], self._found[:0]
        new = np.flatnonzero(~np.isin(hashes, self._hashes, assume_unique=True))
        if not len(new):
            return
        words = (line.codes[starts[each] : ends[each]].tobytes().decode("utf-32-le") for each in new)
        numbers = np.fromiter((self._number(word) for word in words), dtype=np.int64, count=len(new))
        merged = np.concatenate([self._hashes, hashes[new]])
        order = np.argsort(merged)
        self._hashes = merged[order]
        self._found = np.concatenate([self._found, numbers])[order]

    def _number(self, word: str) -> int:
        return -1 if word in plain_words() else self._numbers.get(stem(word), -1)


def _runs(line: Line) -> tuple[Ints, Ints]:
    """Where each run of Latin letters and figures begins and ends, the overlong left out."""
    latin = np.concatenate([[False], latin_table()[line.codes], [False]])
    edges = np.flatnonzero(latin[1:] != latin[:-1])
    starts, ends = edges[::2], edges[1::2]
    short = ends - starts <= LONGEST_WORD
    return starts[short], ends[short]
