"""Signals of other states' lists: what a technology was judged to stand to, and what became of that since. Public."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from coretech.apps.audit.acting import Acting
from coretech.apps.lists.comparing import VERSIONS, Change, compared
from coretech.apps.lists.comparing import Kind as Became
from coretech.apps.lists.corpus import item_address
from coretech.apps.lists.mappings import Judged, of_items, of_technologies
from coretech.apps.lists.models import ListItem, ListVersion
from coretech.apps.lists.versions import as_file
from coretech.apps.lists.words import country
from coretech.apps.watch.signals.signal import Kind, Signal
from coretech.apps.watch.signals.topics import Topic, Topics
from coretech.kit.sentence import Sentence
from coretech.readers.lists.records import Entry

_STILL = Sentence("新版仍列", "Still listed")
_BY_NAME = Sentence("（依名稱相近推定）", " (by likeness of names)")

_OWN = "TW"
"""Whose lists are not foreign; what becomes of our own items the register tells."""

Pair = tuple[ListVersion, ListVersion, tuple[Change, ...]]


def foreign_lists(by: Acting, topics: Topics) -> Iterator[Signal]:  # noqa: ARG001 - every kind is told who asks
    """Each mapping that holds, and what later and earlier versions made of the items it leads to."""
    found = [(topics.by_technology[each.left.pk], each) for each in _holding_of_technologies(topics)]
    found += [(topics.listed[each.left.pk], each) for each in _holding_of_items(topics)]
    ends = [(topic, each.far) for topic, each in found if each.far is not None]
    ends += [(topic, item) for topic in topics.all for item in topic.listed]
    ends = [(topic, item) for topic, item in ends if item.version.list.country != _OWN]
    told = [_mapped(topic, each) for topic, each in found]
    yield from {(each.topic, each.key): each for each in (*told, *_moved(ends))}.values()


def _holding_of_technologies(topics: Topics) -> list[Judged]:
    return (
        [each for each in of_technologies(topics.by_technology) if each.holds] if topics.by_technology else []
    )


def _holding_of_items(topics: Topics) -> list[Judged]:
    return [each for each in of_items(topics.listed) if each.holds] if topics.listed else []


def _mapped(topic: Topic, each: Judged) -> Signal:
    word, name = each.word.word, each.far_name
    source = Sentence("清單對應", "Crosswalk") if each.far is None else _list_name(each.far.version)
    return Signal(
        topic=topic.key,
        kind=Kind.FOREIGN_LIST,
        at=each.at,
        what=Sentence(f"判定與「{name.zh}」{word.zh}", f"Judged to stand to “{name.en}”: {word.en}"),
        source=source,
        href=f"/crosswalk/mappings/{each.mapping.pk}/",
    )


def _moved(ends: Iterable[tuple[Topic, ListItem]]) -> Iterator[Signal]:
    """What each version made of the items, list by list."""
    pairs: dict[int, list[Pair]] = {}
    for topic, item in ends:
        of = item.version.list_id
        if of not in pairs:
            pairs[of] = list(_compared(of))
        for before, after, change in _traced(item, pairs[of]):
            yield _became(topic, before, after, change)


def _compared(list_id: int) -> Iterator[Pair]:
    """The versions of a list in their order, each with the one before it and what changed for certain."""
    versions = ListVersion.objects.filter(list=list_id).select_related("list").order_by("dated", "pk")
    for before, after in pairwise(versions):
        found = compared(as_file(before).entries, as_file(after).entries).changes
        yield before, after, tuple(each for each in found if not _may_be_missing(before, after, each))


def _may_be_missing(before: ListVersion, after: ListVersion, change: Change) -> bool:
    """Whether an item is perhaps on both sides, the one that does not show it being known in part only."""
    gone = change.kind is Became.WENT and not after.complete
    return gone or (change.kind is Became.CAME and not before.complete)


def _traced(item: ListItem, pairs: Iterable[Pair]) -> Iterator[tuple[ListVersion, ListVersion, Change]]:
    """The changes that led to the item and those that followed, as far as it can be traced."""
    order = list(pairs)
    later = [pair for pair in order if _is_before(item.version, pair[1])]
    earlier = [pair for pair in reversed(order) if not _is_before(item.version, pair[1])]
    codes = {item.code}
    for before, after, changes in later:
        met = [each for each in changes if codes & _codes(each.left)]
        yield from ((before, after, each) for each in met)
        codes = {code for each in met for code in _codes(each.right)}
    codes = {item.code}
    for before, after, changes in earlier:
        met = [each for each in changes if codes & _codes(each.right)]
        yield from ((before, after, each) for each in met)
        codes = {code for each in met for code in _codes(each.left)}


def _is_before(one: ListVersion, other: ListVersion) -> bool:
    return (one.dated, one.pk) < (other.dated, other.pk)


def _codes(entries: Iterable[Entry]) -> frozenset[str]:
    return frozenset(each.code for each in entries)


def _became(topic: Topic, before: ListVersion, after: ListVersion, change: Change) -> Signal:
    words = _STILL if change.kind is Became.SAME else VERSIONS[change.kind]
    basis = _BY_NAME if change.proposed else Sentence("。", ".")
    name = _named(change)
    last = change.right[0].code if change.right else ""
    return Signal(
        topic=topic.key,
        kind=Kind.FOREIGN_LIST,
        at=max(before.imported_at, after.imported_at),
        what=Sentence(f"{words.zh}：{name.zh}{basis.zh}", f"{words.en}: {name.en}{basis.en}"),
        source=_list_name(after),
        href=item_address(after.code, last) if last else f"/lists/{after.code}/",
        dated=after.dated,
    )


def _named(change: Change) -> Sentence:
    """What the items are called: before and after where that is not the same."""
    sides = [_names(side) for side in (change.left, change.right) if side]
    zh, en = (list(dict.fromkeys(getattr(side, of) for side in sides)) for of in ("zh", "en"))
    return Sentence(" → ".join(zh), " → ".join(en))


def _names(entries: Iterable[Entry]) -> Sentence:
    both = [_name(each) for each in entries]
    return Sentence("、".join(each.zh for each in both), ", ".join(each.en for each in both))


def _name(entry: Entry) -> Sentence:
    """A name in each language; where one is missing the other stands for it."""
    zh, en = entry.names.get("zh-Hant", ""), entry.names.get("en", "")
    first = next(iter(entry.names.values()), entry.code)
    return Sentence(zh or en or first, en or zh or first)


def _list_name(version: ListVersion) -> Sentence:
    title, of = version.list.title, country(version.list.country)
    return Sentence(f"{of.zh}「{title.zh}」（{version.dated}）", f"{of.en}, {title.en} ({version.dated})")
