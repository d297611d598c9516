"""Start processes that use a home's server, and watch what becomes of the server."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Self

from coretech import embedded
from coretech.embedded import programs
from coretech.embedded.shelf import copy_programs

ORDINARY = Path(__file__).with_name("ordinary.py")
PROGRAM = Path(__file__).with_name("client.py")
PATIENCE = 60


class Client:
    """A process that uses the server of a home."""

    def __init__(self, home: Path) -> None:
        self.process = subprocess.Popen(
            [sys.executable, PROGRAM, home],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )

    def ready(self) -> Self:
        assert self._said() == "ready"
        return self

    def ask(self, statement: str) -> list[list[object]]:
        assert self.process.stdin
        self.process.stdin.write(f"{statement}\n")
        self.process.stdin.flush()
        rows: list[list[object]] = json.loads(self._said())
        return rows

    def leave(self) -> None:
        assert self.process.stdin
        self.process.stdin.close()
        assert self.process.wait(PATIENCE) == 0

    def signal(self, number: int) -> None:
        """To its whole group, as a terminal does."""
        os.killpg(self.process.pid, number)
        self.process.wait(PATIENCE)

    def _said(self) -> str:
        assert self.process.stdout
        return self.process.stdout.readline().strip()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End the process, however it fares."""
        self.process.kill()
        self.process.wait(PATIENCE)
        for stream in (self.process.stdin, self.process.stdout):
            if stream and not stream.closed:
                stream.close()


def new_home() -> Path:
    """A folder that the server's account can enter, unlike pytest's own."""
    folder = Path(tempfile.mkdtemp(prefix="coretech-embedded-"))
    folder.chmod(0o711)
    return folder / "home"


def clear(home: Path) -> None:
    """Stop the home's server and remove what it kept, wherever that lies."""
    shelved = embedded.status(home).cluster.parent
    embedded.stop(home)
    remove(home.parent)
    if shelved != home:
        remove(shelved)


def remove(folder: Path) -> None:
    """Remove a folder even while a last watch looks into it."""

    def gone() -> bool:
        shutil.rmtree(folder, ignore_errors=True)
        return not folder.exists()

    assert until(gone)


def copy_library(folder: Path) -> None:
    """What ``ordinary.py`` imports, and that program, in a folder by themselves."""
    package = Path(embedded.__file__).parents[1]
    for part in ("embedded", "kit"):
        skipped = shutil.ignore_patterns("__pycache__")
        shutil.copytree(package / part, folder / "coretech" / part, ignore=skipped)
    copy_programs(programs.bundled(), folder)
    shutil.copy(package / "__init__.py", folder / "coretech")
    (folder / programs.PACKAGE / "__init__.py").touch()
    shutil.copy(ORDINARY, folder)


def postmaster(home: Path) -> int:
    """The process number of the home's running server."""
    file = embedded.status(home).cluster / "postmaster.pid"
    return int(file.read_text().splitlines()[0])


def children(process: int) -> list[int]:
    """The process numbers of a process's children."""
    table = subprocess.run(["/bin/ps", "-A", "-o", "pid=,ppid="], capture_output=True, text=True, check=True)
    rows = (line.split() for line in table.stdout.splitlines())
    return [int(own) for own, parent in rows if int(parent) == process]


def runs(home: Path) -> bool:
    return embedded.status(home).running


def until(happens: Callable[[], bool]) -> bool:
    deadline = time.monotonic() + PATIENCE
    while not (done := happens()) and time.monotonic() < deadline:
        time.sleep(0.05)
    return done
