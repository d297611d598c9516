"""Scores across languages: how much of an item a text covers, and how much of the text the item does."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt
from scipy import sparse

from coretech.engines.matching.folding import folded
from coretech.engines.matching.generic import weight_of
from coretech.engines.matching.lexicon import Lexicon
from coretech.engines.matching.likeness import Near
from coretech.engines.matching.units import Features, Unit, units_of
from coretech.engines.matching.weighing import Floats

_UNSEEN, _UNSEEN_LETTER = 3.0, 1.0
_DOUBT = 0.7
"""How much of a word that is met less than surely counts as not met."""
_FEW, _TRUST = 100, 0.3
"""In a catalogue of so many units what is known of a word beforehand counts half; in no larger one less than this."""
_SURE = 0.5
_TITLE = 2.0
_CELLS = 4_000_000
"""How many numbers are worked on at once."""


@dataclass(frozen=True, slots=True)
class Covered:
    """For some texts (rows) and each item (columns), the share of the item covered, and the share of the text.

    ``ratio`` is how much more a text says than a middling item does, ``known`` the share of it that any item knows.
    """

    of_item: Floats
    of_text: Floats
    ratio: Floats
    known: Floats

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
        of_items = [units_of(text, lexicon, listed=True) for text in texts]
        names = dict.fromkeys(name for units in of_items for unit in units for name, _ in unit.features)
        self._number = {name: number for number, name in enumerate(names)}
        self._near = Near(names)
        self._row = lru_cache(maxsize=65536)(self._numbered)
        self._trust = max(_TRUST, _FEW / (_FEW + sum(map(len, of_items))))
        self._tells = np.array([self._told(weight_of(name)) for name in names] or [1.0], dtype=np.float32)
        units = self._matrix([unit for units in of_items for unit in units], exact=True)
        item_of = np.repeat(np.arange(len(texts)), [len(units) for units in of_items])
        items = _most_by(units, item_of, len(texts))
        often = np.asarray((items >= _SURE).sum(axis=0)).ravel()
        self._idf = np.log((len(texts) + 1) / (often + 0.5)).clip(0.05).astype(np.float32)
        self._weights = self._weighed(units)
        self._total = np.bincount(item_of, self._weights, minlength=len(texts)).astype(np.float32)
        self._units = units
        self._items_t = items.T.tocsr()
        self._of_unit = sparse.csr_matrix(
            (self._weights, (item_of, np.arange(len(item_of)))), shape=(len(texts), len(item_of))
        ).T.tocsr()

    def cover(self, text: str) -> Covered:
        """How one text and each item cover one another; rows of one."""
        return next(self.covered([text]))

    def covered(self, texts: Sequence[str], heads: Sequence[int] | None = None) -> Iterator[Covered]:
        """How texts and items cover one another, some texts at a time, in order; ``heads`` are lengths of titles."""
        size = max(1, min(len(texts), _CELLS // max(1, self._units.nnz, len(self._number))))
        for start in range(0, len(texts), size):
            some = texts[start : start + size]
            titles = heads[start : start + size] if heads else []
            ends = [len(folded(text[:head])) for text, head in zip(some, titles, strict=bool(titles))]
            yield self._covered([units_of(text, self._lexicon) for text in some], ends)

    def _covered(self, of_texts: list[list[Unit]], heads: Sequence[int]) -> Covered:
        units = [unit for units in of_texts for unit in units]
        text_of = np.repeat(np.arange(len(of_texts)), [len(units) for units in of_texts])
        mine = self._matrix(units, exact=False)
        met = mine @ self._items_t
        np.minimum(met.data, 1.0, out=met.data)
        found = self._found(mine, met)
        stress = _stress(of_texts, heads)
        plain = self._said(units, mine, found)
        weights = plain * stress
        known, totals, said = (
            np.bincount(text_of, each, minlength=len(of_texts)).astype(np.float32)
            for each in (found * stress, weights, plain)
        )
        middling = float(np.median(self._total)) if len(self._total) else 0.0
        return Covered(
            of_item=self._of_items(_most_by(mine, text_of, len(of_texts))),
            of_text=self._of_texts(met, weights, text_of, totals),
            ratio=said / middling if middling else np.ones_like(said),
            known=_shares(known, totals),
        )

    def _of_items(self, features: sparse.csr_matrix) -> Floats:
        """The share of each item's weight that the features of each text cover, by the best of each of its units."""
        shape = (features.shape[0], len(self._total))
        if not self._units.nnz:
            return np.zeros(shape, dtype=np.float32)
        met = features.toarray()[:, self._units.indices] * self._units.data
        best = np.maximum.reduceat(met, self._units.indptr[:-1], axis=1)
        covered = np.asarray(self._of_unit.T @ best.T).T
        return _shares(covered, np.broadcast_to(self._total, shape))

    def _of_texts(
        self, met: sparse.csr_matrix, weights: Floats, text_of: npt.NDArray[np.int64], totals: Floats
    ) -> Floats:
        """The share of each text's weight that each item covers."""
        by_text = sparse.csr_matrix(
            (weights, (text_of, np.arange(len(text_of)))), shape=(len(totals), met.shape[0])
        )
        covered = (by_text @ met).toarray().astype(np.float32)
        return _shares(covered, np.broadcast_to(totals[:, None], covered.shape))

    def _told(self, weight: float) -> float:
        """How much a word tells: what is known of it beforehand counts the less, the more the catalogue shows."""
        return float(weight**self._trust)

    def _matrix(self, units: Sequence[Unit], *, exact: bool) -> sparse.csr_matrix:
        """A row a unit; like features count too unless only exact ones are asked for."""
        columns: list[int] = []
        data: list[float] = []
        ends = [0]
        for unit in units:
            numbers, sure = self._row(unit.features, exact=exact)
            columns += numbers
            data += sure
            ends.append(len(columns))
        values = np.array(data, dtype=np.float32) * self._tells[np.array(columns, dtype=np.int64)]
        shape = (len(units), max(1, len(self._number)))
        return sparse.csr_matrix((values, np.array(columns, dtype=np.int32), np.array(ends)), shape=shape)

    def _numbered(self, features: Features, *, exact: bool) -> tuple[tuple[int, ...], tuple[float, ...]]:
        """The numbers of the features that the catalogue has, and how sure each is."""
        row: dict[int, float] = {}
        for name, sure in features:
            if exact:
                row[self._number[name]] = sure
                continue
            for other, alike in self._near.to(name):
                number = self._number[other]
                row[number] = max(row.get(number, 0.0), sure * alike)
        return tuple(row), tuple(row.values())

    def _weighed(self, units: sparse.csr_matrix) -> Floats:
        """A unit weighs as much as the rarest of what it means."""
        if not units.nnz:
            return np.zeros(units.shape[0], dtype=np.float32)
        weighed: Floats = np.asarray(units.multiply(self._idf).max(axis=1).todense()).ravel()
        return weighed

    def _found(self, mine: sparse.csr_matrix, met: sparse.csr_matrix) -> Floats:
        """A text's unit weighs as the rarest of what it means, and as any of it: the mean of both.

        A word of many meanings has a rare one among them by chance; what any of them stands in tells how rare the word
        is. Source: Pirkola 1998, structured queries.
        """
        rarest = self._weighed(mine)
        surely = sparse.csr_matrix((met.data >= _SURE, met.indices, met.indptr), shape=met.shape)
        often = np.asarray(surely.sum(axis=1)).ravel()
        idf = np.log((len(self._total) + 1) / (often + 0.5)).clip(0.05).astype(np.float32)
        found: Floats = (rarest + np.minimum(rarest, idf * _surest(mine))) / np.float32(2)
        return found

    def _said(self, units: Sequence[Unit], mine: sparse.csr_matrix, found: Floats) -> Floats:
        """What each unit weighs, known or not; one met less than surely weighs in part as one that is not met."""
        unseen = self._unseen(units)
        told = np.array([self._told(unit.weight) for unit in units], dtype=np.float32)
        lack = np.clip(1 - _surest(mine) / told, 0, 1) * _DOUBT
        return np.where(found > 0, found + lack * unseen, unseen).astype(np.float32)

    def _unseen(self, units: Sequence[Unit]) -> Floats:
        """What the catalogue does not know weighs too, as a rare word would."""
        return np.array(
            [
                (_UNSEEN_LETTER if unit.end - unit.start == 1 else _UNSEEN) * self._told(unit.weight)
                for unit in units
            ],
            dtype=np.float32,
        )


