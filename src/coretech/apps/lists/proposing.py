"""Mappings worth looking at: what earlier versions were judged to be, then what the matcher finds alike."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from coretech.apps.lists.mappings import Judged, Pair, judged
from coretech.apps.lists.models import ListItem
from coretech.apps.lists.models import Mapping as Row
from coretech.apps.lists.relating import equal, guess
from coretech.apps.lists.sides import ITEM, Entry, Key, Side
from coretech.engines.matching.lexicon import lexicon
from coretech.engines.matching.matcher import Matcher
from coretech.kit.folding import fold

LEAST = 0.3
"""Scores below this propose nothing."""
MOST = 5
"""So many for an item at most."""


@dataclass(frozen=True, slots=True)
class Proposed:
    """A mapping that could be written: its ends, the relation guessed, and the reasons as the row keeps them."""

    left: Key
    right: Key
    relation: str
    score: float | None
    why: Mapping[str, object]

    @property
    def pair(self) -> Pair:
        """Its two ends."""
        return (self.left, self.right)


def proposed(left: Side, right: Side, there: Iterable[Pair], least: float = LEAST) -> list[Proposed]:
    """What could be proposed between two sides and is not ``there`` yet; what is carried over goes before a guess."""
    known = set(there)
    found: dict[Pair, Proposed] = {}
    for each in (*carried(left, right), *matched(left, right, least)):
        if each.pair not in known:
            found.setdefault(each.pair, each)
    return list(found.values())


def matched(left: Side, right: Side, least: float = LEAST) -> Iterator[Proposed]:
    """The entries of the right that are most like each of the left, with the terms that carry it."""
    if not left.entries or not right.entries:
        return
    matcher = Matcher([_text(each) for each in right.entries], lexicon())
    hits = matcher.matched([_text(each) for each in left.entries], MOST, least)
    for entry, found in zip(left.entries, hits, strict=True):
        for hit in found:
            yield _guessed(entry, right.entries[hit.item], hit.score)


def _text(entry: Entry) -> str:
    return "\n".join(dict.fromkeys(filter(None, entry.names.values())))


def _guessed(left: Entry, right: Entry, score: float) -> Proposed:
    found = guess(left.names, right.names)
    why = {
        "terms": [[each.left, each.right, each.weight] for each in found.terms],
        "texts": [found.left, found.right],
        "covered": [round(found.of_left, 2), round(found.of_right, 2)],
    }
    return Proposed(left.key, right.key, found.relation, round(score, 4), why)


def carried(left: Side, right: Side) -> Iterator[Proposed]:
    """What was judged of items of the same name in other versions of the same lists."""
    mine, theirs = _namesakes(left), _namesakes(right)
    rows = Row.objects.filter(judgements__isnull=False).distinct()
    for each in judged(rows):
        for way in (each, Judged(each.mapping, each.judgement, turned=True)):
            yield from _carried_along(way, mine, theirs)


def _carried_along(way: Judged, mine: Mapping[Key, Entry], theirs: Mapping[Key, Entry]) -> Iterator[Proposed]:
    one, other = mine.get(way.left), theirs.get(way.right)
    if one is None or other is None or (one.key, other.key) == (way.left, way.right):
        return
    told = {"mapping": way.mapping.pk, "judgement": way.state}
    yield Proposed(one.key, other.key, way.relation, None, {"carried": told})


def _namesakes(side: Side) -> dict[Key, Entry]:
    """The side's entries, by themselves and by every item of another version of the list that is called the same."""
    found = dict(side.by_key)
    if side.is_register:
        return found
    by_name = {name: each for each in side.entries for name in _folded(each.names)}
    others = ListItem.objects.filter(version__list__versions=side.version).exclude(version=side.version)
    for item in others:
        same = next((by_name[name] for name in _folded(item.names) if name in by_name), None)
        if same is not None and equal(same.names, item.names):
            found[Key(ITEM, item.pk)] = same
    return found


def _folded(names: Mapping[str, str]) -> list[str]:
    return [fold(each) for each in names.values() if each]
