"""Sublinear tf-idf of a catalogue's features: rows of unit length for items, and weights for texts to be matched."""

from collections.abc import Sequence
from typing import TypeAlias

import numpy as np
import numpy.typing as npt
from scipy import sparse

from coretech.engines.matching.counting import Counted, counted
from coretech.engines.matching.vocabulary import Vocabulary

Floats: TypeAlias = npt.NDArray[np.float32]

Matrix: TypeAlias = sparse.csr_matrix
"""Rows of texts, columns of features."""


class Weighing:
    """The features of a catalogue with their weights; scikit-learn's ``TfidfVectorizer(sublinear_tf=True)`` agrees."""

    def __init__(self, texts: Sequence[str]) -> None:
        """Take the catalogue's texts."""
        self.vocabulary = Vocabulary(texts)
        counts = self.counted(texts)
        often = np.bincount(counts.feature, minlength=len(self.vocabulary))
        self.idf = (np.log((1 + len(texts)) / (1 + often)) + 1).astype(np.float32)
        self.items = normed(self._matrix(counts, len(texts)))

    def counted(self, texts: Sequence[str]) -> Counted:
        """How often each of the catalogue's features stands in each text."""
        return counted(self.vocabulary.find(texts), len(texts), len(self.vocabulary))

    def weights(self, counts: Counted) -> Floats:
        """The weight of each."""
        weights: Floats = (1 + np.log(counts.times, dtype=np.float32)) * self.idf[counts.feature]
        return weights

    def _matrix(self, counts: Counted, texts: int) -> Matrix:
        begun = np.searchsorted(counts.of, np.arange(texts + 1))
        shape = (texts, max(1, len(self.vocabulary)))
        return sparse.csr_matrix((self.weights(counts), counts.feature, begun), shape=shape)


def normed(matrix: Matrix) -> Matrix:
    """Rows of length one; an empty row stays empty."""
    lengths = np.sqrt(np.asarray(matrix.multiply(matrix).sum(axis=1)).ravel())
    return sparse.diags(1 / np.where(lengths > 0, lengths, 1)).dot(matrix).tocsr()
