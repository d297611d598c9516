"""How many relevant things are probably left among those nobody has looked at, by a stratified random sample.

In each stratum the share of relevant ones among the sampled has the exact interval of C. J. Clopper and E. S. Pearson,
Biometrika 26 (1934) 404-413, at a level raised so that all strata hold together (Bonferroni). The sums of the lower
and of the upper ends then hold at least as often as asked: the interval is sound, and rather too wide than too narrow.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, floor

from scipy.special import betaincinv


@dataclass(frozen=True, slots=True)
class Stratum:
    """One layer: how many there are, how many of them were drawn at random and judged, how many were relevant."""

    size: int
    judged: int
    relevant: int

    def __post_init__(self) -> None:
        """Refuse counts that cannot be.

        Raises:
            ValueError: where more are relevant than judged, or judged than there are.
        """
        if not 0 <= self.relevant <= self.judged <= self.size:
            message = f"{self.relevant} of {self.judged} of {self.size} cannot be"
            raise ValueError(message)

    @property
    def left(self) -> int:
        """How many nobody has judged."""
        return self.size - self.judged


@dataclass(frozen=True, slots=True)
class Left:
    """How many relevant ones are probably left: the best guess, and between how many and how many.

    ``guess`` is None while a stratum with something left has no judgement at all; the interval then reaches to all of
    that stratum.
    """

    guess: float | None
    low: int
    high: int


def left_of(strata: Sequence[Stratum], confidence: float = 0.95) -> Left:
    """What is left in all strata together."""
    open_ = [each for each in strata if each.left]
    if not open_:
        return Left(0.0, 0, 0)
    level = 1 - (1 - confidence) / len(open_)
    bounds = [(each.left, *shares(each.relevant, each.judged, level)) for each in open_]
    unknown = any(not each.judged for each in open_)
    guess = None if unknown else sum(each.left * each.relevant / each.judged for each in open_)
    low, high = sum(many * share for many, share, _ in bounds), sum(many * share for many, _, share in bounds)
    return Left(guess, floor(low), ceil(high))


def shares(relevant: int, judged: int, confidence: float = 0.95) -> tuple[float, float]:
    """The exact interval of a share (Clopper and Pearson); all of [0, 1] where nothing was judged."""
    tail = (1 - confidence) / 2
    low = 0.0 if not relevant else float(betaincinv(relevant, judged - relevant + 1, tail))
    high = 1.0 if relevant == judged else float(betaincinv(relevant + 1, judged - relevant, 1 - tail))
    return low, high


def recall(found: int, left: Left) -> tuple[float, float] | None:
    """Between which shares of all relevant ones those found lie; None where there may be none at all."""
    if not found:
        return None
    return found / (found + left.high), found / (found + left.low)
