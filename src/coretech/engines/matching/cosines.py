"""The cosines of texts and items: items stay sparse, and a few texts at a time are laid out as columns."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from coretech.engines.matching.counting import Counted
from coretech.engines.matching.weighing import Floats, Weighing

_COLUMNS = 64
"""So few that the columns stay in a processor's nearer memory."""


@dataclass(frozen=True, slots=True)
class Scored:
    """For each text (row) and item (column) the cosine times the length of the text, and what turns it into a cosine.

    Within a row the one orders as the other, so only what is kept of a row need be multiplied by its factor.
    """

    scores: Floats
    factors: Floats


class Cosines:
    """The items of a catalogue, ready to be multiplied with texts."""

    def __init__(self, texts: Sequence[str]) -> None:
        """Take the catalogue's texts."""
        self._weighing = Weighing(texts)
        self._items = self._weighing.items

    def scored(self, texts: Sequence[str]) -> Scored:
        """The scores of all items for each text."""
        counts = self._weighing.counted(texts)
        weights = self._weighing.weights(counts)
        squares = np.bincount(counts.of, weights * weights, minlength=len(texts))
        factors = 1 / np.sqrt(np.where(squares > 0, squares, 1))
        return Scored(self._scores(counts, weights, len(texts)), factors[:, None].astype(np.float32))

    def _scores(self, counts: Counted, weights: Floats, texts: int) -> Floats:
        """The products of texts and items, of as many texts at a time as there are columns."""
        scores = np.empty((texts, self._items.shape[0]), dtype=np.float32)
        width = max(1, min(_COLUMNS, texts))
        columns = np.zeros((self._items.shape[1], width), dtype=np.float32)
        cells, places = columns.reshape(-1), counts.feature * width + counts.of % width
        firsts = range(0, texts, width)
        bounds = np.searchsorted(counts.of, [*firsts, texts])
        for first, start, end in zip(firsts, bounds[:-1], bounds[1:], strict=True):
            cells[places[start:end]] = weights[start:end]
            part = scores[first : first + width]
            part[:] = (self._items @ columns).T[: len(part)]
            cells[places[start:end]] = 0
        return scores
