"""Sums of parts of works, exact: a work that n countries share counts 1/n for each."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from math import lcm

Key = tuple[int, int]
"""A technology and a country."""


@dataclass(frozen=True)
class Parts:
    """Sums as whole numbers over one denominator: the order of adding, and so the engine that counted, changes nothing.

    Attributes:
        whole: the denominator.
        parts: the numerator of each technology and country.
    """

    whole: int
    parts: dict[Key, int]

    @cached_property
    def totals(self) -> dict[int, int]:
        """The sum of each technology's parts, over the same denominator."""
        totals: dict[int, int] = defaultdict(int)
        for (technology, _), part in self.parts.items():
            totals[technology] += part
        return dict(totals)

    def sum(self, key: Key) -> float:
        """The sum itself, rounded once."""
        return self.parts[key] / self.whole

    def share(self, key: Key) -> float | None:
        """What part of its technology's sum it is; none where that is nothing."""
        total = self.totals.get(key[0])
        return self.parts.get(key, 0) / total if total else None


def summed(rows: Iterable[tuple[int, int, int, int]]) -> Parts:
    """The sum of works ÷ sharers by technology and country, from rows of technology, country, sharers, works."""
    held = list(rows)
    whole = lcm(*{sharers for _, _, sharers, _ in held})
    parts: dict[Key, int] = defaultdict(int)
    for technology, country, sharers, works in held:
        parts[technology, country] += works * (whole // sharers)
    return Parts(whole, dict(parts))
