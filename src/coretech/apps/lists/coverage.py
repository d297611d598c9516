"""What of one list the other has: area by area, and by name what it has not."""

from collections.abc import Mapping
from dataclasses import dataclass

from coretech.apps.lists.mappings import Judged, Pair
from coretech.apps.lists.relations import Judgement
from coretech.apps.lists.sides import Entry, Key, Side
from coretech.kit.sentence import Sentence


@dataclass(frozen=True, slots=True)
class Area:
    """The entries under one topmost item, itself among them: with a mapping that holds, one only proposed, none."""

    code: str
    name: Sentence
    entries: tuple[Entry, ...]
    holds: tuple[Entry, ...]
    proposed: tuple[Entry, ...]
    none: tuple[Entry, ...]

    @property
    def counts(self) -> tuple[int, int, int]:
        """How many of each."""
        return (len(self.holds), len(self.proposed), len(self.none))

    @property
    def without(self) -> tuple[Entry, ...]:
        """Those without a mapping that holds, in the list's order."""
        held = {each.key for each in self.holds}
        return tuple(each for each in self.entries if each.key not in held)

    @property
    def is_missing(self) -> bool:
        """Whether nothing in it has a counterpart that holds."""
        return not self.holds


@dataclass(frozen=True, slots=True)
class Coverage:
    """How far a side is covered by another."""

    side: Side
    by: Side
    areas: tuple[Area, ...]

    @property
    def missing(self) -> tuple[Area, ...]:
        """The areas of which the other has no item."""
        return tuple(each for each in self.areas if each.is_missing)


def coverage(side: Side, by: Side, cells: Mapping[Pair, Judged]) -> Coverage:
    """How far a side is covered by another; ``cells`` are their mappings, read from either of the two.

    Mappings that were rejected, or that nobody is sure of, cover nothing.
    """
    best = _best(cells)
    found: dict[str, list[Entry]] = {}
    for each in side.entries:
        found.setdefault(each.area, []).append(each)
    areas = (_area(code, side.areas[code], tuple(entries), best) for code, entries in found.items())
    return Coverage(side, by, tuple(areas))


def _area(code: str, name: Sentence, entries: tuple[Entry, ...], best: Mapping[Key, int]) -> Area:
    parts = (
        tuple(each for each in entries if best.get(each.key, _NONE) == part)
        for part in (_HOLDS, _PROPOSED, _NONE)
    )
    return Area(code, name, entries, *parts)


_HOLDS, _PROPOSED, _NONE = range(3)
_SETTLED = frozenset({Judgement.REJECTED.value, Judgement.UNSURE.value})


def _best(cells: Mapping[Pair, Judged]) -> dict[Key, int]:
    """The best that any mapping says of an entry."""
    best: dict[Key, int] = {}
    for pair, each in cells.items():
        if each.state not in _SETTLED:
            for key in pair:
                best[key] = min(best.get(key, _NONE), _HOLDS if each.holds else _PROPOSED)
    return best
