"""Roots over ranges of leaves, from the roots of complete blocks and, beside them, from leaf hashes as a stream."""

from collections.abc import Callable, Iterable
from itertools import islice

from coretech.engines.ledger.tree import Tree, folded

BLOCK_HEIGHT = 10
BLOCK = 1 << BLOCK_HEIGHT
"""How many leaves a block covers."""

Source = Callable[[int, int], Iterable[bytes]]
"""Hashes from a place on up to, and without, another: of leaves, or of blocks."""


class GapError(Exception):
    """The log lacks a leaf that its size asks for."""

    def __init__(self, start: int, end: int) -> None:
        """Name the range, by leaves counted from 0."""
        super().__init__(f"a leaf is missing between {start} and {end}")
        self.start, self.end = start, end


class Ranges:
    """Tells the root over any range a proof asks for, in memory that grows with the logarithm of its width."""

    def __init__(self, leaves: Source, blocks: Source) -> None:
        """Take a source of leaf hashes and one of block roots; the latter may lack roots, then leaves are read."""
        self._leaves, self._blocks = leaves, blocks

    def root(self, start: int, end: int) -> bytes:
        """The root over the leaves ``start`` to ``end - 1``, a range as RFC 9162 splits a tree.

        Such a range starts at a multiple of a power of two that is no less than its width.

        Raises:
            GapError: when the source has fewer leaves.
        """
        tree, at = Tree(), start
        if end - start >= BLOCK:
            _add(tree, self._blocks(start // BLOCK, end // BLOCK), BLOCK_HEIGHT)
            at += tree.size
            if at < end - end % BLOCK:
                tree, at = Tree(), start
        _add(tree, self._leaves(at, end), 0)
        if tree.size != end - start:
            raise GapError(start, end)
        return tree.root()


def _add(tree: Tree, roots: Iterable[bytes], height: int) -> None:
    """Add roots over ``2**height`` leaves each: of a block's worth at once, cut into powers of two, largest first."""
    remaining = iter(roots)
    while some := list(islice(remaining, BLOCK)):
        while some:
            above = len(some).bit_length() - 1
            tree.append(folded(some[: 1 << above]), height + above)
            del some[: 1 << above]
