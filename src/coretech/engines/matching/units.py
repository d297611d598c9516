"""A text as units of meaning: each Latin word, and each Chinese word with what it may be in English.

Texts of any language meet in the features of their units: stemmed English terms, and Chinese words as they stand. What
the dictionary does not know stands as two characters each.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from coretech.engines.matching.acronyms import LONGEST_ACRONYM, acronyms_of
from coretech.engines.matching.broader import broader_than, fields_in
from coretech.engines.matching.folding import folded
from coretech.engines.matching.generic import tells, weight_of
from coretech.engines.matching.lexicon import Lexicon
from coretech.engines.matching.phrases import phrase_of, phrases_in
from coretech.engines.matching.quantities import Quantity, quantities_of
from coretech.engines.matching.segmenting import Word, inner, segmented
from coretech.engines.matching.terms import plain_words, stem
from coretech.engines.matching.tokens import LONGEST_WORD, RUN

Features = tuple[tuple[str, float], ...]
_LATIN = re.compile(r"[a-z0-9]+(?:\.[0-9]+)?")
_WHOLE, _WITHIN, _PAIRED, _SINGLE, _SHORTENED = 1.0, 0.7, 0.5, 0.5, 0.85
_LATER_SENSE, _LATEST_SENSE = 0.9, 6
_LONG_SENSE = 0.3
_BROADER = 0.4
_PLAIN = frozenset(
    """
    技术 与 及 和 之 的 含 其 等 或 为 用 于 在 以 对 并 可 将 由 从 而 各 该 此 应 及其 以及 进行 相关
    """.split()  # noqa: SIM905 - a list of words is read more easily as words
)


@dataclass(frozen=True, slots=True)
class Unit:
    """A word of a text from ``start`` to ``end`` of its folded form, with its features and how sure each is.

    ``weight`` is less than 1 for a word that tells little wherever it stands.
    """

    start: int
    end: int
    features: Features
    weight: float = 1.0


def units_of(text: str, lexicon: Lexicon, *, listed: bool = False) -> list[Unit]:
    """The units of a text in order; ``listed`` where it is an item of a catalogue that texts are matched with.

    What letters may stand for is told differently on the two sides, so that letters meet words and never words that
    merely begin alike: aerospace and marine is not advanced manufacturing.
    """
    plain = folded(text)
    figures = list(quantities_of(plain))
    found = [
        *(Unit(each.start, each.end, ((each.term, _WHOLE),)) for each in figures),
        *_latin(plain, figures, listed=listed),
        *(
            unit
            for run in RUN.finditer(_without(plain, figures))
            for unit in _chinese(run.group(), run.start(), lexicon, listed=listed)
        ),
    ]
    return sorted(found, key=lambda unit: unit.start)


def _without(plain: str, figures: list[Quantity]) -> str:
    """The text with blanks where figures with units stand, so that these are taken once."""
    for each in figures:
        plain = plain[: each.start] + " " * (each.end - each.start) + plain[each.end :]
    return plain


def _latin(plain: str, figures: list[Quantity], *, listed: bool) -> Iterator[Unit]:
    words = [
        (word.start(), word.end(), word.group())
        for word in _LATIN.finditer(_without(plain, figures))
        if word.group() not in plain_words() and len(word.group()) <= LONGEST_WORD
    ]
    terms = [stem(word) for _, _, word in words]
    more: list[dict[str, float]] = [{} for _ in words]
    alone = [_WHOLE] * len(words)
    for letters, places in acronyms_of(words, plain):
        for place in places:
            more[place][f"~{letters}" if listed else letters] = _SHORTENED
    if not listed:
        for place, field in fields_in(terms):
            more[place].setdefault(field, _BROADER)
    for places, phrase, parts in phrases_in(terms):
        for place in places:
            more[place][phrase], alone[place] = _WHOLE, parts
    for place, (start, end, word) in enumerate(words):
        if not listed and len(word) <= LONGEST_ACRONYM:
            more[place][f"~{word}"] = _WHOLE
        term = terms[place]
        yield Unit(start, end, ((term, alone[place]), *more[place].items()), weight_of(term))


def _chinese(run: str, at: int, lexicon: Lexicon, *, listed: bool) -> Iterator[Unit]:
    """The words of a run; those in no dictionary by two characters."""
    words = segmented(run, lexicon, lexicon.reach)
    for word in words:
        if word.text not in _PLAIN:
            means = features_of(word.text, lexicon) if listed else broadened(word.text, lexicon)
            yield Unit(at + word.start, at + word.end, means, weight_of(word.text))
    covered = {place for word in words if len(word.text) > 1 for place in range(word.start, word.end)}
    for start in range(len(run) - 1):
        if start not in covered and start + 1 not in covered:
            yield Unit(at + start, at + start + 2, ((run[start : start + 2], _PAIRED),))


@lru_cache(maxsize=65536)
def features_of(word: str, lexicon: Lexicon) -> Features:
    """A folded Chinese word itself, what it means, and the same for the words within it, less sure."""
    whole = _SINGLE if len(word) == 1 else _WHOLE
    found: dict[str, float] = {word: whole}
    whole_word = Word(word, 0, len(word))
    within = (part for part in inner(whole_word, lexicon) if tells(part.text))
    for each in (whole_word, *within):
        sure = _WITHIN if each.within else whole
        if each.within:
            found.setdefault(each.text, sure)
        for rank, sense in enumerate(lexicon.senses(each.text)):
            meant = sure * _LATER_SENSE ** min(rank, _LATEST_SENSE)
            phrase = phrase_of(sense)
            if phrase is not None:
                found[phrase] = max(found.get(phrase, 0.0), meant)
            weight = meant / len(sense) ** _LONG_SENSE
            for term in sense:
                found[term] = max(found.get(term, 0.0), weight)
    return tuple(found.items())


@lru_cache(maxsize=65536)
def broadened(word: str, lexicon: Lexicon) -> Features:
    """The features of a word, and the fields that it and the words within it belong to."""
    found = dict(features_of(word, lexicon))
    whole = Word(word, 0, len(word))
    for each in (whole, *inner(whole, lexicon)):
        for field in broader_than(each.text):
            found.setdefault(field, _BROADER)
    return tuple(found.items())
