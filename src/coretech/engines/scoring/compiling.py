"""From single scores to means and spreads, by element and criterion."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from coretech.engines.progress.said import rounded
from coretech.kit.sentence import Sentence

FEWEST = 3
"""Below so many evaluators a mean says little, and the page says so."""
WHOLE = Decimal(100)
"""What the weights of all criteria add up to."""
PLACES = 2
FORMULA = Sentence(
    "平均＝各委員最新評分之和 ÷ 評分委員人數。離散程度為母體標準差。"
    "總分＝Σ（權重 × 平均 ÷ 滿分），權重合計100；未評齊所有構面的委員不計入總分。"
    "章節及全案的平均，每項措施計一，不加權。",
    "Mean = the sum of each evaluator's newest score ÷ how many scored. Spread: the population standard deviation."
    " Total = Σ (weight × mean ÷ highest score), weights adding up to 100; whoever did not score all of them is left"
    " out of the total. A chapter's mean counts each measure once, weighted by nothing.",
)


@dataclass(frozen=True, slots=True)
class Weighed:
    """A criterion: its number, its part of the whole in per cent, and its highest score."""

    number: int
    weight: Decimal
    most: int


@dataclass(frozen=True, slots=True)
class Given:
    """One evaluator's newest score of an element by a criterion."""

    evaluator: int
    criterion: int
    element: str
    score: Decimal


@dataclass(frozen=True, slots=True)
class Spread:
    """How many figures there are, their mean, standard deviation, lowest and highest; None where there are none."""

    count: int
    mean: Decimal | None = None
    deviation: Decimal | None = None
    lowest: Decimal | None = None
    highest: Decimal | None = None

    @property
    def is_thin(self) -> bool:
        """Whether too few evaluators stand behind it."""
        return self.count < FEWEST


@dataclass(frozen=True, slots=True)
class Scored:
    """An element: each criterion's spread by its number, and the weighted total in per cent."""

    key: str
    by_criterion: Mapping[int, Spread]
    total: Spread


def compiled(
    elements: Iterable[str], criteria: Sequence[Weighed], given: Iterable[Given]
) -> tuple[Scored, ...]:
    """Every element in the order given, those without a score too.

    Raises:
        ValueError: where the weights do not add up to 100, for then no total means anything.
    """
    if sum(each.weight for each in criteria) != WHOLE:
        message = "the weights of the criteria add up to 100"
        raise ValueError(message)
    by_element: dict[str, list[Given]] = defaultdict(list)
    for each in given:
        by_element[each.element].append(each)
    return tuple(_scored(key, criteria, by_element[key]) for key in elements)


def spread(figures: Iterable[Fraction]) -> Spread:
    """Mean and population standard deviation, exact until they are rounded to two places."""
    found = list(figures)
    if not found:
        return Spread(0)
    mean = sum(found, Fraction(0)) / len(found)
    variance = sum(((each - mean) ** 2 for each in found), Fraction(0)) / len(found)
    return Spread(
        len(found),
        _plain(mean),
        rounded(_decimal(variance).sqrt(), PLACES),
        _plain(min(found)),
        _plain(max(found)),
    )


def mean_of(totals: Iterable[Spread]) -> Decimal | None:
    """The mean of several elements' totals, each counting once; None where none has one."""
    means = [Fraction(each.mean) for each in totals if each.mean is not None]
    return _plain(sum(means, Fraction(0)) / len(means)) if means else None


def _scored(key: str, criteria: Sequence[Weighed], given: Sequence[Given]) -> Scored:
    by_evaluator: dict[int, dict[int, Fraction]] = defaultdict(dict)
    for each in given:
        by_evaluator[each.evaluator][each.criterion] = Fraction(each.score)
    by_criterion = {
        each.number: spread(found[each.number] for found in by_evaluator.values() if each.number in found)
        for each in criteria
    }
    whole = [found for found in by_evaluator.values() if all(each.number in found for each in criteria)]
    return Scored(key, by_criterion, spread(_total(found, criteria) for found in whole))


def _total(found: Mapping[int, Fraction], criteria: Iterable[Weighed]) -> Fraction:
    return sum((Fraction(each.weight) * found[each.number] / each.most for each in criteria), Fraction(0))


def _plain(value: Fraction) -> Decimal:
    return rounded(_decimal(value), PLACES)


def _decimal(value: Fraction) -> Decimal:
    return Decimal(value.numerator) / value.denominator
