"""Proofs that a tree only grew (RFC 9162, 2.1.4): making them, and checking them with the two roots alone."""

from collections.abc import Sequence

from coretech.engines.ledger.inclusion import split
from coretech.engines.ledger.ranges import Ranges
from coretech.engines.ledger.tree import EMPTY_ROOT, node_hash


def consistency_path(old: int, new: int, ranges: Ranges) -> list[bytes]:
    """The hashes that lead from the root over the first ``old`` leaves to that over the first ``new`` (2.1.4.1).

    Empty where there is nothing to lead: from no leaves, and between equal sizes.

    Raises:
        ValueError: when ``old`` is no size up to ``new``.
        GapError: when the source lacks leaves.
    """
    if not 0 <= old <= new:
        message = f"no way from {old} leaves to {new}"
        raise ValueError(message)
    if old in (0, new):
        return []
    start, end, siblings = 0, new, []
    while old < end:
        middle = start + split(end - start)
        if old <= middle:
            siblings.append((middle, end))
            end = middle
        else:
            siblings.append((start, middle))
            start = middle
    known = (
        [] if start == 0 else [(start, end)]
    )  # the old root itself is known where it stands in the new tree
    return [ranges.root(*each) for each in (*known, *reversed(siblings))]


def consistent(old: int, old_root: bytes, new: int, new_root: bytes, path: Sequence[bytes]) -> bool:
    """Whether the path shows that the tree of ``new`` leaves begins with that of ``old`` (2.1.4.2)."""
    if old in (0, new):
        same = old_root == (new_root if old == new else EMPTY_ROOT)
        return same and not path
    if not 0 < old < new or not path:
        return False
    first, *rest = path if old & (old - 1) else (old_root, *path)
    at, last = old - 1, new - 1
    while at & 1:
        at, last = at >> 1, last >> 1
    return _led(first, rest, at, last) == (old_root, new_root)


def _led(first: bytes, rest: Sequence[bytes], at: int, last: int) -> tuple[bytes, bytes] | None:
    """Both roots as the path computes them; None where it is too long or too short."""
    old = new = first
    for each in rest:
        if last == 0:
            return None
        if at & 1 or at == last:
            old, new = node_hash(each, old), node_hash(each, new)
            while not at & 1 and at:
                at, last = at >> 1, last >> 1
        else:
            new = node_hash(new, each)
        at, last = at >> 1, last >> 1
    return (old, new) if last == 0 else None
