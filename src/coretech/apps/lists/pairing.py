"""Which items of two lists have the same name, and how alike the others' names are."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from coretech.engines.matching.lexicon import lexicon
from coretech.engines.matching.matcher import Matcher
from coretech.kit.folding import fold
from coretech.readers.lists.records import Entry

ALIKE = 0.48
"""How alike two names are before one is proposed for the other, from 0 to 1: settled by eye on the bundled lists."""
MOST = 2_000
"""With more items than this left on a side nothing is proposed: each would be weighed against each."""
_TOP = 5

Pairs = dict[int, int]
"""Places on the left with the place on the right that each has."""


def own_names(entry: Entry) -> dict[str, str]:
    """The names that are the issuer's; all where there is none."""
    own = {tag: name for tag, name in entry.names.items() if tag not in entry.translated}
    return own or dict(entry.names)


def equal_pairs(left: Sequence[Entry], right: Sequence[Entry]) -> Pairs:
    """The items whose names are equal after folding in a language of both, one to one.

    Where a name stands several times the one below an item of the same name goes first, then the one of the same code.
    """
    above_left, above_right = _above(left), _above(right)
    places: dict[tuple[str, str], list[int]] = defaultdict(list)
    for place, entry in enumerate(right):
        for key in _keys(entry):
            places[key].append(place)

    def order(place: int, other: int) -> tuple[bool, bool]:
        return above_left[place] != above_right[other], left[place].code != right[other].code

    pairs: Pairs = {}
    taken: set[int] = set()
    for place, entry in enumerate(left):
        free = [each for key in _keys(entry) for each in places[key] if each not in taken]
        if free:
            pairs[place] = min(free, key=lambda each: (*order(place, each), each))
            taken.add(pairs[place])
    return pairs


def likenesses(
    left: Sequence[Entry], right: Sequence[Entry], rest: tuple[Sequence[int], Sequence[int]]
) -> Mapping[tuple[int, int], float]:
    """How alike what is left over on a side is to anything on the other, where alike enough: both ways, the higher."""
    if max(len(rest[0]), len(rest[1]), 1) > MOST or not left or not right:
        return {}
    texts = _texts(left, right)
    found: dict[tuple[int, int], float] = {}
    for place, other, score in _matched(texts[0], texts[1], rest):
        found[place, other] = score
    for place, other, score in _matched(texts[1], texts[0], (rest[1], rest[0])):
        found[other, place] = max(score, found.get((other, place), 0.0))
    return found


def _matched(
    texts: Sequence[str], others: Sequence[str], rest: tuple[Sequence[int], Sequence[int]]
) -> Iterable[tuple[int, int, float]]:
    """The likest of the others for each text left over; those left over themselves come first where there are many."""
    if not rest[0]:
        return
    left = set(rest[1])
    places = [*rest[1], *(place for place in range(len(others)) if place not in left)][:MOST]
    matcher = Matcher([others[place] for place in places], lexicon())
    found = matcher.matched([texts[each] for each in rest[0]], _TOP, ALIKE)
    for place, hits in zip(rest[0], found, strict=True):
        for hit in hits:
            yield place, places[hit.item], hit.score


def _texts(left: Sequence[Entry], right: Sequence[Entry]) -> tuple[list[str], list[str]]:
    """What is compared: names in the languages that both issuers write, else in all there are."""
    shared = _tags(left) & _tags(right)
    first, second = ([_text(each, shared) for each in side] for side in (left, right))
    return first, second


def _tags(side: Iterable[Entry]) -> set[str]:
    return {tag for each in side for tag in own_names(each)}


def _text(entry: Entry, shared: set[str]) -> str:
    own = [name for tag, name in own_names(entry).items() if tag in shared]
    return "\n".join(own or entry.names.values())


def _keys(entry: Entry) -> list[tuple[str, str]]:
    return [(tag, fold(name)) for tag, name in own_names(entry).items()]


def _above(side: Sequence[Entry]) -> list[frozenset[tuple[str, str]]]:
    """For each item the names of the one above it."""
    by_code = {each.code: each for each in side}
    return [frozenset(_keys(by_code[each.parent])) if each.parent else frozenset() for each in side]
