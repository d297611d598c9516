"""Every proof verifies, nothing else does, and both are RFC 9162's: by its text, by known trees, by pymerkle."""

import hashlib
import math
import tracemalloc
from collections.abc import Iterable, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pymerkle import InmemoryTree

from coretech.engines.ledger.consistency import consistency_path, consistent
from coretech.engines.ledger.inclusion import inclusion_path
from coretech.engines.ledger.leaf import leaf_hash
from coretech.engines.ledger.ranges import BLOCK, GapError, Ranges
from coretech.engines.ledger.tree import EMPTY_ROOT, Tree, folded, node_hash, root_of
from coretech.engines.ledger.verify import ProofError, root_from

Hashes = Sequence[bytes]

KNOWN_LEAVES = [
    bytes.fromhex(each)
    for each in (
        "",
        "00",
        "10",
        "2021",
        "3031",
        "40414243",
        "5051525354555657",
        bytes(range(0x60, 0x70)).hex(),
    )
]
KNOWN_ROOTS = [
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
]
"""The tree that the implementations of certificate transparency are tried on, at its eight sizes."""


def number(value: int) -> bytes:
    return leaf_hash(str(value).encode())


def source(leaves: Hashes, *, blocks: bool = True) -> Ranges:
    def roots(start: int, end: int) -> Iterable[bytes]:
        return (root_of(leaves[at * BLOCK : (at + 1) * BLOCK]) for at in range(start, end))

    return Ranges(lambda start, end: leaves[start:end], roots if blocks else lambda _start, _end: ())


def root_as_written(leaves: Hashes) -> bytes:
    """Section 2.1.1, word by word."""
    if not leaves:
        return hashlib.sha256(b"").digest()
    if len(leaves) == 1:
        return leaves[0]
    k = 2 ** (math.ceil(math.log2(len(leaves))) - 1)
    return hashlib.sha256(b"\x01" + root_as_written(leaves[:k]) + root_as_written(leaves[k:])).digest()


def path_as_written(m: int, leaves: Hashes) -> list[bytes]:
    """Section 2.1.3.1, word by word."""
    if len(leaves) == 1:
        return []
    k = 2 ** (math.ceil(math.log2(len(leaves))) - 1)
    if m < k:
        return [*path_as_written(m, leaves[:k]), root_as_written(leaves[k:])]
    return [*path_as_written(m - k, leaves[k:]), root_as_written(leaves[:k])]


def subproof_as_written(m: int, leaves: Hashes, *, whole: bool) -> list[bytes]:
    """Section 2.1.4.1, word by word."""
    if m == len(leaves):
        return [] if whole else [root_as_written(leaves)]
    k = 2 ** (math.ceil(math.log2(len(leaves))) - 1)
    if m <= k:
        return [*subproof_as_written(m, leaves[:k], whole=whole), root_as_written(leaves[k:])]
    return [*subproof_as_written(m - k, leaves[k:], whole=False), root_as_written(leaves[:k])]


SIZES = range(1, 34)
LEAVES = [number(value) for value in range(2 * BLOCK + 700)]


@pytest.mark.parametrize("size", range(1, 9))
def test_the_roots_of_the_known_tree_are_those_everybody_has(size: int) -> None:
    leaves = [leaf_hash(each) for each in KNOWN_LEAVES[:size]]

    assert root_of(leaves).hex() == KNOWN_ROOTS[size - 1]
    assert source(leaves).root(0, size).hex() == KNOWN_ROOTS[size - 1]


def test_the_paths_of_the_known_tree_are_put_together_by_hand() -> None:
    a, b, c, d, e, f, g, h = (leaf_hash(each) for each in KNOWN_LEAVES)
    known = source([a, b, c, d, e, f, g, h])
    ab, cd, ef, gh = node_hash(a, b), node_hash(c, d), node_hash(e, f), node_hash(g, h)
    abcd = node_hash(ab, cd)

    assert inclusion_path(0, 8, known) == [b, cd, node_hash(ef, gh)]
    assert inclusion_path(5, 8, known) == [e, gh, abcd]
    assert inclusion_path(2, 3, known) == [ab]
    assert inclusion_path(6, 7, known) == [ef, abcd]
    assert consistency_path(1, 8, known) == [b, cd, node_hash(ef, gh)]
    assert consistency_path(3, 7, known) == [c, d, ab, node_hash(ef, g)]
    assert consistency_path(4, 7, known) == [node_hash(ef, g)]
    assert consistency_path(6, 7, known) == [ef, g, abcd]
    assert consistency_path(6, 8, known) == [ef, gh, abcd]


@pytest.mark.parametrize("size", SIZES)
def test_every_leaf_is_proved_as_the_standard_writes_it(size: int) -> None:
    leaves = LEAVES[:size]
    root = root_of(leaves)
    for index in range(size):
        path = inclusion_path(index, size, source(leaves))

        assert path == path_as_written(index, leaves)
        assert root_from(leaves[index], index, size, path) == root


@pytest.mark.parametrize("new", SIZES)
def test_every_growth_is_proved_as_the_standard_writes_it(new: int) -> None:
    leaves = LEAVES[:new]
    for old in range(1, new + 1):
        path = consistency_path(old, new, source(leaves))

        assert path == subproof_as_written(old, leaves, whole=True)
        assert consistent(old, root_of(leaves[:old]), new, root_of(leaves), path)