def _stress(of_texts: list[list[Unit]], heads: Sequence[int]) -> Floats:
    """How much more a word of a title weighs than one of the text below it."""
    if not heads:
        return np.ones(sum(map(len, of_texts)), dtype=np.float32)
    return np.array(
        [
            _TITLE if unit.start < head else 1.0
            for units, head in zip(of_texts, heads, strict=True)
            for unit in units
        ],
        dtype=np.float32,
    )


def _surest(units: sparse.csr_matrix) -> Floats:
    """How sure the surest feature of each unit is; 0 for a unit that the catalogue does not know."""
    if not units.nnz:
        return np.zeros(units.shape[0], dtype=np.float32)
    surest: Floats = np.asarray(units.max(axis=1).todense()).ravel()
    return surest


def _shares(covered: Floats, whole: Floats) -> Floats:
    """Shares of a whole, none of nothing."""
    out = np.zeros(whole.shape, dtype=np.float32)
    np.divide(covered, whole, out=out, where=whole > 0, casting="same_kind")
    return out


def _most_by(matrix: sparse.csr_matrix, of: npt.NDArray[np.int64], count: int) -> sparse.csr_matrix:
    """The largest of each column among the rows of one item."""
    cells = matrix.tocoo()
    rows, columns = of[cells.row], cells.col
    order = np.lexsort((-cells.data, columns, rows))
    rows, columns, data = rows[order], columns[order], cells.data[order]
    first = np.ones(len(rows), dtype=bool)
    first[1:] = (rows[1:] != rows[:-1]) | (columns[1:] != columns[:-1])
    return sparse.csr_matrix((data[first], (rows[first], columns[first])), shape=(count, matrix.shape[1]))
