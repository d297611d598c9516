"""Scores across languages: how much of an item a text covers, and how much of the text the item does."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy import sparse

from coretech.engines.matching.lexicon import Lexicon
from coretech.engines.matching.likeness import Near
from coretech.engines.matching.units import Unit, units_of

Floats = npt.NDArray[np.float32]
_UNSEEN = 3.0
_UNSEEN_LETTER = 1.0


@dataclass(frozen=True, slots=True)
class Covered:
    """For each item, the share of it that a text covers and the share of the text that it covers."""

    of_item: Floats
    of_text: Floats

    @property
    def score(self) -> Floats:
        """Their geometric mean: both must be covered."""
        score: Floats = np.sqrt(self.of_item * self.of_text)
        return score


class Bilingual:
    """A catalogue whose items are matched with texts of any language."""

    def __init__(self, texts: Sequence[str], lexicon: Lexicon) -> None:
        """Take the catalogue's texts."""
        self._lexicon = lexicon
        of_items = [units_of(text, lexicon) for text in texts]
        names = dict.fromkeys(name for units in of_items for unit in units for name, _ in unit.features)
        self._number = {name: number for number, name in enumerate(names)}
        self._near = Near(names)
        self._count = len(texts)
        self._units = self._matrix([unit for units in of_items for unit in units], exact=True)
        self._item_of = np.repeat(np.arange(len(texts)), [len(units) for units in of_items])
        self._items = _most_by(self._units, self._item_of, len(texts))
        often = np.asarray((self._items >= _SURE).sum(axis=0)).ravel()
        self._idf = np.log((len(texts) + 1) / (often + 0.5)).clip(0.05).astype(np.float32)
        self._weights = self._weighed(self._units)
        self._total = np.bincount(self._item_of, self._weights, minlength=len(texts))
        self._by_feature = self._units.tocsc()
        self._items_t = self._items.T.tocsr()

    def cover(self, text: str) -> Covered:
        """How a text and each item cover one another."""
        units = units_of(text, self._lexicon)
        mine = self._matrix(units, exact=False)
        weights = self._text_weights(mine, units)
        return Covered(self._of_items(mine), self._of_text(mine, weights))

    def _of_items(self, mine: sparse.csr_matrix) -> Floats:
        features = (
            np.asarray(mine.max(axis=0).todense()).ravel() if mine.shape[0] else np.zeros(mine.shape[1])
        )
        there = np.flatnonzero(features)
        part = self._by_feature[:, there].multiply(features[there]).tocsr()
        best = np.asarray(part.max(axis=1).todense()).ravel() if len(there) else np.zeros(len(self._weights))
        covered = np.bincount(self._item_of, best * self._weights, minlength=self._count)
        return np.divide(covered, self._total, out=np.zeros(self._count), where=self._total > 0).astype(
            np.float32
        )

    def _of_text(self, mine: sparse.csr_matrix, weights: Floats) -> Floats:
        if not mine.shape[0] or not weights.sum():
            return np.zeros(self._count, dtype=np.float32)
        met = np.minimum(np.asarray((mine @ self._items_t).todense()), 1.0)
        shares: Floats = (weights @ met / weights.sum()).astype(np.float32)
        return shares

    def _matrix(self, units: Sequence[Unit], *, exact: bool) -> sparse.csr_matrix:
        """A row a unit; like features count too unless only exact ones are asked for."""
        cells: dict[tuple[int, int], float] = {}
        for row, unit in enumerate(units):
            for name, sure in unit.features:
                for other, alike in ((name, 1.0),) if exact else self._near.to(name):
                    place = (row, self._number[other])
                    cells[place] = max(cells.get(place, 0.0), sure * alike)
        rows, columns = zip(*cells, strict=True) if cells else ((), ())
        shape = (len(units), max(1, len(self._number)))
        return sparse.csr_matrix(
            (np.fromiter(cells.values(), np.float32, len(cells)), (rows, columns)), shape=shape
        )

    def _weighed(self, units: sparse.csr_matrix) -> Floats:
        """A unit weighs as much as the rarest of what it means."""
        return np.asarray(units.multiply(self._idf).max(axis=1).todense()).ravel()

    def _text_weights(self, mine: sparse.csr_matrix, units: Sequence[Unit]) -> Floats:
        weights = self._weighed(mine)
        unseen = [
            _UNSEEN_LETTER if unit.end - unit.start == 1 else _UNSEEN if row == 0 else 0.0
            for unit, row in zip(units, weights, strict=True)
        ]
        return np.where(weights > 0, weights, np.array(unseen, dtype=np.float32))


_SURE = 0.5


def _most_by(matrix: sparse.csr_matrix, of: npt.NDArray[np.int64], count: int) -> sparse.csr_matrix:
    """The largest of each column among the rows of one item."""
    cells = matrix.tocoo()
    rows, columns = of[cells.row], cells.col
    order = np.lexsort((-cells.data, columns, rows))
    rows, columns, data = rows[order], columns[order], cells.data[order]
    first = np.ones(len(rows), dtype=bool)
    first[1:] = (rows[1:] != rows[:-1]) | (columns[1:] != columns[:-1])
    return sparse.csr_matrix((data[first], (rows[first], columns[first])), shape=(count, matrix.shape[1]))
