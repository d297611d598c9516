"""A connection to the embedded server, which is looked for first; the peer just connects to it."""

import shutil
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

import psycopg
from psycopg.conninfo import make_conninfo

from bench.contest import Contest
from coretech import embedded
from coretech.embedded import Address
from coretech.kit.sentence import Sentence

COUNT = 20


def contest() -> Iterator[Contest]:
    """A server of the benchmark's own, removed afterwards."""
    folder = Path(tempfile.mkdtemp(prefix="coretech-bench-"))
    folder.chmod(0o711)
    home = folder / "home"
    address = embedded.ensure(home)
    try:
        yield Contest(
            "connections",
            Sentence(
                "先確認內建資料庫在，再連線；對照為直接連線",
                "see that the embedded server is there, then connect; the peer just connects",
            ),
            "connections",
            COUNT,
            lambda: _connect(embedded.ensure(home) for _ in range(COUNT)),
            lambda: _connect(address for _ in range(COUNT)),
        )
    finally:
        embedded.release()
        shutil.rmtree(folder)


def _connect(addresses: Iterable[Address]) -> None:
    for address in addresses:
        psycopg.connect(make_conninfo(**address.libpq(), dbname=address.dbname)).close()
