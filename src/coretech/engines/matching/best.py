"""The best of many scores, the best first, equal ones in the catalogue's order."""

import numpy as np

from coretech.engines.matching.alphabet import Ints
from coretech.engines.matching.weighing import Floats

_FEW = 16


def best_places(scores: Floats, top: int) -> Ints:
    """The columns of the highest in each row, as many as there are up to ``top``."""
    if not 0 < top <= min(_FEW, scores.shape[1]):
        return np.argsort(-scores, axis=1, kind="stable")[:, :top]
    left, rows = scores.copy(), np.arange(len(scores))
    places = np.empty((len(scores), top), dtype=np.int64)
    for rank in range(top):
        places[:, rank] = left.argmax(axis=1)
        left[rows, places[:, rank]] = -np.inf
    return places
