"""English words that mean something else together: directed energy is no energy technology."""

import csv
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files

from coretech.engines.matching.spelling import stemmed_terms

_LONGEST = 3


def phrases_in(terms: Sequence[str]) -> Iterator[tuple[range, str, float]]:
    """The known phrases in stemmed terms: where, the phrase as one term, how much its words still tell alone."""
    known = _known()
    for start in range(len(terms) - 1):
        if terms[start] not in _first():
            continue
        for size in range(2, min(_LONGEST, len(terms) - start) + 1):
            parts = known.get(tuple(terms[start : start + size]))
            if parts is not None:
                yield range(start, start + size), " ".join(terms[start : start + size]), parts


def phrase_of(terms: Sequence[str]) -> str | None:
    """The phrase that some stemmed terms are together, if they are a known one."""
    return " ".join(terms) if tuple(terms) in _known() else None


def part_weight(phrase: str) -> float:
    """How much the words of a known phrase still tell alone."""
    return _known()[tuple(phrase.split(" "))]


@cache
def _known() -> dict[tuple[str, ...], float]:
    text = (files("coretech.data") / "matching" / "phrases.csv").read_text(encoding="utf-8")
    return {stemmed_terms(row["phrase"]): float(row["parts"]) for row in csv.DictReader(text.splitlines())}


@cache
def _first() -> frozenset[str]:
    return frozenset(phrase[0] for phrase in _known())
