"""Measures of one ranking: item ids, the best first, held against the relevance of those that were judged.

Relevance above 0 is relevant; what was not judged counts as not relevant. All figures but `work_saved` are in [0, 1].
Sources: Manning, Raghavan and Schütze, *Introduction to Information Retrieval*, chapter 8; Järvelin and Kekäläinen
2002 (discounted cumulative gain, here with linear gain); Cohen and others 2006 (work saved over sampling).
"""

import math
from collections.abc import Mapping, Sequence

Ranking = Sequence[str]
Relevance = Mapping[str, float]
RECALL_WANTED = 0.95


def hit(ranking: Ranking, relevance: Relevance, k: int) -> float:
    """1 where anything relevant is among the first ``k``, else 0."""
    return float(any(_relevant(item, relevance) for item in ranking[:k]))


def recall(ranking: Ranking, relevance: Relevance, k: int) -> float:
    """The share of all that is relevant among the first ``k``; 0 where nothing is."""
    wanted = sum(gain > 0 for gain in relevance.values())
    return sum(_relevant(item, relevance) for item in ranking[:k]) / wanted if wanted else 0.0


def ndcg(ranking: Ranking, relevance: Relevance, k: int) -> float:
    """Discounted cumulative gain of the first ``k`` beside that of the best order there is; 0 where that is 0."""
    ideal = _dcg(sorted((max(gain, 0.0) for gain in relevance.values()), reverse=True)[:k])
    return _dcg([max(relevance.get(item, 0.0), 0.0) for item in ranking[:k]]) / ideal if ideal else 0.0


def reciprocal_rank(ranking: Ranking, relevance: Relevance) -> float:
    """One over the rank of the first relevant item; 0 where there is none."""
    ranks = (rank for rank, item in enumerate(ranking, start=1) if _relevant(item, relevance))
    return 1.0 / next(ranks, math.inf)


def work_saved(ranking: Ranking, relevance: Relevance, size: int, wanted: float = RECALL_WANTED) -> float:
    """WSS: what need not be read of ``size`` items to find the wanted share, less what chance would save.

    What the ranking leaves out would be read last. From ``wanted`` - 1 (nothing saved) to just under ``wanted``.
    """
    need = math.ceil(wanted * sum(gain > 0 for gain in relevance.values()) - 1e-9)
    places = [rank for rank, item in enumerate(ranking, start=1) if _relevant(item, relevance)]
    read = size if len(places) < need or not need else places[need - 1]
    return (size - read) / size - (1 - wanted) if size else 0.0


def _relevant(item: str, relevance: Relevance) -> bool:
    return relevance.get(item, 0.0) > 0


def _dcg(gains: Sequence[float]) -> float:
    return sum(gain / math.log2(rank + 1) for rank, gain in enumerate(gains, start=1))
