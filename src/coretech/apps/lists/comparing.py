"""Two versions of a list, or two countries' lists, item by item: what came, went, was renamed, moved, merged, split.

Only equal names are certain; whatever goes by likeness of names is marked as proposed.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from coretech.apps.lists.pairing import MOST, Pairs, equal_pairs, likenesses
from coretech.kit.sentence import Sentence
from coretech.readers.lists.records import Entry


class Kind(StrEnum):
    """What became of an item."""

    RENAMED = "renamed"
    MERGED = "merged"
    SPLIT = "split"
    MOVED = "moved"
    CAME = "came"
    WENT = "went"
    SAME = "same"


@dataclass(frozen=True, slots=True)
class Change:
    """Items of the left and what stands for them on the right; ``score`` from 0 to 1 where it is ``proposed``."""

    kind: Kind
    left: tuple[Entry, ...]
    right: tuple[Entry, ...]
    proposed: bool = False
    score: float | None = None


@dataclass(frozen=True, slots=True)
class Comparison:
    """All changes, by kind and then in order; ``unweighed`` where there were too many items to propose anything."""

    changes: tuple[Change, ...]
    unweighed: bool = False

    @property
    def counts(self) -> Mapping[Kind, int]:
        """How many changes there are of each kind."""
        found = Counter(each.kind for each in self.changes)
        return {kind: found[kind] for kind in Kind if found[kind]}


VERSIONS = {
    Kind.RENAMED: Sentence("更名", "Renamed"),
    Kind.MERGED: Sentence("併入", "Merged"),
    Kind.SPLIT: Sentence("分出", "Split"),
    Kind.MOVED: Sentence("移到別的上層", "Moved"),
    Kind.CAME: Sentence("新增", "New"),
    Kind.WENT: Sentence("不再列", "Dropped"),
    Kind.SAME: Sentence("相同", "The same"),
}
"""The kinds, between versions of one list."""

COUNTRIES = {
    Kind.RENAMED: Sentence("名稱相近", "Alike"),
    Kind.MERGED: Sentence("右方一項涵蓋", "Within one on the right"),
    Kind.SPLIT: Sentence("左方一項涵蓋", "Within one on the left"),
    Kind.MOVED: Sentence("同名，上層不同", "Same name, elsewhere in the tree"),
    Kind.CAME: Sentence("只有右方有", "Only on the right"),
    Kind.WENT: Sentence("只有左方有", "Only on the left"),
    Kind.SAME: Sentence("同名", "Same name"),
}
"""The same, between lists of two issuers."""


def compared(left: Sequence[Entry], right: Sequence[Entry]) -> Comparison:
    """What became of the left in the right."""
    equal = equal_pairs(left, right)
    rest = _rest(left, equal.keys()), _rest(right, equal.values())
    alike = likenesses(left, right, rest)
    renamed = _renamed(rest, alike)
    pairs = equal | renamed
    merged, split = _joined(pairs, alike)
    changes = [
        *(_renaming(left, right, pair, alike) for pair in renamed.items()),
        *_merged(left, right, merged, alike),
        *_split(left, right, split, alike),
        *_equal(left, right, equal, pairs),
        *(Change(Kind.WENT, (left[each],), ()) for each in rest[0] if each not in renamed | merged),
        *(
            Change(Kind.CAME, (), (right[each],))
            for each in rest[1]
            if each not in split and each not in renamed.values()
        ),
    ]
    order = [*Kind]
    changes.sort(key=lambda each: order.index(each.kind))
    return Comparison(tuple(changes), unweighed=max(map(len, rest)) > MOST)


def _merged(
    left: Sequence[Entry], right: Sequence[Entry], merged: Pairs, alike: Mapping[tuple[int, int], float]
) -> list[Change]:
    """By what they went into: the items that were merged, each with the others of the same."""
    into: dict[int, list[int]] = defaultdict(list)
    for each, other in merged.items():
        into[other].append(each)
    return [
        Change(
            Kind.MERGED,
            tuple(left[each] for each in several),
            (right[other],),
            proposed=True,
            score=min(alike[each, other] for each in several),
        )
        for other, several in into.items()
    ]


def _split(
    left: Sequence[Entry], right: Sequence[Entry], split: Pairs, alike: Mapping[tuple[int, int], float]
) -> list[Change]:
    """By what they come from: the items that were split off."""
    turned = _merged(right, left, split, {(b, a): score for (a, b), score in alike.items()})
    return [Change(Kind.SPLIT, each.right, each.left, proposed=True, score=each.score) for each in turned]


def _rest(side: Sequence[Entry], taken: Iterable[int]) -> list[int]:
    known = set(taken)
    return [place for place in range(len(side)) if place not in known]


def _renamed(rest: tuple[list[int], list[int]], alike: Mapping[tuple[int, int], float]) -> Pairs:
    """The likest pairs of what is left on both sides, one to one."""
    free = set(rest[0]), set(rest[1])
    pairs: Pairs = {}
    for (left, right), _ in sorted(alike.items(), key=lambda each: (-each[1], each[0])):
        if left in free[0] and right in free[1]:
            pairs[left] = right
            free[0].discard(left)
            free[1].discard(right)
    return pairs


def _joined(pairs: Pairs, alike: Mapping[tuple[int, int], float]) -> tuple[Pairs, Pairs]:
    """What is left over, with the likest item on the other side, which another one has already."""
    merged: Pairs = {}
    split: Pairs = {}
    taken = set(pairs.values())
    for (left, right), _ in sorted(alike.items(), key=lambda each: (-each[1], each[0])):
        if left not in pairs and right in taken:
            merged.setdefault(left, right)
        elif right not in taken and left in pairs:
            split.setdefault(right, left)
    return merged, split


def _renaming(
    left: Sequence[Entry],
    right: Sequence[Entry],
    pair: tuple[int, int],
    alike: Mapping[tuple[int, int], float],
) -> Change:
    return Change(Kind.RENAMED, (left[pair[0]],), (right[pair[1]],), proposed=True, score=alike[pair])


def _equal(left: Sequence[Entry], right: Sequence[Entry], equal: Pairs, pairs: Pairs) -> list[Change]:
    """The items of the same name: unchanged, or moved where what is above them is another item now."""
    codes = {left[each].code: right[other].code for each, other in pairs.items()}
    changes = []
    for each, other in equal.items():
        above = left[each].parent
        moved = bool(above) != bool(right[other].parent) or codes.get(above, "") != right[other].parent
        changes.append(Change(Kind.MOVED if moved else Kind.SAME, (left[each],), (right[other],)))
    return changes
