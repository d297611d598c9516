"""Numbered features by a code: a table of every code where that is small enough, else a sieve and a sorted list."""

from typing import Protocol

import numpy as np

from coretech.engines.matching.alphabet import Ints

_LARGEST_TABLE = 2**24
_SIEVE = 2**22


class Grams(Protocol):
    """Features of one length, numbered one after the other in the order of their codes."""

    def find(self, codes: Ints) -> tuple[Ints, Ints]:
        """The places where the code of a feature stands, and the feature's number at each."""


def grams(codes: Ints, first: int, beyond: int) -> Grams:
    """The features of some codes in order, numbered from the first; every code ever asked for is below ``beyond``."""
    return Table(codes, first, beyond) if beyond <= _LARGEST_TABLE else Listed(codes, first)


class Table:
    """Every code's feature: one look for each code."""

    def __init__(self, codes: Ints, first: int, beyond: int) -> None:
        """Take the codes in order, the number of the first feature, and what every code asked for is below."""
        last = first + len(codes)
        self._numbers = np.full(beyond, -1, dtype=np.min_scalar_type(-1 - last))
        self._numbers[codes] = np.arange(first, last)

    def find(self, codes: Ints) -> tuple[Ints, Ints]:
        """The places where the code of a feature stands, and the feature's number at each."""
        numbers = self._numbers.take(codes)
        at = np.flatnonzero(numbers >= 0)
        return at, numbers[at].astype(np.int64)


class Listed:
    """The codes in order, looked for only where a code of the same remainder is among them."""

    def __init__(self, codes: Ints, first: int) -> None:
        """Take the codes in order, and the number of the first feature."""
        self._codes, self._first = codes, first
        self._sieve = np.zeros(_SIEVE, dtype=np.bool_)
        self._sieve[codes % _SIEVE] = True

    def find(self, codes: Ints) -> tuple[Ints, Ints]:
        """The places where the code of a feature stands, and the feature's number at each."""
        likely = np.flatnonzero(self._sieve.take(codes % _SIEVE))
        ranks = np.searchsorted(self._codes[:-1], codes[likely])
        found = np.flatnonzero(self._codes[ranks] == codes[likely])
        return likely[found], ranks[found] + self._first
