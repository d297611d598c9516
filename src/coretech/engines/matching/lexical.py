"""Matching within one language by tf-idf alone, for very many texts."""

from collections.abc import Iterator, Sequence

import numpy as np

from coretech.engines.matching.bilingual import Floats
from coretech.engines.matching.weighing import BATCH, Weighing, normed


class Lexical:
    """Tf-idf alone over features of one language: the quickest way through very many texts."""

    def __init__(self, texts: Sequence[str]) -> None:
        """Take the catalogue's texts."""
        self._weighing = Weighing(texts)
        self._dense = np.asarray(self._weighing.items.T.todense(), dtype=np.float32)

    def matched(self, texts: Sequence[str], top: int) -> Iterator[tuple[np.ndarray, Floats]]:
        """The places and cosines of the best items of each batch of texts, the best first."""
        for start in range(0, len(texts), BATCH):
            weighed = self._weighing.weighed(texts[start : start + BATCH])
            scores = np.asarray(normed(weighed) @ self._dense)
            places = _best_places(scores, min(top, scores.shape[1]))
            yield places, np.take_along_axis(scores, places, 1)


def _best_places(scores: Floats, top: int) -> np.ndarray:
    """The columns of the best in each row, equal ones in order."""
    if top == scores.shape[1]:
        return np.argsort(-scores, axis=1, kind="stable")
    some = np.argpartition(-scores, top, axis=1)[:, :top]
    some.sort(axis=1)
    order = np.argsort(-np.take_along_axis(scores, some, 1), axis=1, kind="stable")
    return np.take_along_axis(some, order, 1)
