"""A text as units of meaning: each Latin word, and each Chinese word with what it may be in English.

Texts of any language meet in the features of their units: stemmed English terms, and Chinese words as they stand. What
the dictionary does not know stands as two characters each.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from coretech.engines.matching.folding import folded
from coretech.engines.matching.lexicon import LONGEST, Lexicon
from coretech.engines.matching.segmenting import Word, inner, segmented
from coretech.engines.matching.terms import plain_words, stem
from coretech.engines.matching.tokens import LONGEST_WORD, RUN

_LATIN = re.compile(r"[a-z0-9]+(?:\.[0-9]+)?")
_WHOLE, _WITHIN, _PAIRED, _SINGLE = 1.0, 0.7, 0.5, 0.5
_LATER_SENSE, _LATEST_SENSE = 0.9, 6
_LONG_SENSE = 0.3
_PLAIN = frozenset(
    """
    技术 与 及 和 之 的 含 其 等 或 为 用 于 在 以 对 并 可 将 由 从 而 各 该 此 应 及其 以及 进行 相关
    """.split()  # noqa: SIM905 - a list of words is read more easily as words
)


@dataclass(frozen=True, slots=True)
class Unit:
    """A word of a text from ``start`` to ``end`` of its folded form, with its features and how sure each is."""

    start: int
    end: int
    features: tuple[tuple[str, float], ...]


def units_of(text: str, lexicon: Lexicon) -> list[Unit]:
    """The units of a text in order."""
    plain = folded(text)
    found = [
        *_latin(plain),
        *(unit for run in RUN.finditer(plain) for unit in _chinese(run.group(), run.start(), lexicon)),
    ]
    return sorted(found, key=lambda unit: unit.start)


def _latin(plain: str) -> Iterator[Unit]:
    for word in _LATIN.finditer(plain):
        if word.group() not in plain_words() and len(word.group()) <= LONGEST_WORD:
            yield Unit(word.start(), word.end(), ((stem(word.group()), _WHOLE),))


def _chinese(run: str, at: int, lexicon: Lexicon) -> Iterator[Unit]:
    """The words of a run; those in no dictionary by two characters."""
    words = segmented(run, lexicon, LONGEST)
    for word in words:
        if word.text not in _PLAIN:
            yield Unit(at + word.start, at + word.end, _features(word, lexicon))
    covered = {place for word in words if len(word.text) > 1 for place in range(word.start, word.end)}
    for start in range(len(run) - 1):
        if start not in covered and start + 1 not in covered:
            yield Unit(at + start, at + start + 2, ((run[start : start + 2], _PAIRED),))


def _features(word: Word, lexicon: Lexicon) -> tuple[tuple[str, float], ...]:
    """The word itself, what it means, and the same for the words within it, less sure."""
    found: dict[str, float] = {word.text: _SINGLE if len(word.text) == 1 else _WHOLE}
    for each in (word, *inner(word, lexicon)):
        sure = _WITHIN if each.within else _SINGLE if len(word.text) == 1 else _WHOLE
        if each.within:
            found.setdefault(each.text, sure)
        for rank, sense in enumerate(lexicon.senses(each.text)):
            weight = sure * _LATER_SENSE ** min(rank, _LATEST_SENSE) / len(sense) ** _LONG_SENSE
            for term in sense:
                found[term] = max(found.get(term, 0.0), weight)
    return tuple(found.items())
