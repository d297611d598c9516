"""The features of a catalogue, found in many texts at once by tables over arrays of characters."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from coretech.engines.matching.alphabet import Alphabet, Ints, Line, Numbers
from coretech.engines.matching.grams import Grams, grams
from coretech.engines.matching.latin import LatinWords
from coretech.engines.matching.tokens import tokens_of

_PAIR = 2


@dataclass(frozen=True, slots=True)
class Found:
    """Which feature stands in which text, once for each time it does."""

    of: Numbers
    feature: Ints


class Vocabulary:
    """The features of some texts, numbered from 0; every other feature is unknown and costs nothing.

    First come the features of two Chinese characters, then those of three, then Latin words and figures.
    """

    def __init__(self, texts: Iterable[str]) -> None:
        """Take every feature of the texts."""
        found = sorted({token for text in texts for token in tokens_of(text)})
        han = [name for name in found if not name.isascii()]
        pairs = [name for name in han if len(name) == _PAIR]
        triples = [name for name in han if len(name) > _PAIR]
        words = [name for name in found if name.isascii()]
        self.names = (*pairs, *triples, *words)
        self.number = {name: number for number, name in enumerate(self.names)}
        self._alphabet = Alphabet(letter for name in han for letter in name)
        self._pairs = self._grams(pairs, self._alphabet.number, self._alphabet.count)
        self._triples = self._grams(triples, self.number, len(pairs), first=len(pairs))
        self._words = LatinWords({name: self.number[name] for name in words}, self._alphabet)

    def __len__(self) -> int:
        """How many features there are."""
        return len(self.names)

    def find(self, texts: Sequence[str]) -> Found:
        """Where the features stand in some texts."""
        line = self._alphabet.read(texts)
        kinds = (*self._han(line), self._words.find(line))
        places = np.concatenate([at for at, _ in kinds])
        return Found(line.of[places], np.concatenate([numbers for _, numbers in kinds]))

    def _han(self, line: Line) -> tuple[tuple[Ints, Ints], tuple[Ints, Ints]]:
        """The places and numbers of two, and of three, characters beside each other.

        A known three begins with a known two, so only there a third is looked for.
        """
        count, letters = self._alphabet.count, line.letters
        at, pairs = self._pairs.find(letters[:-1].astype(np.int64) * count + letters[1:])
        third, triples = self._triples.find(pairs * count + letters[at + _PAIR])
        return (at, pairs), (at[third], triples)

    def _grams(self, names: Sequence[str], number: Mapping[str, int], many: int, first: int = 0) -> Grams:
        """Features by the number of all but the last character, one of so many, and by that of the last."""
        count, last = self._alphabet.count, self._alphabet.number
        codes = [number[name[:-1]] * count + last[name[-1]] for name in names]
        return grams(np.array(codes, dtype=np.int64), first, many * count)
