"""Matching within one language by tf-idf alone, for very many texts."""

from collections.abc import Iterator, Sequence

import numpy as np

from coretech.engines.matching.alphabet import Ints
from coretech.engines.matching.best import best_places
from coretech.engines.matching.cosines import Cosines
from coretech.engines.matching.weighing import Floats

_BATCH = 512
"""So few texts that their characters stay in a processor's nearer memory."""


class Lexical:
    """Tf-idf alone over features of one language: the quickest way through very many texts."""

    def __init__(self, texts: Sequence[str]) -> None:
        """Take the catalogue's texts."""
        self._cosines = Cosines(texts)

    def matched(self, texts: Sequence[str], top: int) -> Iterator[tuple[Ints, Floats]]:
        """The places and cosines of the best items of each batch of texts, the best first."""
        for start in range(0, len(texts), _BATCH):
            scored = self._cosines.scored(texts[start : start + _BATCH])
            places = best_places(scored.scores, top)
            yield places, np.take_along_axis(scored.scores, places, 1) * scored.factors