@given(st.integers(1, len(LEAVES)), st.data())
def test_pymerkle_gives_the_same_roots_and_paths(size: int, data: st.DataObject) -> None:
    index, old = data.draw(st.integers(0, size - 1)), data.draw(st.integers(1, size))
    leaves = LEAVES[:size]

    assert source(leaves).root(0, size) == ORACLE.get_root(size)
    proof = ORACLE.prove_inclusion(index + 1, size)
    assert [leaves[index], *inclusion_path(index, size, source(leaves))] == proof.path
    ORACLE.prove_consistency(old, size).verify(root_of(leaves[:old]), root_of(leaves))
    ours = consistency_path(old, size, source(leaves))
    assert consistent(old, root_of(leaves[:old]), size, root_of(leaves), ours)


def grown() -> InmemoryTree:
    tree = InmemoryTree()
    for value in range(len(LEAVES)):
        tree.append_entry(str(value).encode())
    return tree


ORACLE = grown()


@given(st.integers(1, 200), st.data())
def test_an_inclusion_proof_with_any_bit_changed_fails(size: int, data: st.DataObject) -> None:
    index = data.draw(st.integers(0, size - 1))
    leaves = LEAVES[:size]
    parts = [leaves[index], *inclusion_path(index, size, source(leaves))]
    parts = flipped(parts, data)

    assert led(parts[0], index, size, parts[1:]) != root_of(leaves)


@given(st.integers(2, 200), st.data())
def test_a_proof_for_another_place_or_of_another_length_fails(size: int, data: st.DataObject) -> None:
    index, other = data.draw(st.integers(0, size - 1)), data.draw(st.integers(0, size + 2))
    leaves = LEAVES[:size]
    root, path = root_of(leaves), inclusion_path(index, size, source(leaves))

    assert (led(leaves[index], other, size, path) == root) == (other == index)
    assert led(leaves[index], index, size, path[:-1]) != root
    assert led(leaves[index], index, size, [*path, root]) != root


@given(st.integers(2, 200), st.data())
def test_a_consistency_proof_with_any_bit_changed_fails(new: int, data: st.DataObject) -> None:
    old = data.draw(st.integers(1, new - 1))
    leaves = LEAVES[:new]
    roots = [root_of(leaves[:old]), root_of(leaves)]
    path = consistency_path(old, new, source(leaves))
    first, second, *changed = flipped([*roots, *path], data)

    assert not consistent(old, first, new, second, changed)
    assert not consistent(old, roots[0], new, roots[1], path[:-1])
    assert not consistent(old, roots[0], new, roots[1], [*path, path[0]])


def test_no_leaves_begin_every_tree_and_equal_trees_need_no_path() -> None:
    root = root_of(LEAVES[:5])

    assert consistent(0, EMPTY_ROOT, 5, root, [])
    assert consistent(5, root, 5, root, [])
    assert not consistent(0, root, 5, root, [])
    assert not consistent(5, EMPTY_ROOT, 5, root, [])
    assert not consistent(5, root, 5, root, [root])
    assert not consistent(6, root, 5, root, [root])
    assert consistency_path(0, 5, source(LEAVES)) == consistency_path(5, 5, source(LEAVES)) == []


@pytest.mark.parametrize(("index", "size"), [(5, 5), (-1, 5), (0, 0)])
def test_a_leaf_that_is_not_there_is_not_proved(index: int, size: int) -> None:
    with pytest.raises(ValueError, match="no leaf"):
        inclusion_path(index, size, source(LEAVES))


def test_a_tree_that_shrank_is_not_proved() -> None:
    with pytest.raises(ValueError, match="no way"):
        consistency_path(6, 5, source(LEAVES))


@given(st.integers(1, len(LEAVES)))
def test_the_roots_of_blocks_save_reading_and_change_nothing(size: int) -> None:
    leaves = LEAVES[:size]
    with_blocks, without = source(leaves), source(leaves, blocks=False)

    assert inclusion_path(size - 1, size, with_blocks) == inclusion_path(size - 1, size, without)
    assert with_blocks.root(0, size) == root_of(leaves)


@pytest.mark.parametrize("size", [*SIZES, BLOCK, BLOCK + 1, 2 * BLOCK + 700])
def test_level_by_level_the_root_is_the_same(size: int) -> None:
    assert folded(LEAVES[:size]) == root_of(LEAVES[:size])


def test_a_source_with_fewer_leaves_than_it_should_have_is_told() -> None:
    with pytest.raises(GapError, match="between 0 and 40"):
        source(LEAVES[:39]).root(0, 40)


def test_a_proof_over_a_million_leaves_keeps_a_handful_of_hashes() -> None:
    size = 1_000_000
    block = root_of(LEAVES[:BLOCK])
    leaves = Ranges(
        lambda start, end: (number(value % BLOCK) for value in range(start, end)),
        lambda start, end: (block for _ in range(start, end)),
    )
    tracemalloc.start()
    try:
        path = inclusion_path(777_777, size, leaves)
        root, peak = leaves.root(0, size), tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()

    assert root_from(number(777_777 % BLOCK), 777_777, size, path) == root
    assert peak < 100_000


def test_the_tree_takes_a_whole_block_at_once() -> None:
    tree = Tree()
    tree.append(root_of(LEAVES[:BLOCK]), 10)
    for leaf in LEAVES[BLOCK : BLOCK + 3]:
        tree.append(leaf)

    assert (tree.size, tree.root()) == (BLOCK + 3, root_of(LEAVES[: BLOCK + 3]))


def led(leaf: bytes, index: int, size: int, path: list[bytes]) -> bytes | None:
    try:
        return root_from(leaf, index, size, path)
    except ProofError:
        return None


def flipped(parts: list[bytes], data: st.DataObject) -> list[bytes]:
    """One bit of one of them turned over."""
    which, bit = data.draw(st.integers(0, len(parts) - 1)), data.draw(st.integers(0, 255))
    changed = bytearray(parts[which])
    changed[bit // 8] ^= 1 << bit % 8
    return [*parts[:which], bytes(changed), *parts[which + 1 :]]
