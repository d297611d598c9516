"""The features of a catalogue, found in many texts at once by tables over arrays of characters."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from coretech.engines.matching.characters import PLANES, Ints, Line, laid
from coretech.engines.matching.latin import LatinWords
from coretech.engines.matching.tokens import tokens_of

_PAIR, _TRIPLE = 2, 3
_LARGEST_TABLE = 50_000_000


@dataclass(frozen=True, slots=True)
class Found:
    """Which feature stands in which text, once for each time it does."""

    of: Ints
    feature: Ints


class Vocabulary:
    """The features of some texts, numbered from 0; every other feature is unknown and costs nothing."""

    def __init__(self, texts: Iterable[str]) -> None:
        """Take every feature of the texts."""
        names = dict.fromkeys(token for text in texts for token in tokens_of(text))
        self.names = tuple(names)
        self.number = {name: number for number, name in enumerate(self.names)}
        han = [name for name in self.names if not name.isascii()]
        self._letters = _numbered({letter for name in han for letter in name})
        self._pairs = _Table([(self._pair(name), name) for name in han if len(name) == _PAIR], self.number)
        self._begun = {name: place for place, name in enumerate(self._pairs.names)}
        self._triples = _Table(
            [(self._triple(name), name) for name in han if len(name) == _TRIPLE], self.number
        )
        self._words = LatinWords({name: self.number[name] for name in self.names if name.isascii()})

    def __len__(self) -> int:
        """How many features there are."""
        return len(self.names)

    def find(self, texts: Sequence[str]) -> Found:
        """Where the features stand in some texts."""
        line = laid(texts)
        places, pairs, triples = self._han(line)
        at, words = self._words.find(line)
        return Found(
            of=np.concatenate([line.of[places[0]], line.of[places[1]], line.of[at]]),
            feature=np.concatenate([pairs, triples, words]),
        )

    def _han(self, line: Line) -> tuple[tuple[Ints, Ints], Ints, Ints]:
        """The places and numbers of two and of three characters beside each other.

        A known three begins with a known two, so only there a third is looked for.
        """
        letters, count = self._letters.of(line.codes), self._letters.count
        at, ranks = self._pairs.find(np.arange(len(letters) - 1), letters[:-1] * count + letters[1:])
        inside = at < len(letters) - _PAIR
        first = at[inside]
        third, triples = self._triples.find(first, ranks[inside] * count + letters[first + _PAIR])
        return (at, third), self._pairs.numbers[ranks], self._triples.numbers[triples]

    def _pair(self, name: str) -> int:
        return self._letters.numbers[name[0]] * self._letters.count + self._letters.numbers[name[1]]

    def _triple(self, name: str) -> int:
        return self._begun[name[:_PAIR]] * self._letters.count + self._letters.numbers[name[_PAIR]]


@dataclass(frozen=True, slots=True)
class _Letters:
    """The characters that any feature has, numbered from 1; 0 for every other."""

    table: npt.NDArray[np.int32]
    numbers: dict[str, int]

    @property
    def count(self) -> int:
        """One more than the highest number."""
        return len(self.numbers) + 1

    def of(self, codes: npt.NDArray[np.uint32]) -> Ints:
        """The numbers of folded characters."""
        return self.table[codes].astype(np.int64)


def _numbered(letters: set[str]) -> _Letters:
    numbers = {letter: number for number, letter in enumerate(sorted(letters), start=1)}
    table = np.zeros(PLANES, dtype=np.int32)
    for letter, number in numbers.items():
        table[ord(letter)] = number
    return _Letters(table, numbers)


class _Table:
    """The features of one length by a code: a table where it is small enough, else a sorted list."""

    def __init__(self, coded: list[tuple[int, str]], numbers: Mapping[str, int]) -> None:
        """Take the features with their codes; none has the code 0."""
        coded = sorted(coded)
        self.names = tuple(name for _, name in coded)
        self.numbers = np.array([numbers[name] for name in self.names], dtype=np.int64)
        self._codes = np.array([code for code, _ in coded] or [0], dtype=np.int64)
        size = int(self._codes[-1]) + 1
        self._whole = np.full(size, -1, dtype=np.int32) if size <= _LARGEST_TABLE else None
        if self._whole is not None and coded:
            self._whole[self._codes] = np.arange(len(coded))

    def find(self, places: Ints, codes: Ints) -> tuple[Ints, Ints]:
        """Of these places those where a feature begins, with its rank among the codes."""
        if not self.names:
            return places[:0], places[:0]
        if self._whole is not None:
            ranks = self._whole[np.where(codes < len(self._whole), codes, 0)]
            known = np.flatnonzero(ranks >= 0)
            return places[known], ranks[known].astype(np.int64)
        ranks = np.minimum(np.searchsorted(self._codes, codes), len(self._codes) - 1)
        known = np.flatnonzero(self._codes[ranks] == codes)
        return places[known], ranks[known].astype(np.int64)
