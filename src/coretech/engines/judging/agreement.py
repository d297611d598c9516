"""Cohen's kappa: how far two people agree beyond what chance alone would bring, with its interval.

Source: J. Cohen, "A coefficient of agreement for nominal scales", Educational and Psychological Measurement 20 (1960)
37-46; the standard error is that of J. L. Fleiss, J. Cohen and B. S. Everitt, Psychological Bulletin 72 (1969)
323-327; the words are those of J. R. Landis and G. G. Koch, Biometrics 33 (1977) 159-174.
"""

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from math import sqrt
from statistics import NormalDist

from coretech.kit.sentence import Sentence

Pair = tuple[Hashable, Hashable]

_WORDS = (
    (0.0, Sentence("比隨機還差", "worse than chance")),
    (0.2, Sentence("極低", "slight")),
    (0.4, Sentence("尚可", "fair")),
    (0.6, Sentence("中等", "moderate")),
    (0.8, Sentence("高", "substantial")),
    (1.0, Sentence("幾乎一致", "almost perfect")),
)


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far two people agree on the same things.

    ``kappa`` and its interval lie in [-1, 1]; all three are None where there is nothing, or where both gave everything
    one and the same answer: chance alone would then agree as well, and kappa is not defined.
    """

    pairs: int
    same: int
    kappa: float | None
    low: float | None
    high: float | None

    @property
    def words(self) -> Sentence:
        """The kappa in plain words."""
        if self.kappa is None:
            return Sentence("無法計算", "not defined")
        return next(words for most, words in _WORDS if self.kappa <= most or most >= 1)


def agreement(pairs: Iterable[Pair], confidence: float = 0.95) -> Agreement:
    """Cohen's kappa of pairs of answers, unweighted, with its large-sample interval."""
    counted = Counter(pairs)
    total = sum(counted.values())
    same = sum(count for (first, second), count in counted.items() if first == second)
    if not total:
        return Agreement(0, 0, None, None, None)
    answers = list(dict.fromkeys(answer for pair in counted for answer in pair))
    table = [[counted[first, second] / total for second in answers] for first in answers]
    kappa = _kappa(table)
    if kappa is None:
        return Agreement(total, same, None, None, None)
    reach = NormalDist().inv_cdf((1 + confidence) / 2) * _error(table, kappa, total)
    return Agreement(total, same, kappa, max(-1.0, kappa - reach), min(1.0, kappa + reach))


def _margins(table: Sequence[Sequence[float]]) -> tuple[list[float], list[float]]:
    return [sum(row) for row in table], [sum(column) for column in zip(*table, strict=True)]


def _chance(table: Sequence[Sequence[float]]) -> float:
    return sum(row * column for row, column in zip(*_margins(table), strict=True))


def _kappa(table: Sequence[Sequence[float]]) -> float | None:
    observed, chance = sum(table[i][i] for i in range(len(table))), _chance(table)
    return None if chance >= 1 else (observed - chance) / (1 - chance)


def _error(table: Sequence[Sequence[float]], kappa: float, total: int) -> float:
    """The standard error, with no agreement assumed."""
    rows, columns = _margins(table)
    chance, places = _chance(table), range(len(table))
    on = sum(table[i][i] * (1 - (rows[i] + columns[i]) * (1 - kappa)) ** 2 for i in places)
    off = sum(table[i][j] * (columns[i] + rows[j]) ** 2 for i in places for j in places if i != j)
    rest = (kappa - chance * (1 - kappa)) ** 2
    return sqrt(max(0.0, on + (1 - kappa) ** 2 * off - rest) / total) / (1 - chance)
