"""Terms that are nearly the same: sharing a beginning (genet, gene), or one standing in the other (supercapacitor)."""

from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache

from coretech.engines.matching.generic import tells

_LEAST = 4
_BEGUN, _INSIDE = 0.75, 0.6
_OF_SHORTER, _OF_LONGER = 0.75, 0.5


class Near:
    """The terms of a vocabulary that are like a given one, each with how alike."""

    def __init__(self, terms: Iterable[str]) -> None:
        """Take the vocabulary."""
        self._terms = frozenset(terms)
        self._heads: dict[str, list[str]] = defaultdict(list)
        self._tails: dict[str, list[str]] = defaultdict(list)
        for term in self._terms:
            if term.isascii() and len(term) >= _LEAST:
                self._heads[term[:_LEAST]].append(term)
                self._tails[term[-_LEAST:]].append(term)
        self.to = lru_cache(maxsize=262144)(self._to)

    def _to(self, term: str) -> tuple[tuple[str, float], ...]:
        found = {term: 1.0} if term in self._terms else {}
        if term.isascii() and term.isalpha() and len(term) >= _LEAST and tells(term):
            for other in (*self._heads.get(term[:_LEAST], ()), *self._tails.get(term[-_LEAST:], ())):
                alike = _alike(term, other)
                if alike:
                    found.setdefault(other, alike)
        return tuple(found.items())


def _alike(one: str, other: str) -> float:
    short, long = sorted((one, other), key=len)
    shared = next((at for at, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    if shared >= _LEAST and shared >= _OF_SHORTER * len(short) and shared >= _OF_LONGER * len(long):
        return _BEGUN
    return _INSIDE if long.startswith(short) or long.endswith(short) else 0.0
