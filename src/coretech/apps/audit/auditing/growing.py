"""The tree growing again as the acts go by: the roots of its blocks, and those at the sizes that were signed."""

import copy
from collections.abc import Iterable, Mapping

from coretech.apps.audit.auditing.found import Faults, Wrong
from coretech.engines.ledger.ranges import BLOCK, BLOCK_HEIGHT
from coretech.engines.ledger.tree import Tree, folded

_NOTHING = bytes(32)


class Growing:
    """Builds the tree from leaf hashes, and compares each complete block with the root kept of it."""

    def __init__(self, faults: Faults, blocks: Mapping[int, bytes], sizes: Iterable[int]) -> None:
        """Know the roots kept of blocks, and the sizes at which the root is wanted."""
        self.size = 0
        """How many leaves there are so far."""
        self.roots: dict[int, bytes | None] = {}
        self._faults, self._blocks = faults, blocks
        self._sizes = sorted({size for size in sizes if size >= 0}, reverse=True)
        self._tree, self._hashes, self._lost = Tree(), list[bytes | None](), False

    def add(self, leaf_hash: bytes | None) -> None:
        """Take the next leaf's hash; None for an act that is missing."""
        self._hashes.append(leaf_hash)
        self.size += 1
        if len(self._hashes) == BLOCK:
            self._complete()

    def finish(self) -> bytes:
        """The root over all of it; blocks and sizes beyond it are named or left out."""
        for number in sorted(number for number in self._blocks if number >= self._tree.size // BLOCK):
            self._faults.add(f"block {number}", wrong=Wrong.STRANGE)
        self._note_roots()
        tree = copy.deepcopy(self._tree)
        for leaf_hash in self._hashes:
            tree.append(leaf_hash or _NOTHING)
        return tree.root()

    def _complete(self) -> None:
        self._note_roots()
        number = self._tree.size // BLOCK
        root = self._root(number, self._blocks.get(number))
        self._tree.append(root, BLOCK_HEIGHT)
        self._hashes.clear()

    def _root(self, number: int, kept: bytes | None) -> bytes:
        """The block's root: recomputed, or the one kept of it where acts are missing, which are named already."""
        hashes = [each for each in self._hashes if each is not None]
        if len(hashes) < BLOCK:
            self._lost = self._lost or kept is None
            return kept or _NOTHING
        root = folded(hashes)
        if kept is None:
            self._faults.add(f"block {number}", wrong=Wrong.MISSING)
        elif kept != root:
            self._faults.add(f"block {number}", "root")
        return root

    def _note_roots(self) -> None:
        """Note the roots at the sizes wanted within the leaves at hand."""
        if not self._sizes or self._sizes[-1] > self.size:
            return
        tree, lost, at = copy.deepcopy(self._tree), self._lost, 0
        while self._sizes and self._sizes[-1] <= self.size:
            size = self._sizes.pop()
            for leaf_hash in self._hashes[at : size - self._tree.size]:
                lost = lost or leaf_hash is None
                tree.append(leaf_hash or _NOTHING)
            at = size - self._tree.size
            self.roots[size] = None if lost else tree.root()
