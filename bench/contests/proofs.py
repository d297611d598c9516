"""Proofs over 1,000,000 leaves, made and verified; the peer is pymerkle's tree, over the same rows of one file."""

import random
import sqlite3
import tempfile
import tracemalloc
from collections.abc import Iterable, Iterator
from pathlib import Path
from timeit import timeit

from pymerkle import SqliteTree

from bench.contest import Contest
from coretech.engines.ledger.inclusion import inclusion_path
from coretech.engines.ledger.ranges import BLOCK, Ranges
from coretech.engines.ledger.tree import root_of
from coretech.engines.ledger.verify import root_from
from coretech.kit.sentence import Sentence

LEAVES, COUNT, MORE = 1_000_000, 2, 100
WHAT = Sentence(
    "百萬葉的樹，由資料庫的列製作並驗證包含證明；對照為 pymerkle 的 SqliteTree，兩者都不在記憶體留雜湊值",
    "inclusion proofs over a million leaves, made from a database's rows and verified; "
    "the peer is pymerkle's SqliteTree, and neither keeps hashes in memory",
)


class DifferError(RuntimeError):
    """The two do not agree on the tree, so that their speeds compare nothing."""


class Rows:
    """Hashes as rows: of leaves in the peer's own table, of blocks in one beside it."""

    def __init__(self, file: Path, leaves: int) -> None:
        """Open the peer's file and write the roots of its complete blocks, as the log does while it grows."""
        self._connection = sqlite3.connect(file)
        self._connection.execute("CREATE TABLE block (number INTEGER PRIMARY KEY, root BLOB)")
        roots = (
            (number, root_of(self.leaves(number * BLOCK, (number + 1) * BLOCK)))
            for number in range(leaves // BLOCK)
        )
        self._connection.executemany("INSERT INTO block VALUES (?, ?)", list(roots))
        self._connection.commit()

    def leaves(self, start: int, end: int) -> Iterable[bytes]:
        """The hashes of some leaves."""
        query = "SELECT hash FROM leaf WHERE id > ? AND id <= ? ORDER BY id"
        return (value for (value,) in self._connection.execute(query, (start, end)))

    def blocks(self, start: int, end: int) -> Iterable[bytes]:
        """The roots of some blocks."""
        query = "SELECT root FROM block WHERE number >= ? AND number < ? ORDER BY number"
        return (value for (value,) in self._connection.execute(query, (start, end)))

    def close(self) -> None:
        """Let the file go."""
        self._connection.close()


def contest(leaves: int = LEAVES, count: int = COUNT) -> Iterator[Contest]:
    """The same leaves in every run, asked for at random places."""
    with tempfile.TemporaryDirectory(prefix="coretech-bench-") as folder:
        file = Path(folder) / "leaves"
        peer = SqliteTree(str(file), disable_cache=True)
        peer.append_entries(b"act %d" % number for number in range(leaves))
        rows = Rows(file, leaves)
        places = random.Random(9162).sample(range(leaves), MORE)  # noqa: S311 - the same places every time
        ranges, root = Ranges(rows.leaves, rows.blocks), peer.get_root()
        try:
            yield Contest(
                "proofs",
                WHAT,
                "proofs",
                count,
                lambda: _ours(ranges, leaves, places[:count], root),
                lambda: _peers(peer, places[:count], root),
                lambda: [_memory(ranges, leaves), _with_cache(file, ranges, leaves, places, root)],
            )
        finally:
            rows.close()
            peer.con.close()


def _ours(ranges: Ranges, size: int, places: list[int], root: bytes) -> None:
    for place in places:
        path = inclusion_path(place, size, ranges)
        if root_from(ranges.root(place, place + 1), place, size, path) != root:
            raise DifferError


def _peers(tree: SqliteTree, places: list[int], root: bytes) -> None:
    for place in places:
        tree.prove_inclusion(place + 1).verify(tree.get_leaf(place + 1), root)


def _with_cache(file: Path, ranges: Ranges, size: int, places: list[int], root: bytes) -> Sentence:
    """How both do when the peer may keep what it has computed once."""
    cached = SqliteTree(str(file))
    _peers(cached, places, root)
    theirs, ours = (
        timeit(work, number=1) / len(places) * 1000
        for work in (lambda: _peers(cached, places, root), lambda: _ours(ranges, size, places, root))
    )
    cached.con.close()
    return Sentence(
        f"pymerkle 把算過的留在快取裡時，每份{theirs:.1f} ms；我們不留，每份{ours:.1f} ms",
        f"with what it once computed kept in its cache, pymerkle takes {theirs:.1f} ms a proof; ours keeps nothing "
        f"and takes {ours:.1f} ms",
    )


def _memory(ranges: Ranges, size: int) -> Sentence:
    tracemalloc.start()
    inclusion_path(size // 3, size, ranges)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return Sentence(
        f"製作一份證明最多用{peak / 1000:.0f} kB記憶體",
        f"making a proof takes at most {peak / 1000:.0f} kB of memory",
    )
