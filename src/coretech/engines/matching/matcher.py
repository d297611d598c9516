"""A catalogue that texts are matched with: ordered scores in [0, 1] that mean the same for every text."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from coretech.engines.matching.bilingual import Bilingual, Covered
from coretech.engines.matching.cosines import Cosines
from coretech.engines.matching.folding import has_han
from coretech.engines.matching.lexicon import Lexicon
from coretech.engines.matching.weighing import Floats

VERSION = 2
"""Raised whenever a score changes: what an older one compared is worth comparing again."""
BATCH = 2048
"""How many texts are matched at once."""
THRESHOLD = 0.4
"""The least score of what is put before a person: measured on the half of the labelled set that is for tuning."""
_MUCH, _LONGER, _SHORTER, _MOST = 2.0, 0.35, 0.2, 3.0
"""From how many times longer or shorter on scores are raised, how strongly and how far: neither can cover the other."""
_LEXICAL = np.float32(0.4)
"""The share of the cosine of tf-idf in a score within one language."""


@dataclass(frozen=True, slots=True)
class Hit:
    """An item by its place in the catalogue, with its score."""

    item: int
    score: float


class Matcher:
    """Lexical and bilingual scores together.

    Within one language the cosine of tf-idf and the coverage agree, and their weighed mean orders best; across
    languages only the coverage sees anything, and stands alone. What is best for a text does not change by the
    calibration, which is one factor for all items.
    """

    def __init__(self, texts: Sequence[str], lexicon: Lexicon) -> None:
        """Take the catalogue's texts."""
        self._cosines = Cosines(texts)
        self._bilingual = Bilingual(texts, lexicon)
        self._chinese = np.array([has_han(text) for text in texts], dtype=bool)

    def matched(
        self, texts: Sequence[str], top: int, least: float = 0.0, heads: Sequence[int] | None = None
    ) -> Iterator[list[Hit]]:
        """For each text its best items, the best first; equal ones in the catalogue's order, none below ``least``.

        ``heads`` tells how many characters of each text are its title: what stands there weighs more.
        """
        for start in range(0, len(texts), BATCH):
            part = slice(start, start + BATCH)
            for scores in self.scored(texts[part], heads[part] if heads else None):
                yield best(scores, top, least)

    def scored(self, texts: Sequence[str], heads: Sequence[int] | None = None) -> Iterator[Floats]:
        """For each text the scores of all items in the catalogue's order."""
        found = self._cosines.scored(texts)
        lexical = found.scores * found.factors
        at = 0
        for covered in self._bilingual.covered(texts, heads):
            part = slice(at, at + len(covered.ratio))
            chinese = np.array([has_han(text) for text in texts[part]], dtype=bool)
            yield from self._together(covered, lexical[part], chinese)
            at = part.stop

    def _together(self, covered: Covered, cosines: Floats, chinese: npt.NDArray[np.bool_]) -> Floats:
        across = chinese[:, None] != self._chinese[None, :]
        score = covered.score
        # The cosine knows only the words of the catalogue; what else a text says makes it less alike too.
        raw = np.where(across, score, score + _LEXICAL * (cosines * np.sqrt(covered.known)[:, None] - score))
        return np.minimum(raw * _raised(covered.ratio)[:, None], np.float32(1))


def _raised(ratio: Floats) -> Floats:
    """What a text's scores are raised by: one where it says about as much as a middling item."""
    shorter = 1 / np.maximum(ratio, np.float32(1e-3))
    raised = np.maximum((ratio / _MUCH) ** _LONGER, (shorter / _MUCH) ** _SHORTER)
    return np.asarray(np.clip(raised, 1, _MOST), dtype=np.float32)


def best(scores: Floats, top: int, least: float = 0.0) -> list[Hit]:
    """The best of some scores; those of nothing at all only where ``least`` is 0."""
    order = np.argsort(-scores, kind="stable")[:top]
    return [Hit(int(item), float(scores[item])) for item in order if scores[item] >= least]
