"""The items of a version as a tree."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from coretech.apps.lists.models import ListItem


@dataclass(frozen=True, slots=True)
class Branch:
    """An item with those below it, in the list's order; ``below`` counts all of them, however deep."""

    item: ListItem
    branches: "tuple[Branch, ...]"
    below: int


def tree_of(items: Iterable[ListItem]) -> tuple[Branch, ...]:
    """The topmost items, each with those below it; as deep as they go, without recursion."""
    children: dict[int | None, list[ListItem]] = defaultdict(list)
    for each in items:
        children[each.parent_id].append(each)
    built: dict[int, Branch] = {}
    waiting = list(children[None])
    order: list[ListItem] = []
    while waiting:
        each = waiting.pop()
        order.append(each)
        waiting.extend(children[each.pk])
    for each in reversed(order):
        branches = tuple(built[child.pk] for child in children[each.pk])
        built[each.pk] = Branch(each, branches, sum(1 + branch.below for branch in branches))
    return tuple(built[each.pk] for each in children[None])


def path_of(item: ListItem) -> list[ListItem]:
    """The items over one, the topmost first; a query for each level."""
    above: list[ListItem] = []
    at = item.parent
    while at is not None:
        above.append(at)
        at = at.parent
    return above[::-1]
