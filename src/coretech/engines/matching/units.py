"""A text as units of meaning: each Latin word, and each Chinese word with what it may be in English.

Texts of any language meet in the features of their units: stemmed English terms, and Chinese words as they stand. What
the dictionary does not know stands as two characters each.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from coretech.engines.matching.acronyms import LONGEST_ACRONYM, acronyms_of
from coretech.engines.matching.broader import broader_than, fields_in
from coretech.engines.matching.folding import folded
from coretech.engines.matching.generic import tells, weight_of
from coretech.engines.matching.lexicon import Lexicon
from coretech.engines.matching.phrases import part_weight, phrase_of, phrases_in
from coretech.engines.matching.quantities import Quantity, quantities_of
from coretech.engines.matching.segmenting import Word, inner, segmented
from coretech.engines.matching.spelling import stemmed
from coretech.engines.matching.terms import plain_words
from coretech.engines.matching.tokens import LONGEST_WORD, RUN

Features = tuple[tuple[str, float], ...]
Fields = tuple[str, ...]
_LATIN = re.compile(r"[a-z0-9]+(?:\.[0-9]+)?")
_MIXED = re.compile(r"([a-z]{2,})([0-9]{2,})")
_WHOLE, _WITHIN, _PAIRED, _SINGLE, _SHORTENED, _SPLIT = 1.0, 0.7, 0.5, 0.5, 0.85, 0.6
_OPAQUE = 0.5
"""How much of what a word within another means is left where it means something else there."""
_BEGINNING = 4
_LATER_SENSE, _LATEST_SENSE = 0.9, 6
_LONG_SENSE = 0.3
_BROADER, _SURER, _SUREST = 0.4, 0.7, 0.8
"""How sure a text is of the field of one of its words; how that grows with more of its words; and to where."""
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
        *((Unit(each.start, each.end, ((each.term, _WHOLE),)), ()) for each in figures),
        *_latin(plain, figures, listed=listed),
        *(
            unit
            for run in RUN.finditer(_without(plain, figures))
            for unit in _chinese(run.group(), run.start(), lexicon, listed=listed)
        ),
    ]
    units = (unit for unit, _ in found) if listed else _broadened(found)
    return sorted(units, key=lambda unit: unit.start)


def _broadened(found: Sequence[tuple[Unit, Fields]]) -> Iterator[Unit]:
    """The units with the fields of their words; the more words of a text are of a field, the surer it is of it."""
    words: dict[str, set[str]] = {}
    for unit, fields in found:
        for field in fields:
            words.setdefault(field, set()).add(unit.features[0][0])
    sure = {field: min(_SUREST, _BROADER * len(of) ** _SURER) for field, of in words.items()}
    for unit, fields in found:
        more = tuple([(field, sure[field]) for field in fields])
        yield Unit(unit.start, unit.end, unit.features + more, unit.weight) if more else unit


def _without(plain: str, figures: list[Quantity]) -> str:
    """The text with blanks where figures with units stand, so that these are taken once."""
    for each in figures:
        plain = plain[: each.start] + " " * (each.end - each.start) + plain[each.end :]
    return plain


def _latin(plain: str, figures: list[Quantity], *, listed: bool) -> Iterator[tuple[Unit, Fields]]:
    words = [
        (word.start(), word.end(), word.group())
        for word in _LATIN.finditer(_without(plain, figures))
        if word.group() not in plain_words() and len(word.group()) <= LONGEST_WORD
    ]
    terms = [stemmed(word) for _, _, word in words]
    more: list[dict[str, float]] = [{} for _ in words]
    alone = [_WHOLE] * len(words)
    for letters, places in acronyms_of(words, plain):
        for place in places:
            more[place][f"~{letters}" if listed else letters] = _SHORTENED
    fields: list[dict[str, None]] = [{} for _ in words]
    for place, field in fields_in(terms) if not listed else ():
        fields[place][field] = None
    for places, phrase, parts in phrases_in(terms):
        for place in places:
            more[place][phrase], alone[place] = _WHOLE, parts
    for place, (start, end, word) in enumerate(words):
        if not listed and len(word) <= LONGEST_ACRONYM:
            more[place][f"~{word}"] = _WHOLE
        for part in _parts(word):
            more[place].setdefault(part, _SPLIT)
        term = terms[place]
        features = ((term, alone[place]), *more[place].items())
        yield Unit(start, end, features, weight_of(term)), _apart(fields[place], features)


def _parts(word: str) -> tuple[str, ...]:
    """The letters and the figures of a word such as ``iso9000``, which others write apart."""
    mixed = _MIXED.fullmatch(word)
    return mixed.groups() if mixed else ()


def _chinese(run: str, at: int, lexicon: Lexicon, *, listed: bool) -> Iterator[tuple[Unit, Fields]]:
    """The words of a run; those in no dictionary by two characters."""
    words = segmented(run, lexicon.words, lexicon.reach)
    for word in words:
        if word.text not in _PLAIN:
            means = features_of(word.text, lexicon)
            fields = () if listed else fields_of(word.text, lexicon)
            yield Unit(at + word.start, at + word.end, means, weight_of(word.text)), fields
    covered = {place for word in words if len(word.text) > 1 for place in range(word.start, word.end)}
    for start in range(len(run) - 1):
        if start not in covered and start + 1 not in covered:
            yield Unit(at + start, at + start + 2, ((run[start : start + 2], _PAIRED),)), ()


@lru_cache(maxsize=65536)
def features_of(word: str, lexicon: Lexicon) -> Features:
    """A folded Chinese word itself, what it means, and the same for the words within it, less sure."""
    whole = _SINGLE if len(word) == 1 else _WHOLE
    found: dict[str, float] = {word: whole}
    whole_word = Word(word, 0, len(word))
    within = (part for part in inner(whole_word, lexicon) if tells(part.text))
    for each in (whole_word, *within):
        sure = whole
        if each.within:
            sure = _WITHIN if _means_alike(each.text, word, lexicon) else _WITHIN * _OPAQUE
            found.setdefault(each.text, sure)
        for rank, sense in enumerate(lexicon.senses(each.text)):
            meant = sure * _LATER_SENSE ** min(rank, _LATEST_SENSE)
            phrase = phrase_of(sense)
            weight = meant / len(sense) ** _LONG_SENSE
            if phrase is not None:
                found[phrase] = max(found.get(phrase, 0.0), meant)
                weight = min(weight, meant * part_weight(phrase))
            for term in sense:
                found[term] = max(found.get(term, 0.0), weight)
    return tuple(found.items())


def _means_alike(part: str, word: str, lexicon: Lexicon) -> bool:
    """Whether a word means within another what it means alone: 机器 does in 机器学习, and does not in 机器人."""
    alone = {term for sense in lexicon.senses(part) for term in sense}
    there = {term for sense in lexicon.senses(word) for term in sense}
    begun = {term[:_BEGINNING] for term in there}
    return (
        not alone
        or not there
        or any(
            term[:_BEGINNING] in begun or (len(term) >= _BEGINNING and any(term in each for each in there))
            for term in alone
        )
    )


@lru_cache(maxsize=65536)
def fields_of(word: str, lexicon: Lexicon) -> Fields:
    """The names of the fields that a folded Chinese word and the words within it belong to."""
    whole = Word(word, 0, len(word))
    found = (field for each in (whole, *inner(whole, lexicon)) for field in broader_than(each.text))
    return _apart(dict.fromkeys(found), features_of(word, lexicon))


def _apart(fields: Iterable[str], features: Features) -> Fields:
    """The fields that are no features already."""
    own = {name for name, _ in features}
    return tuple(field for field in fields if field not in own)
