"""Learning from judgements: how much each term speaks for or against an item, plainly enough to be read and argued.

A term's weight for an item is the log-odds of its share among the texts accepted for the item against its share among
those rejected, smoothed, shrunk while few texts bear it, and capped. A score is moved by the weights of its text's
terms on the scale of log-odds, within bounds, so that no judgement ever makes a certainty. No text is kept: only terms.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from math import exp, log
from typing import Any

import rjieba

from coretech.engines.matching.folding import folded, has_han
from coretech.engines.matching.terms import terms_of

_SHORTEST = 2
_EDGE = 1e-6


@dataclass(frozen=True, slots=True)
class Parameters:
    """How boldly to learn.

    ``smoothing`` is added to every count; ``shrink`` is how many texts must bear a term until half of its weight
    counts; a weight lies within ±``cap``, all of a text together within ±``reach``; ``most`` terms are kept an item.
    """

    smoothing: float = 0.5
    shrink: float = 3.0
    cap: float = 1.0
    reach: float = 2.0
    most: int = 60

    def as_dict(self) -> dict[str, float]:
        """The parameters as a version of the model keeps them."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class Judged:
    """A text that somebody accepted for an item, or rejected."""

    item: str
    terms: frozenset[str]
    accepted: bool


@dataclass(frozen=True, slots=True)
class Weight:
    """A term's weight for an item, and how many accepted and rejected texts bear it."""

    term: str
    weight: float
    accepted: int
    rejected: int


Model = Mapping[str, Sequence[Weight]]
"""By item, its terms, the heaviest first."""


def learning_terms(text: str) -> frozenset[str]:
    """The terms of a text: Chinese words of two characters and more, and stemmed Latin words and figures."""
    plain = folded(text)
    chinese = (word for word in rjieba.cut(plain) if len(word) >= _SHORTEST and has_han(word))
    latin = (term for term in terms_of(plain) if len(term) >= _SHORTEST and not term.isdecimal())
    return frozenset([*chinese, *latin])


def learn(judged: Iterable[Judged], parameters: Parameters | None = None) -> dict[str, list[Weight]]:
    """The weights that judgements teach, by item; the order in which they were judged makes no difference."""
    by_item: dict[str, list[Judged]] = {}
    for each in judged:
        by_item.setdefault(each.item, []).append(each)
    given = parameters or Parameters()
    return {item: _weights(by_item[item], given) for item in sorted(by_item)}


def adjusted(score: float, weights: Iterable[Weight], terms: frozenset[str], reach: float) -> float:
    """A score in [0, 1] as the weights of its text's terms move it; 0 stays 0, and 1 stays 1."""
    if score <= 0 or score >= 1:
        return min(max(score, 0.0), 1.0)
    shift = sum(each.weight for each in weights if each.term in terms)
    kept = min(max(score, _EDGE), 1 - _EDGE)
    odds = log(kept / (1 - kept)) + max(-reach, min(reach, shift))
    return 1 / (1 + exp(-odds))


def as_data(model: Model) -> dict[str, list[list[Any]]]:
    """The model as a version keeps it: a list of ``[term, weight, accepted, rejected]`` an item."""
    return {
        item: [[each.term, each.weight, each.accepted, each.rejected] for each in weights]
        for item, weights in model.items()
    }


def from_data(kept: Mapping[str, Sequence[Sequence[Any]]]) -> dict[str, list[Weight]]:
    """The model as it was kept."""
    return {item: [Weight(*each) for each in weights] for item, weights in kept.items()}


def _weights(judged: Sequence[Judged], given: Parameters) -> list[Weight]:
    """An item's terms, the heaviest first; equal ones in the order of the alphabet."""
    accepted = Counter(term for each in judged if each.accepted for term in each.terms)
    rejected = Counter(term for each in judged if not each.accepted for term in each.terms)
    yes = sum(each.accepted for each in judged)
    found = [
        Weight(
            term,
            _weight(accepted[term], yes, rejected[term], len(judged) - yes, given),
            accepted[term],
            rejected[term],
        )
        for term in accepted.keys() | rejected.keys()
    ]
    telling = sorted((each for each in found if each.weight), key=lambda each: (-abs(each.weight), each.term))
    return telling[: given.most]


def _weight(accepted: int, yes: int, rejected: int, no: int, given: Parameters) -> float:
    """The log-odds of the two smoothed shares, shrunk and capped, to six digits."""
    smooth = given.smoothing
    raw = log((accepted + smooth) / (yes + 2 * smooth)) - log((rejected + smooth) / (no + 2 * smooth))
    borne = accepted + rejected
    shrunk = raw * borne / (borne + given.shrink)
    return round(max(-given.cap, min(given.cap, shrunk)), 6)
