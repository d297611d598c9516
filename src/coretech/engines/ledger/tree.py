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

    def append(self, leaf_hash: bytes) -> None:
        """Add the next leaf's hash."""
        self._peaks.append(leaf_hash)
        self.size += 1
        size = self.size
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
