"""Proofs that a leaf is in the tree (RFC 9162, 2.1.3.1); `coretech.engines.ledger.verify` checks them."""

from coretech.engines.ledger.ranges import Ranges


def inclusion_path(index: int, size: int, ranges: Ranges) -> list[bytes]:
    """The hashes beside the way from a leaf, counted from 0, up to the root over the first ``size`` leaves.

    Raises:
        ValueError: when there is no such leaf among them.
        GapError: when the source lacks leaves.
    """
    if not 0 <= index < size:
        message = f"no leaf {index} in a tree of {size}"
        raise ValueError(message)
    start, end, siblings = 0, size, []
    while end - start > 1:
        middle = start + split(end - start)
        if index < middle:
            siblings.append((middle, end))
            end = middle
        else:
            siblings.append((start, middle))
            start = middle
    return [ranges.root(*sibling) for sibling in reversed(siblings)]


def split(width: int) -> int:
    """The largest power of two below a width of at least two: how many leaves go to the left."""
    return 1 << ((width - 1).bit_length() - 1)
