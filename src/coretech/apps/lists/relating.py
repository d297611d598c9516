"""Guessing how two names stand to each other, from the terms they share; a person judges the guess."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import product

from coretech.apps.lists.relations import Relation
from coretech.engines.matching.explaining import Carried, Span, explain
from coretech.engines.matching.lexicon import lexicon
from coretech.engines.matching.terms import plain_words
from coretech.kit.folding import same

ZH, EN = "zh-Hant", "en"
MOST_COVERED = 0.8
"""From this share on, a name counts as wholly said by the other."""
MOST_TERMS = 8
ALL_TERMS = 200
LEAST_WEIGHT = 0.35
"""What is less sure than this carries nothing."""
_WORD = re.compile(r"[A-Za-z0-9]+|[㐀-鿿]")
_SAYS_LITTLE = frozenset({*plain_words(), "technology", "technologies", "technique", "techniques"})
_SAYS_LITTLE_ZH = re.compile(r"技術|以及|及其|與|及|和|之|的|等")


@dataclass(frozen=True, slots=True)
class Term:
    """What stands in both names, as each writes it, and how much it carries."""

    left: str
    right: str
    weight: float


@dataclass(frozen=True, slots=True)
class Guess:
    """A relation, the two texts it was guessed from, the share of each that the other says, and the terms."""

    relation: str
    left: str
    right: str
    of_left: float
    of_right: float
    terms: tuple[Term, ...]


def guess(left: Mapping[str, str], right: Mapping[str, str]) -> Guess:
    """The relation between two items by their names: equal ones are the same, else as far as each covers the other.

    Names are compared within a language both have; across languages only where they have none in common.
    """
    for one, other in _pairs(left, right):
        if same(one, other):
            return Guess(Relation.EXACT.value, one, other, 1.0, 1.0, (Term(one, other, 1.0),))
    return max(
        (_compared(*pair) for pair in _pairs(left, right)), key=lambda found: found.of_left * found.of_right
    )


def equal(left: Mapping[str, str], right: Mapping[str, str]) -> bool:
    """Whether two items are called the same in a language both have."""
    return any(same(one, other) for one, other in _pairs(left, right, across=False))


def _pairs(
    left: Mapping[str, str], right: Mapping[str, str], *, across: bool = True
) -> Iterator[tuple[str, str]]:
    """Names in the same language, beside each other; every name with every other where no language is shared."""
    shared = [each for each in left if left[each] and right.get(each)]
    yield from ((left[each], right[each]) for each in shared)
    if not shared and across:
        yield from product(filter(None, left.values()), filter(None, right.values()))


def _compared(left: str, right: str) -> Guess:
    terms, back = _carried(left, right), _carried(right, left)
    of_left = _share(left, ((each.right, each.weight) for each in back))
    of_right = _share(right, ((each.right, each.weight) for each in terms))
    carried = sorted(terms, key=lambda each: -each.weight)[:MOST_TERMS]
    return Guess(
        _relation(of_left, of_right),
        left,
        right,
        of_left,
        of_right,
        tuple(Term(each.left.text, each.right.text, round(each.weight, 3)) for each in carried),
    )


def _carried(text: str, item: str) -> list[Carried]:
    """The words of a text that say what an item says; each word of the item is met once, so only its side is whole."""
    return [each for each in explain(text, item, lexicon(), ALL_TERMS).terms if each.weight >= LEAST_WEIGHT]


def _relation(of_left: float, of_right: float) -> str:
    """A name that the other says wholly, while it says more itself, is the narrower one of the two."""
    if min(of_left, of_right) >= MOST_COVERED:
        return Relation.CLOSE.value
    if of_left >= MOST_COVERED:
        return Relation.NARROW.value
    return Relation.BROAD.value if of_right >= MOST_COVERED else Relation.RELATED.value


def _share(text: str, spans: Iterable[tuple[Span, float]]) -> float:
    """The share of the letters that tell something which the spans cover, each as surely as its span."""
    telling, sure = _telling(text), dict[int, float]()
    for span, weight in spans:
        for at in telling.intersection(range(span.start, span.end)):
            sure[at] = max(sure.get(at, 0.0), weight)
    return sum(sure.values()) / len(telling) if telling else 0.0


def _telling(text: str) -> frozenset[int]:
    """Where the letters stand that tell one technology from another."""
    silent = {at for word in _SAYS_LITTLE_ZH.finditer(text) for at in range(*word.span())}
    words = (word for word in _WORD.finditer(text) if word.group().lower() not in _SAYS_LITTLE)
    return frozenset(at for word in words for at in range(*word.span())) - silent
