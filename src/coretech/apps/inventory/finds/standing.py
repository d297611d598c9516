"""How far a portfolio's judging has come: counts, agreement of two reviewers, and what is probably left."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from coretech.apps.inventory.finds.judgements import NOTHING, Word, words_of
from coretech.apps.inventory.finds.queue import Drawn, Scores, scores_of, strata_of
from coretech.apps.inventory.models import FindJudgement, Portfolio
from coretech.engines.judging.agreement import Agreement, agreement
from coretech.engines.judging.coverage import Left, Stratum, left_of, recall
from coretech.engines.judging.saving import work_saved

ACCEPTED, UNSURE = FindJudgement.Verdict.ACCEPTED, FindJudgement.Verdict.UNSURE


@dataclass(frozen=True, slots=True)
class Layer:
    """A stratum with what its sample told."""

    drawn: Drawn
    judged: int
    relevant: int


@dataclass(frozen=True, slots=True)
class Standing:
    """Counts of a portfolio's finds, and what they tell.

    ``left`` is about those below the threshold; ``waiting`` counts those above it that nobody has judged yet.
    ``saved`` is the work saved at 95% of what was accepted, had the scores been read in order; None while nothing is.
    """

    screened: int
    above: int
    judged: int
    accepted: int
    set_aside: int
    unsure: int
    waiting: int
    layers: tuple[Layer, ...]
    left: Left
    recall: tuple[float, float] | None
    agreement: Agreement
    differing: tuple[int, ...]
    saved: float | None


def standing_of(portfolio: Portfolio) -> Standing:
    """How far the judging has come."""
    scores, words = scores_of(portfolio), words_of(portfolio)
    verdicts = [word.first.verdict for word in words.values() if word.first is not None]
    above = [each for each in scores if each.score >= portfolio.threshold]
    layers = tuple(_layer(each, words) for each in strata_of(portfolio, scores))
    left = left_of([Stratum(each.drawn.size, each.judged, each.relevant) for each in layers])
    accepted = verdicts.count(ACCEPTED)
    pairs = {
        key: (word.first.verdict, word.second.verdict)
        for key, word in words.items()
        if word.first and word.second
    }
    return Standing(
        screened=len(scores),
        above=len(above),
        judged=len(verdicts),
        accepted=accepted,
        set_aside=verdicts.count(FindJudgement.Verdict.SET_ASIDE),
        unsure=verdicts.count(UNSURE),
        waiting=sum(words.get(each.key, NOTHING).first is None for each in above),
        layers=layers,
        left=left,
        recall=recall(accepted, left),
        agreement=agreement(pairs.values()),
        differing=tuple(key for key, (first, second) in pairs.items() if first != second),
        saved=_saved(scores, words),
    )


def _layer(stratum: Drawn, words: Mapping[int, Word]) -> Layer:
    """What the sample told as far as it was judged in the order drawn; an unsure one tells nothing."""
    told = [word.first.verdict for key in stratum.sample if (word := words.get(key)) and word.first]
    sure = [verdict for verdict in told if verdict != UNSURE]
    return Layer(stratum, len(sure), sure.count(ACCEPTED))


def _saved(scores: Sequence[Scores], words: Mapping[int, Word]) -> float | None:
    order = sorted(scores, key=lambda each: (-each.score, each.key))
    return work_saved([words.get(each.key, NOTHING).accepted for each in order])
