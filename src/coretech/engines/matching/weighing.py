"""Sublinear tf-idf of a catalogue's features: rows of unit length for items, and rows for texts to be matched."""

from collections.abc import Sequence
from typing import TypeAlias

import numpy as np
from scipy import sparse

from coretech.engines.matching.vocabulary import Vocabulary

Matrix: TypeAlias = sparse.csr_matrix
"""Rows of texts, columns of features."""

BATCH = 2048
"""How many texts are weighed at once."""


class Weighing:
    """The features of a catalogue with their weights; scikit-learn's ``TfidfVectorizer(sublinear_tf=True)`` agrees."""

    def __init__(self, texts: Sequence[str]) -> None:
        """Take the catalogue's texts."""
        self.vocabulary = Vocabulary(texts)
        counted = self._counted(texts)
        often = np.bincount(counted.indices, minlength=len(self.vocabulary))
        self.idf = np.log((1 + len(texts)) / (1 + often)) + 1
        self.items = normed(self._weighed(counted))

    def weighed(self, texts: Sequence[str]) -> Matrix:
        """Texts by the catalogue's features, not normed: the length of a text does not change the order of items."""
        return self._weighed(self._counted(texts))

    def _counted(self, texts: Sequence[str]) -> Matrix:
        found = self.vocabulary.find(texts)
        ones = np.ones(len(found.of), dtype=np.float32)
        shape = (len(texts), max(1, len(self.vocabulary)))
        counted = sparse.csr_matrix((ones, (found.of, found.feature)), shape=shape)
        counted.sum_duplicates()
        return counted

    def _weighed(self, counted: Matrix) -> Matrix:
        data = (1 + np.log(counted.data)) * self.idf[counted.indices].astype(np.float32)
        return sparse.csr_matrix((data, counted.indices, counted.indptr), shape=counted.shape)


def normed(matrix: Matrix) -> Matrix:
    """Rows of length one; an empty row stays empty."""
    lengths = np.sqrt(np.asarray(matrix.multiply(matrix).sum(axis=1)).ravel())
    return sparse.diags(1 / np.where(lengths > 0, lengths, 1)).dot(matrix).tocsr()
