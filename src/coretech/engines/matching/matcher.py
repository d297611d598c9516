"""A catalogue that texts are matched with: ordered scores in [0, 1] that mean the same for every text."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from coretech.engines.matching.bilingual import Bilingual, Floats
from coretech.engines.matching.lexicon import Lexicon
from coretech.engines.matching.weighing import Weighing, normed

BATCH = 2048


@dataclass(frozen=True, slots=True)
class Hit:
    """An item by its place in the catalogue, with its score."""

    item: int
    score: float


class Matcher:
    """Lexical and bilingual scores together.

    Within one language the cosine of tf-idf and the coverage agree and their mean orders best; across languages only
    the coverage sees anything, and stands alone.
    """

    def __init__(self, texts: Sequence[str], lexicon: Lexicon) -> None:
        """Take the catalogue's texts."""
        self._weighing = Weighing(texts)
        self._bilingual = Bilingual(texts, lexicon)
        self._dense = np.asarray(self._weighing.items.T.todense(), dtype=np.float32)

    def matched(self, texts: Sequence[str], top: int, least: float = 0.0) -> Iterator[list[Hit]]:
        """For each text its best items, the best first; equal ones in the catalogue's order, none below ``least``."""
        for start in range(0, len(texts), BATCH):
            part = texts[start : start + BATCH]
            lexical = np.asarray(normed(self._weighing.weighed(part)) @ self._dense)
            for text, cosines in zip(part, lexical, strict=True):
                yield best(self._scores(text, cosines), top, least)

    def _scores(self, text: str, cosines: Floats) -> Floats:
        covered = self._bilingual.cover(text).score
        return np.minimum(np.maximum(covered, (covered + cosines) / 2), 1.0)


def best(scores: Floats, top: int, least: float = 0.0) -> list[Hit]:
    """The best of some scores; those of nothing at all only where ``least`` is 0."""
    order = np.argsort(-scores, kind="stable")[:top]
    return [Hit(int(item), float(scores[item])) for item in order if scores[item] >= least]


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
