"""Datasette in an environment of its own, which goes when the measuring is over; it serves the same list from SQLite.

Licence: Apache-2.0. Nothing here imports it, and nothing is shipped with it.
"""

import sqlite3
import subprocess
import time
import urllib.error
import urllib.request
import venv
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

FETCH = (
    *("-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-input"),
    *("--timeout", "15", "--retries", "1", "--only-binary", ":all:", "datasette"),
)
DATABASE = "register.db"
ADDRESSES = {"json": "/register/list.json?_size=max", "html": "/register/list?_size=max"}
_PATIENCE = 60.0

_TABLE = (
    "CREATE TABLE version (no INTEGER, version INTEGER, change TEXT, name TEXT, name_announced TEXT, name_en TEXT, "
    "authority_zh TEXT, authority_en TEXT, sector_zh TEXT, sector_en TEXT, valid_from TEXT, recorded_at TEXT, "
    "PRIMARY KEY (no, version))"
)
_VIEW = (
    "CREATE VIEW list AS SELECT no, name, name_announced, name_en, authority_zh, authority_en, sector_zh, sector_en, "
    "(SELECT min(valid_from) FROM version AS first WHERE first.no = v.no) AS in_force_since, version "
    "FROM version AS v WHERE version = (SELECT max(version) FROM version AS newest WHERE newest.no = v.no) ORDER BY no"
)


def brought_into(folder: Path) -> Path | None:
    """The program in ``folder``; none where it cannot be fetched or does not fit this Python."""
    try:
        venv.create(folder, with_pip=True, symlinks=True)
        subprocess.run([str(folder / "bin" / "python"), *FETCH], check=True, capture_output=True)  # noqa: S603 - fixed words
    except subprocess.CalledProcessError:
        return None
    return folder / "bin" / "datasette"


def fill(file: Path, rows: Sequence[Sequence[object]]) -> None:
    """Write every version into a table, and the list in force as a view of it."""
    with sqlite3.connect(file) as database:
        database.execute(_TABLE)
        database.execute(_VIEW)
        database.executemany("INSERT INTO version VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)
    database.close()


@contextmanager
def served(program: Path, file: Path, port: int) -> Iterator[int]:
    """Datasette with its defaults, once it answers."""
    command = [str(program), "serve", str(file), "--port", str(port)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:  # noqa: S603 - our own command
        try:
            _wait(port)
            yield port
        finally:
            server.terminate()


def _wait(port: int) -> None:
    end = time.monotonic() + _PATIENCE
    while time.monotonic() < end:
        with suppress(urllib.error.URLError, ConnectionError):
            urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=_PATIENCE).close()
            return
        time.sleep(0.2)
    raise TimeoutError
