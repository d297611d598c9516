"""Links worth looking at: an element and an item whose names share words. A person decides; nothing is written here."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from coretech.apps.links.models import Link
from coretech.apps.plans.models import Element, Plan
from coretech.apps.register.models import ItemVersion
from coretech.apps.register.queries import in_force
from coretech.kit.folding import fold

SHARED_LETTERS = 3
LEAST_SHARED = 2
MOST = 8
_EVERYWHERE = frozenset({"關鍵技", "鍵技術", "技術及", "技術與", "系統技", "統技術", "術開發", "技術之"})
"""Runs of letters that half of all names have, so that sharing them says nothing."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """An item an element may serve, with the letters their names share."""

    item: ItemVersion
    shared: tuple[str, ...]


def suggestions_for(plan: Plan, element: Element, day: dt.date) -> list[Suggestion]:
    """The items of the list whose names share the most with the element's, those linked already left out."""
    linked = set(
        Link.objects.filter(plan=plan, element_key=element.key).values_list("technology_id", flat=True)
    )
    items = (each for each in in_force(day) if each.item.technology_id not in linked)
    return alike(element.title, items)


def alike(title: str, items: Iterable[ItemVersion]) -> list[Suggestion]:
    """The items by how many runs of three letters their names share with a title, two at least."""
    wanted = runs(title)
    found = [Suggestion(each, tuple(sorted(wanted & runs(each.name_zh)))) for each in items]
    near = [each for each in found if len(each.shared) >= LEAST_SHARED]
    return sorted(near, key=lambda each: (-len(each.shared), each.item.item.number))[:MOST]


def runs(text: str) -> frozenset[str]:
    """Every run of three letters of a text, however it is typed, but for those found everywhere."""
    folded = fold(text)
    return (
        frozenset(folded[at : at + SHARED_LETTERS] for at in range(len(folded) - SHARED_LETTERS + 1))
        - _EVERYWHERE
    )
