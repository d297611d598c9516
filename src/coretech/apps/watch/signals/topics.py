"""The technologies that signals are about: items of our list, watched technologies, and items of other lists."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from django.db.models import Q

from coretech.apps.audit.acting import Acting
from coretech.apps.lists.corpus import item_address
from coretech.apps.lists.models import ListItem
from coretech.apps.register.models import ItemVersion
from coretech.apps.register.queries import history, in_force, newest_of
from coretech.apps.watch.models import WatchedTechnology
from coretech.apps.watch.queries import technologies
from coretech.apps.watch.signals.listed import items_of, watching_item
from coretech.kit.refusal import Refused, not_found
from coretech.kit.sentence import Sentence

Listed = Mapping[str, Sequence[ListItem]]
_ITEM = re.compile(r"item-([1-9]\d{0,8})", re.ASCII)
_LIST_ITEM = re.compile(r"([\w-]{1,60}):(.{1,60})", re.ASCII)


@dataclass(frozen=True, slots=True)
class Topic:
    """A technology that signals are about.

    Attributes:
        key: ``item-12`` for an item of our list, its code for a watched technology, ``US-NSTC:1.1`` for the item of
            a code on another list.
        name: what it is called.
        href: its own page, below the address of the installation; empty where it has none.
        number: that of the item of our list.
        technology: the row behind the item.
        sector: the code of the item's sector.
        watched: the code under which it is watched; empty where it is not.
        listed: the items of other lists that it is, or that it stands for where it is watched.
    """

    key: str
    name: Sentence
    href: str = ""
    number: int | None = None
    technology: int | None = None
    sector: str = ""
    watched: str = ""
    listed: tuple[ListItem, ...] = ()


@dataclass(frozen=True)
class Topics:
    """Several technologies, found by what other nouns know them under."""

    all: tuple[Topic, ...]

    @cached_property
    def by_number(self) -> Mapping[int, Topic]:
        """By the number of the item of our list."""
        return {each.number: each for each in self.all if each.number is not None}

    @cached_property
    def by_technology(self) -> Mapping[int, Topic]:
        """By the row of the technology."""
        return {each.technology: each for each in self.all if each.technology is not None}

    @cached_property
    def by_watched(self) -> Mapping[str, Topic]:
        """By the code under which it is watched."""
        return {each.watched: each for each in self.all if each.watched}

    @cached_property
    def listed(self) -> Mapping[int, Topic]:
        """By the row of the item of another list."""
        return {item.pk: each for each in self.all for item in each.listed}


def topics(by: Acting) -> Topics:
    """The items of our list in force, then the watched technologies that are none of them."""
    every = list(technologies())
    listed = items_of(each.code for each in every)
    watched = {each.item: each for each in every if each.item is not None}
    own = [_of_item(each, watched.get(each.item.number), listed) for each in in_force(by.today)]
    known = {each.number for each in own}
    others = (each for each in every if each.item not in known)
    return Topics((*own, *(_of_watched(each, listed) for each in others)))


def find_topic(key: str) -> Topic:
    """One technology by its key.

    Raises:
        Refused: (HTTP 404) where there is none of this key.
    """
    item, listed = _ITEM.fullmatch(key), _LIST_ITEM.fullmatch(key)
    if item is not None:
        return _item(int(item[1]))
    if listed is not None:
        return of_list_item(_list_item(*listed.groups()))
    watched = technologies().filter(code=key[:40]).first()
    if watched is None:
        raise no_such_topic()
    return topic_of(watched)


def topic_of(watched: WatchedTechnology) -> Topic:
    """A watched technology; the item of our list where it watches one."""
    return _of_watched(watched, items_of([watched.code])) if watched.item is None else _item(watched.item)


def of_list_item(item: ListItem) -> Topic:
    """An item of another list as a technology."""
    key = f"{item.version.list.code}:{item.code}"
    href = item_address(item.version.code, item.code)
    return Topic(key, item.name, href, listed=(item,))


def one(topic: Topic) -> Topics:
    """A technology by itself."""
    return Topics((topic,))


def names(found: Iterable[Topic]) -> Iterator[tuple[str, Sentence]]:
    """Technologies to choose from, each by its key."""
    for each in found:
        number = "" if each.number is None else f"{each.number}. "
        yield each.key, Sentence(f"{number}{each.name.zh}", f"{number}{each.name.en}")


def no_such_topic() -> Refused:
    """The refusal of a technology that is not there (HTTP 404)."""
    return not_found(
        "沒有這項技術；請由技術訊號的清單選擇。",
        "There is no such technology; choose one from the signals' list.",
    )


def _list_item(code: str, item: str) -> ListItem:
    """The item of a version, or of the newest version of a list that has it (HTTP 404 where none has)."""
    rows = ListItem.objects.filter(Q(version__code=code) | Q(version__list__code=code), code=item)
    found = rows.select_related("version__list").order_by("-version__dated", "-version__pk").first()
    if found is None:
        raise no_such_topic()
    return found


def _item(number: int) -> Topic:
    version = newest_of(history(number))
    watched = watching_item(number).first()
    return _of_item(version, watched, items_of([] if watched is None else [watched.code]))


def _of_item(version: ItemVersion, watched: WatchedTechnology | None, listed: Listed) -> Topic:
    number, code = version.item.number, "" if watched is None else watched.code
    return Topic(
        f"item-{number}",
        version.name,
        f"/register/{number}/",
        number,
        version.item.technology_id,
        version.sector.code,
        code,
        tuple(listed.get(code, ())),
    )


def _of_watched(watched: WatchedTechnology, listed: Listed) -> Topic:
    code = watched.code
    return Topic(code, watched.name, f"/watch/{code}/", watched=code, listed=tuple(listed.get(code, ())))
