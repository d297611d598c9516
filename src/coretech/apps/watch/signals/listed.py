"""Which items of published lists a watched technology stands for, and which technologies watch an item.

The bundled definitions name their items by the version of the list. An item that another version of that list has under
the same code and the same name is the same item, so that a list taken in anew keeps its technologies.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache

from django.db.models import QuerySet

from coretech.apps.lists.models import ListItem
from coretech.apps.watch.bundled import bundled_technologies
from coretech.apps.watch.models import WatchedTechnology
from coretech.apps.watch.queries import technologies


def items_of(codes: Iterable[str]) -> Mapping[str, list[ListItem]]:
    """The items that technologies stand for, by the technology's code; one query for any number."""
    by_item = {item: code for code in codes for item in _named().get(code, ())}
    rows = _alike(by_item)
    found: dict[str, list[ListItem]] = defaultdict(list)
    same = {_same(row): by_item[_key(row)] for row in rows if _key(row) in by_item}
    for row in rows:
        code = by_item.get(_key(row)) or same.get(_same(row))
        if code is not None:
            found[code].append(row)
    return found


def watching(item: ListItem) -> QuerySet[WatchedTechnology]:
    """The technologies that watch an item of a list."""
    others = ListItem.objects.filter(version__list=item.version.list_id, code=item.code)
    keys = {_key(each) for each in others.select_related("version") if _same(each) == _same(item)}
    exact = {_key(item)} & _watchers().keys()
    return technologies().filter(code__in={_watchers()[key] for key in exact or keys & _watchers().keys()})


def watching_item(number: int) -> QuerySet[WatchedTechnology]:
    """The technologies that watch an item of our own list."""
    return technologies().filter(item=number)


@cache
def _named() -> Mapping[str, tuple[str, ...]]:
    return {each.id: each.items for each in bundled_technologies()}


@cache
def _watchers() -> Mapping[str, str]:
    return {item: code for code, items in _named().items() for item in items}


def _alike(named: Iterable[str]) -> list[ListItem]:
    """Every item of the lists named, in any version, that has one of their codes."""
    pairs = [each.split("/", 1) for each in named]
    rows = ListItem.objects.filter(
        version__list__versions__code__in={version for version, _ in pairs},
        code__in={code for _, code in pairs},
    )
    return list(rows.distinct().select_related("version__list").order_by("version", "place"))


def _key(item: ListItem) -> str:
    return f"{item.version.code}/{item.code}"


def _same(item: ListItem) -> tuple[int, str, str]:
    """What makes it the same item in another version of its list."""
    return item.version.list_id, item.code, item.name.en.casefold()
