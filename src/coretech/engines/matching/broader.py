"""Fields that a term belongs to: a text about vaccines is about biotechnology, though it never says so.

Only texts are broadened, never the items they are matched with: to be of one field does not make things alike.
"""

import csv
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files

from coretech.engines.matching.folding import folded, has_han
from coretech.engines.matching.spelling import stemmed_terms


def broader_than(term: str) -> tuple[str, ...]:
    """The names of the fields of a folded Chinese word or of an English phrase in stems; most terms are in none."""
    return _fields().get(term, ())


def fields_in(terms: Sequence[str]) -> Iterator[tuple[int, str]]:
    """The names of the fields of the words and phrases of stemmed terms, each with the place it begins at."""
    begun = _begun()
    for start, term in enumerate(terms):
        for size in begun.get(term, ()):
            for field in broader_than(" ".join(terms[start : start + size])):
                yield start, field


def chinese_terms() -> Iterator[str]:
    """The folded Chinese terms that are in any field, so that texts are cut where they stand."""
    return (term for term in _fields() if has_han(term))


@cache
def _begun() -> dict[str, tuple[int, ...]]:
    """How many words the known phrases have that begin with a term."""
    sizes: dict[str, set[int]] = {}
    for phrase in _fields():
        first, *rest = phrase.split(" ")
        sizes.setdefault(first, set()).add(1 + len(rest))
    return {first: tuple(sorted(found)) for first, found in sizes.items()}


@cache
def _fields() -> dict[str, tuple[str, ...]]:
    text = (files("coretech.data") / "matching" / "broader.csv").read_text(encoding="utf-8")
    found: dict[str, dict[str, None]] = {}
    for row in csv.DictReader(text.splitlines()):
        names = [name for written in row["broader"].split("; ") for name in _names(written)]
        for term in row["terms"].split("; "):
            found.setdefault(_key(term), {}).update(dict.fromkeys(names))
    return {term: tuple(names) for term, names in found.items()}


def _key(term: str) -> str:
    plain = folded(term)
    return plain if has_han(plain) else " ".join(stemmed_terms(plain))


def _names(written: str) -> Iterator[str]:
    """A Chinese name whole; an English one by its stems, since items say it in words."""
    plain = folded(written)
    if has_han(plain):
        yield plain
    else:
        yield from stemmed_terms(plain)
