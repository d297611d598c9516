"""What to judge next in a portfolio: above the threshold what teaches most, below it a sample, and second looks."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from coretech.apps.audit.acting import Acting
from coretech.apps.inventory.finds.judgements import NOTHING, ROOT, Word, awaits_second, words_of
from coretech.apps.inventory.models import Find, Portfolio
from coretech.engines.judging.ordering import Ground, Next, Waiting, drawn, ordered

SAMPLE = 30
"""How many of each stratum below the threshold are drawn."""
STRATA = (0.5, 0.25, 0.0)
"""Where the strata begin, as shares of the threshold; the first reaches up to it."""


class Queue(StrEnum):
    """The three queues of a portfolio."""

    FIRST = "first"
    SAMPLE = "sample"
    SECOND = "second"


class Why(StrEnum):
    """Why a find is asked about now."""

    NEAR = Ground.NEAR.value
    BEST = Ground.BEST.value
    SAMPLE = "sample"
    SECOND = "second"


@dataclass(frozen=True, slots=True)
class Scores:
    """A find as the queues need it."""

    key: int
    item: str
    score: float
    root: int


@dataclass(frozen=True, slots=True)
class Drawn:
    """A stratum below the threshold: from which score, up to which, how many there are, and which were drawn."""

    low: float
    high: float
    size: int
    sample: tuple[int, ...]


def scores_of(portfolio: Portfolio) -> list[Scores]:
    """All finds of a portfolio in the order of its rows."""
    rows = Find.objects.filter(portfolio=portfolio).annotate(root=ROOT).order_by("pk")
    found = rows.values_list("pk", "item", "score", "root")
    return [Scores(*each) for each in found]


def strata_of(portfolio: Portfolio, scores: Sequence[Scores]) -> list[Drawn]:
    """The strata below the threshold, the nearest first, each with its sample in the order it was drawn."""
    bounds = [1.0, *STRATA]
    return [
        _stratum(portfolio, scores, portfolio.threshold * low, portfolio.threshold * high)
        for high, low in zip(bounds, STRATA, strict=False)
    ]


def _stratum(portfolio: Portfolio, scores: Sequence[Scores], low: float, high: float) -> Drawn:
    within = [each for each in scores if low <= each.score < high]
    within.sort(key=lambda each: (drawn(portfolio.seed, "below", each.root), each.key))
    return Drawn(low, high, len(within), tuple(each.key for each in within[:SAMPLE]))


def queue_of(by: Acting, portfolio: Portfolio, queue: Queue) -> list[tuple[int, Why]]:
    """The finds that wait in a queue for this reader, in order, each with why it is asked about."""
    words = words_of(portfolio)
    if queue is Queue.SECOND:
        waiting = [key for key, word in words.items() if awaits_second(portfolio, word, by.person_id)]
        return [(key, Why.SECOND) for key in sorted(waiting)]
    scores = scores_of(portfolio)
    if queue is Queue.SAMPLE:
        return [(key, Why.SAMPLE) for key in _sampled(portfolio, scores, words)]
    return [(each.key, Why(each.ground.value)) for each in _first(portfolio, scores, words)]


def _first(portfolio: Portfolio, scores: Sequence[Scores], words: Mapping[int, Word]) -> list[Next]:
    above = [each for each in scores if each.score >= portfolio.threshold]
    waiting = [Waiting(each.key, each.item, each.score) for each in above if not _judged(words, each.key)]
    return ordered(waiting, portfolio.threshold, len(above) - len(waiting))


def _sampled(portfolio: Portfolio, scores: Sequence[Scores], words: Mapping[int, Word]) -> list[int]:
    return [
        key for stratum in strata_of(portfolio, scores) for key in stratum.sample if not _judged(words, key)
    ]


def _judged(words: Mapping[int, Word], key: int) -> bool:
    return words.get(key, NOTHING).first is not None
