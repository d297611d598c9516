"""The same again each year: each year is kept or not, and nothing carries over."""

from collections.abc import Sequence

from coretech.engines.progress import keeping
from coretech.engines.progress.reckoned import Whole, YearReckoned
from coretech.engines.progress.years import Asked
from coretech.kit.sentence import Sentence

FORMULA = Sentence(
    f"每年各自計算，超出者不能補他年。{keeping.FORMULA.zh}",
    f"Each year stands alone; more in one does not make up for another. {keeping.FORMULA.en}",
)


def formula(_case: Asked) -> Sentence:
    """The same whichever way is better."""
    return FORMULA


def whole(case: Asked, found: Sequence[YearReckoned]) -> Whole:
    """The share of the years in which it was done as often as planned."""
    return keeping.whole(case, found)
