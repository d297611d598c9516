"""Projects matched with a catalogue of 150: ours beside scikit-learn, search engines in the remarks."""

import os
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from time import perf_counter

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer

from bench.contest import Contest
from bench.matching_bars import TIMES, bilingual, engines, quality, start, whole
from bench.matching_made import items, projects
from coretech.engines.matching.lexical import Lexical
from coretech.engines.matching.tokens import tokens_of
from coretech.kit.sentence import Sentence

COUNT, MANY, TOP = 20_000, 100_000, 5
SAMPLE, ABSTRACTS = 2_000, 1_000
_NEAR = 1e-5
WHAT = Sentence(
    "150至300字的計畫與150項比對，各取前5，單核；對照為scikit-learn的TfidfVectorizer，特徵相同、前5名相同",
    "projects of 150 to 300 characters against 150 items, the top 5 of each, on one core; the peer is scikit-learn's "
    "TfidfVectorizer on the same features, with the same top 5",
)


class DifferError(RuntimeError):
    """The two found different items, so that their speeds cannot be compared."""


def contest(count: int = COUNT, many: int = MANY) -> Iterator[Contest]:
    """Made projects held in memory, on one core."""
    made = list(projects(count))
    texts = [text for text, _ in made]
    ours, peer = Lexical(items()), _peer()
    with _one_core(), tempfile.TemporaryDirectory(prefix="coretech-bench-") as folder:
        see_the_same(ours, peer, texts[:SAMPLE])
        yield Contest(
            "matching",
            WHAT,
            "projects",
            count,
            lambda: [places for places, _ in ours.matched(texts, TOP)],
            lambda: peer(texts),
            lambda: [
                _times(ours, peer, texts),
                whole(Path(folder), many),
                start(Path(folder)),
                *engines(ours, made[:SAMPLE]),
                bilingual(Path(folder), texts[:ABSTRACTS]),
                quality(),
            ],
        )


Peer = Callable[[Sequence[str]], np.ndarray]


def _peer() -> Peer:
    """Scikit-learn's way: the scores of all items for each text, of which the best are taken."""
    vectors = TfidfVectorizer(analyzer=lambda text: list(tokens_of(text)), sublinear_tf=True)
    catalogue = vectors.fit_transform(items()).T.tocsr()

    def scores(texts: Sequence[str]) -> np.ndarray:
        found = (vectors.transform(texts) @ catalogue).toarray()
        best = np.argpartition(-found, TOP, axis=1)[:, :TOP]
        return np.take_along_axis(found, best, 1)

    return scores


def see_the_same(ours: Lexical, peer: Peer, texts: Sequence[str]) -> None:
    """See that both give the same scores to the top of each text; equal ones may stand in either order.

    Raises:
        DifferError: where they do not.
    """
    found = np.concatenate([scores for _, scores in ours.matched(texts, TOP)])
    others = -np.sort(-peer(texts), axis=1)
    if not np.allclose(found, others, atol=_NEAR):
        raise DifferError


def _times(ours: Lexical, peer: Peer, texts: Sequence[str]) -> Sentence:
    """How many times as quick as the peer, both run once more."""
    begun = perf_counter()
    for _ in ours.matched(texts, TOP):
        pass
    between = perf_counter()
    peer(texts)
    times = (perf_counter() - between) / (between - begun)
    reached = times >= TIMES
    return Sentence(
        f"比scikit-learn快{times:.1f}倍（門檻{TIMES}倍：{'達到' if reached else '未達'}）",
        f"{times:.1f} × as quick as scikit-learn (bar {TIMES} ×: {'reached' if reached else 'NOT reached'})",
    )


class _one_core:  # noqa: N801 - a context manager, read as a word
    """Within it this process and those it starts keep to one core, where the system can do that."""

    def __enter__(self) -> None:
        self._before = os.sched_getaffinity(0) if hasattr(os, "sched_setaffinity") else set()
        if self._before:
            os.sched_setaffinity(0, {max(self._before)})

    def __exit__(self, *_: object) -> None:
        if self._before:
            os.sched_setaffinity(0, self._before)
