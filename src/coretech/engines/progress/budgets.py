"""Budgets along a tree: a parent's own printed amount, or else its children's; never both."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from coretech.engines.progress.refusals import Misplaced
from coretech.kit.sentence import Sentence

__all__ = ["Amount", "Budget", "Disagreement", "Misplaced", "budgets", "total"]


@dataclass(frozen=True, slots=True)
class Amount:
    """An element's place in the tree and its own printed amount in NT dollars; None where none is printed."""

    key: str
    parent: str | None
    own: Decimal | None


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A parent whose printed amount is not the sum of its children's; ``difference`` is own − children."""

    key: str
    own: Decimal
    children: Decimal

    @property
    def difference(self) -> Decimal:
        """By how much the printed amount is the larger one."""
        return self.own - self.children

    @property
    def sentence(self) -> Sentence:
        """What differs, and which of the two is used."""
        return Sentence(
            f"載列金額 {self.own:,f} 元，下層合計 {self.children:,f} 元，相差 {self.difference:,f} 元；採載列金額。",
            f"Printed are NT$ {self.own:,f}, its parts come to NT$ {self.children:,f}, a difference of"
            f" NT$ {self.difference:,f}; the printed amount is used.",
        )


@dataclass(frozen=True, slots=True)
class Budget:
    """An element's budget in NT dollars; None where nothing is printed at or below it.

    ``printed`` tells the element's own amount from a sum; ``complete`` is False for a sum in which a child has none.
    """

    key: str
    amount: Decimal | None
    printed: bool
    complete: bool
    disagreement: Disagreement | None


def budgets(amounts: Sequence[Amount]) -> dict[str, Budget]:
    """The budget of every element, by its key. A parent that is not in the list is taken for none.

    Raises:
        Misplaced: where a key stands twice, or an element stands below itself.
    """
    nodes = {amount.key: amount for amount in amounts}
    if len(nodes) < len(amounts):
        raise Misplaced(Sentence("同一代碼的金額出現兩次。", "The same key has two amounts."))
    children: dict[str, list[str]] = {key: [] for key in nodes}
    for amount in amounts:
        if amount.parent in nodes:
            children[str(amount.parent)].append(amount.key)
    found: dict[str, Budget] = {}
    for key in _leaves_first(nodes, children):
        found[key] = _budget(nodes[key], [found[child] for child in children[key]])
    return found


def total(amounts: Sequence[Amount]) -> Decimal | None:
    """The budget of the whole: the sum over what has no parent; None where nothing is printed anywhere."""
    keys, found = {amount.key for amount in amounts}, budgets(amounts)
    return _sum(found[amount.key].amount for amount in amounts if amount.parent not in keys)


def _leaves_first(nodes: Mapping[str, Amount], children: Mapping[str, list[str]]) -> list[str]:
    """Every key behind all those below it."""
    order = [key for key in nodes if nodes[key].parent not in nodes]
    for key in order:
        order.extend(children[key])
    if len(order) < len(nodes):
        raise Misplaced(
            Sentence(
                "層級有循環：某項目在自己之下。", "The tree runs in a circle: an element stands below itself."
            )
        )
    return order[::-1]


def _budget(node: Amount, below: Sequence[Budget]) -> Budget:
    children = _sum(each.amount for each in below)
    complete = all(each.amount is not None and each.complete for each in below)
    if node.own is None:
        return Budget(node.key, children, printed=False, complete=bool(below) and complete, disagreement=None)
    return Budget(
        node.key,
        node.own,
        printed=True,
        complete=True,
        disagreement=_differs(node, children, complete=complete),
    )


def _differs(node: Amount, children: Decimal | None, *, complete: bool) -> Disagreement | None:
    """The disagreement; children that lack amounts disagree only where they already come to more."""
    if node.own is None or children is None or children == node.own or (not complete and children < node.own):
        return None
    return Disagreement(node.key, node.own, children)


def _sum(amounts: Iterable[Decimal | None]) -> Decimal | None:
    known = [amount for amount in amounts if amount is not None]
    return sum(known, Decimal(0)) if known else None
