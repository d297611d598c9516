"""A run of many queries held against judgements: the figures of each query, and their means."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean

from coretech.engines.ranking.measures import (
    Ranking,
    Relevance,
    hit,
    ndcg,
    recall,
    reciprocal_rank,
    work_saved,
)
from coretech.engines.ranking.refusing import auc

Run = Mapping[str, Ranking]
"""By query the items found, the best first."""

Judgements = Mapping[str, Relevance]
"""By query the relevance of what was judged; nothing above 0 says that the query has no partner."""

HITS = (1, 5)
CUTS = (5, 10)


@dataclass(frozen=True, slots=True)
class Measured:
    """One query with a partner: whether the run answered it, and its figures by name."""

    query: str
    answered: bool
    figures: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Evaluation:
    """A run's figures: of each query that has a partner, their means, and how it treated those that have none.

    ``refusal_auc`` is none where no query is without a partner, or the run tells no scores.
    """

    queries: Sequence[Measured]
    without_partner: int
    not_judged: int
    refusal_auc: float | None

    @property
    def not_answered(self) -> int:
        """How many queries with a partner the run says nothing of; their figures count as they are, nearly all 0."""
        return sum(not each.answered for each in self.queries)

    @property
    def means(self) -> dict[str, float]:
        """The mean of each figure over the queries with a partner; the precision over those answered alone."""
        found: dict[str, list[float]] = {}
        for each in self.queries:
            for name, figure in each.figures.items():
                found.setdefault(name, []).append(figure)
        answered = [each.figures["hit@1"] for each in self.queries if each.answered]
        precision = {"precision@1 answered": fmean(answered)} if answered else {}
        return {name: fmean(figures) for name, figures in found.items()} | precision


def evaluate(
    run: Run,
    judgements: Judgements,
    size: int,
    best: Mapping[str, float] | None = None,
    cuts: Sequence[int] = CUTS,
) -> Evaluation:
    """Hold a run against judgements; ``size`` is how many items could be found, ``best`` each query's best score."""
    partnered = [query for query, relevance in judgements.items() if _has_partner(relevance)]
    alone = [query for query in judgements if not _has_partner(judgements[query])]
    scores = best or {}
    told = auc([scores.get(query, 0.0) for query in partnered], [scores.get(query, 0.0) for query in alone])
    return Evaluation(
        [_measured(query, run.get(query, ()), judgements[query], size, cuts) for query in partnered],
        without_partner=len(alone),
        not_judged=sum(query not in judgements for query in run),
        refusal_auc=told if best else None,
    )


def _has_partner(relevance: Relevance) -> bool:
    return any(gain > 0 for gain in relevance.values())


def _measured(query: str, ranking: Ranking, relevance: Relevance, size: int, cuts: Sequence[int]) -> Measured:
    return Measured(query, bool(ranking), dict(_figures(ranking, relevance, size, cuts)))


def _figures(
    ranking: Ranking, relevance: Relevance, size: int, cuts: Sequence[int]
) -> Iterator[tuple[str, float]]:
    for k in HITS:
        yield f"hit@{k}", hit(ranking, relevance, k)
    for k in cuts:
        yield f"recall@{k}", recall(ranking, relevance, k)
    for k in cuts:
        yield f"nDCG@{k}", ndcg(ranking, relevance, k)
    yield "MRR", reciprocal_rank(ranking, relevance)
    yield "WSS@95", work_saved(ranking, relevance, size)
