"""The tree of a plan's version, read once: parents, children and titles by key."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from coretech.apps.plans.models import Element, PlanVersion


@dataclass(frozen=True, slots=True)
class Tree:
    """The elements of a version by key, by what they hang on in printed order, and by their number in the database."""

    by_key: dict[str, Element]
    children: dict[int | None, list[Element]]
    by_id: dict[int, Element]

    @property
    def tops(self) -> list[Element]:
        """What hangs on nothing."""
        return self.children.get(None, [])

    def below(self, element: Element) -> list[Element]:
        """What hangs on an element itself."""
        return self.children.get(element.pk, [])

    def under(self, element: Element) -> Iterator[Element]:
        """An element and all below it, depth first, in printed order."""
        yield element
        for each in self.below(element):
            yield from self.under(each)

    def above(self, element: Element) -> list[Element]:
        """What an element hangs on, from the top down."""
        found: list[Element] = []
        at = self.by_id.get(element.parent_id or 0)
        while at is not None:
            found.insert(0, at)
            at = self.by_id.get(at.parent_id or 0)
        return found


def tree_of(version: PlanVersion) -> Tree:
    """A version's elements; one query."""
    by_key: dict[str, Element] = {}
    children: dict[int | None, list[Element]] = defaultdict(list)
    for each in Element.objects.filter(version=version).order_by("order"):
        by_key[each.key] = each
        children[each.parent_id].append(each)
    return Tree(by_key, dict(children), {each.pk: each for each in by_key.values()})
