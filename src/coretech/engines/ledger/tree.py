"""The Merkle tree of RFC 9162 as a stream: one pass, one hash per level kept."""

import hashlib
from collections.abc import Iterable

EMPTY_ROOT = hashlib.sha256(b"").digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """The hash of an inner node (RFC 9162, 2.1.1)."""
    return hashlib.sha256(b"\x01" + left + right).digest()


class Tree:
    """Grows leaf by leaf and tells its root at any size, in memory that grows with the logarithm of the size."""

    def __init__(self) -> None:
        """Start with no leaves."""
        self.size = 0
        self._peaks: list[bytes] = []

    def append(self, root: bytes, height: int = 0) -> None:
        """Add the next leaf's hash, or the root over the next ``2**height`` leaves.

        The size so far must be a multiple of as many.
        """
        self._peaks.append(root)
        self.size += 1 << height
        size = self.size >> height
        while size % 2 == 0:
            right, left = self._peaks.pop(), self._peaks.pop()
            self._peaks.append(node_hash(left, right))
            size //= 2

    def root(self) -> bytes:
        """The root over all leaves so far: 32 bytes."""
        if not self._peaks:
            return EMPTY_ROOT
        root = self._peaks[-1]
        for peak in reversed(self._peaks[:-1]):
            root = node_hash(peak, root)
        return root


def root_of(leaf_hashes: Iterable[bytes]) -> bytes:
    """The root over a sequence of leaf hashes."""
    tree = Tree()
    for value in leaf_hashes:
        tree.append(value)
    return tree.root()


def folded(hashes: list[bytes]) -> bytes:
    """The root over at least one hash, level by level: what `root_of` gives, faster, in memory for all of them."""
    level, sha256 = hashes, hashlib.sha256
    while len(level) > 1:
        odd = level[-1:] if len(level) % 2 else []
        nodes = iter(level)
        level = [sha256(b"\x01" + left + right).digest() for left, right in zip(nodes, nodes, strict=False)]
        level += odd
    return level[0]
