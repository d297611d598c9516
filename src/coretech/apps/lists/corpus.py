"""Every item in force as a text to match with: for the self-check, the inventory's rounds and whoever matches."""

from dataclasses import dataclass
from urllib.parse import quote

from coretech.apps.lists.models import ListItem
from coretech.apps.lists.queries import standing_versions
from coretech.kit.sentence import Sentence


@dataclass(frozen=True, slots=True)
class Listed:
    """An item: ``key`` is its version's code and its own, ``text`` all its names and its description."""

    key: str
    text: str
    words: Sentence
    href: str


def listed_texts() -> list[Listed]:
    """The items of every version in force, by country and list and in the list's order; two queries."""
    versions = {each.version.pk: each.code for each in standing_versions() if each.in_force}
    order = {key: place for place, key in enumerate(versions)}
    items = ListItem.objects.filter(version__in=versions).order_by("place")
    return [
        _listed(each, versions[each.version_id])
        for each in sorted(items, key=lambda each: order[each.version_id])
    ]


def _listed(item: ListItem, version: str) -> Listed:
    return Listed(
        key=f"{version}/{item.code}",
        text="\n".join([*item.names.values(), *item.description.values()]),
        words=item.name,
        href=item_address(version, item.code),
    )


def item_address(version: str, code: str) -> str:
    """Where an item stands, below the address of the installation."""
    return f"/lists/{version}/items/{quote(code, safe='')}/"
