"""What a crosswalk compares: a version of a list, or the register of a day, as entries with names and a place."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from coretech.apps.lists.corpus import item_address
from coretech.apps.lists.models import ListItem, ListVersion
from coretech.apps.lists.queries import items_of, version_of
from coretech.kit.refusal import not_found
from coretech.kit.sentence import Sentence


class Key(NamedTuple):
    """An item of a list, or a technology of our own register, by the number of its row."""

    kind: str
    pk: int


ITEM, TECHNOLOGY = "item", "technology"


@dataclass(frozen=True, slots=True)
class Entry:
    """One item of a side; ``names`` by BCP 47 tag, ``area`` the code of the topmost item over it, its own at the top.

    ``address`` is where it stands below the address of the installation.
    """

    key: Key
    code: str
    name: Sentence
    names: Mapping[str, str]
    area: str
    address: str


@dataclass(frozen=True)
class Side:
    """One of the two that are compared; ``version`` is None for the register. ``areas`` are named by code."""

    code: str
    title: Sentence
    entries: tuple[Entry, ...]
    areas: Mapping[str, Sentence]
    address: str
    source: str
    dated: str
    version: int | None = None

    @cached_property
    def by_key(self) -> Mapping[Key, Entry]:
        """The entries by what they stand for."""
        return {each.key: each for each in self.entries}

    @property
    def is_register(self) -> bool:
        """Whether this is our own list in force."""
        return self.version is None

    def entry(self, code: str) -> Entry:
        """The entry of a code.

        Raises:
            Refused: (HTTP 404) where there is none.
        """
        for each in self.entries:
            if each.code == code:
                return each
        zh, en = self.title.zh, self.title.en
        raise not_found(f"「{zh}」沒有這個項目：{code}。", f"“{en}” has no such item: {code}.")


def version_side(code: str) -> Side:
    """A version of a list as a side, the newest where only the list is named; two queries.

    Raises:
        Refused: (HTTP 404) where there is none.
    """
    version = version_of(code).version
    items = items_of(version)
    tops = _tops(items)
    return Side(
        code=version.code,
        title=title_of(version),
        entries=tuple(_entry(each, tops[each.pk], version.code) for each in items),
        areas={each.code: each.name for each in items if each.parent_id is None},
        address=f"/lists/{version.code}/",
        source=version.source_url or version.source_name,
        dated=version.dated,
        version=version.pk,
    )


def title_of(version: ListVersion) -> Sentence:
    """The list's title with the day of the version."""
    title = version.list.title
    return Sentence(f"{title.zh}（{version.dated}）", f"{title.en} ({version.dated})")


def _entry(item: ListItem, area: str, version_code: str) -> Entry:
    return Entry(
        key=Key(ITEM, item.pk),
        code=item.code,
        name=item.name,
        names=item.names,
        area=area,
        address=item_address(version_code, item.code),
    )


def _tops(items: Iterable[ListItem]) -> dict[int, str]:
    """For each item the code of the topmost one over it, itself where it has no parent."""
    by_pk = {each.pk: each for each in items}
    tops: dict[int, str] = {}
    for each in by_pk.values():
        top = each
        while top.parent_id is not None:
            top = by_pk[top.parent_id]
        tops[each.pk] = top.code
    return tops
