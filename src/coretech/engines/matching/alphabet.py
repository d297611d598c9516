"""Many texts as one array of small numbers, one a character; only what a catalogue is compared by has a number."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from coretech.engines.matching.characters import LATIN, PLANES, fold_table, growing, unfolded

Ints = npt.NDArray[np.int64]
Numbers = npt.NDArray[np.int32]

NOTHING = 0
"""The number of every character that nothing is compared by."""


@dataclass(frozen=True, slots=True)
class Line:
    """Texts one after the other: the number of each character, and which text it is of.

    Between two texts stands at least one character of no number, after the last at least two.
    """

    letters: Numbers
    of: Numbers


class Alphabet:
    """The Chinese characters of a catalogue, numbered from 1; after them the Latin letters and digits."""

    def __init__(self, letters: Iterable[str]) -> None:
        """Take the Chinese characters, folded."""
        every = [*sorted(set(letters)), *LATIN]
        self.number = {letter: number for number, letter in enumerate(every, start=1)}
        self.count = len(every) + 1
        self._latin = self.count - len(LATIN)
        # The highest number of all is that of characters that grow: it never leaves this class.
        numbers = np.full(PLANES, NOTHING, dtype=np.int32)
        numbers[[ord(letter) for letter in every]] = np.arange(1, self.count)
        self._table = numbers.take(fold_table(), mode="clip")
        self._table[growing()] = self.count

    def read(self, texts: Sequence[str]) -> Line:
        """The texts as one line."""
        line = self._line(texts)
        grown = np.flatnonzero(line.letters == self.count)
        if not len(grown):
            return line
        rows = set(line.of[grown].tolist())
        line = self._line([unfolded(text) if row in rows else text for row, text in enumerate(texts)])
        line.letters[line.letters == self.count] = NOTHING
        return line

    def is_latin(self, letters: Numbers) -> npt.NDArray[np.bool_]:
        """Which are Latin letters or digits."""
        return letters >= self._latin

    def word(self, letters: Numbers) -> str:
        """The word that some Latin letters and digits make."""
        return "".join(LATIN[number] for number in (letters - self._latin).tolist())

    def _line(self, texts: Sequence[str]) -> Line:
        codes = "\n".join([*texts, "\n"]).encode("utf-32-le", "surrogatepass")
        lengths = [len(text) + 1 for text in texts]
        rows = np.arange(len(texts), dtype=np.int32)
        # Characters beyond the table are clipped to its last, which has no number.
        letters = self._table.take(np.frombuffer(codes, dtype=np.uint32), mode="clip")
        return Line(letters, np.repeat(rows, lengths))
