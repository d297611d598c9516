"""A figure to be held between two bounds (or on the right side of one) in every year."""

from collections.abc import Sequence

from coretech.engines.progress import keeping
from coretech.engines.progress.reckoned import Whole, YearReckoned
from coretech.engines.progress.years import Asked
from coretech.kit.sentence import Sentence

FORMULA = Sentence(
    f"下限 ≤ 實績 ≤ 上限者為達成；愈高愈好者只看下限，愈低愈好者只看上限。{keeping.FORMULA.zh}",
    "Met where lower bound ≤ actual ≤ upper bound; where higher is better only the lower one counts, where"
    f" lower is better only the upper one. {keeping.FORMULA.en}",
)


def formula(_case: Asked) -> Sentence:
    """The same whichever way is better."""
    return FORMULA


def whole(case: Asked, found: Sequence[YearReckoned]) -> Whole:
    """The share of the years in which the figure was within its bounds."""
    return keeping.whole(case, found)
