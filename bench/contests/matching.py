"""Projects matched with a catalogue of 150: ours beside scikit-learn, search engines in the remarks."""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from time import perf_counter

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer

from bench.contest import Contest
from bench.matching_engines import Search, bm25s_search, tantivy_search
from bench.matching_made import items, projects
from bench.program import Program
from coretech.engines.matching.lexicon import lexicon
from coretech.engines.matching.matcher import Lexical, Matcher
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
_READY = "from time import perf_counter as t; a = t(); {}; print(t() - a)"
_LEXICON = "from coretech.engines.matching.lexicon import lexicon; len(lexicon())"


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
                _whole(Path(folder), many),
                *_engines(ours, made[:SAMPLE]),
                _bilingual(texts[:ABSTRACTS]),
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


def _whole(folder: Path, many: int) -> Sentence:
    """Many projects from start to end in a process of its own, with what it took."""
    program = Program((sys.executable, "-m", "bench.matching_program", str(many)), folder)
    program()
    seconds = json.loads(program.output.read_text(encoding="utf-8"))["seconds"]
    rate, peak = many / seconds, program.peak / 2**20
    return Sentence(
        f"{many:,}件依序讀過：每秒{rate:,.0f}件，記憶體最多{peak:.0f} MiB",
        f"{many:,} projects one after the other: {rate:,.0f} a second, at most {peak:.0f} MiB of memory",
    )


def _engines(ours: Lexical, made: Sequence[tuple[str, int]]) -> Iterator[Sentence]:
    """How quickly each finds the item that a project was made from, and how often among its first five."""
    sides: dict[str, Search] = {
        "coretech": lambda texts: [list(row) for places, _ in ours.matched(texts, TOP) for row in places],
        "tantivy + rjieba": tantivy_search(items(), TOP),
        "bm25s + rjieba": bm25s_search(items(), TOP),
    }
    texts = [text for text, _ in made]
    for name, search in sides.items():
        search(texts[:9])
        start = perf_counter()
        found = search(texts)
        rate = len(texts) / (perf_counter() - start)
        recall = sum(item in places for (_, item), places in zip(made, found, strict=True)) / len(made)
        yield Sentence(
            f"{name}：每秒{rate:,.0f}件，原項目在前5名者{recall:.1%}",
            f"{name}: {rate:,.0f} projects a second, the item each was made from among the top 5 in {recall:.1%}",
        )


def _bilingual(texts: Sequence[str]) -> Sentence:
    """The matcher of both languages, and how long its dictionary takes in a new process."""
    matcher = Matcher(items(), lexicon())
    start = perf_counter()
    for _ in matcher.matched(texts, TOP):
        pass
    rate = len(texts) / (perf_counter() - start)
    ready = float(subprocess.check_output([sys.executable, "-c", _READY.format(_LEXICON)]))  # noqa: S603 - our own words
    return Sentence(
        f"雙語比對：每秒{rate:,.0f}件；詞典{ready:.2f}秒備妥",
        f"both languages: {rate:,.0f} projects a second; the dictionary is ready in {ready:.2f} s",
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
