"""The list of a day, as known on a day, out of 10,000 items with 20 versions each; the peer is a plain select."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from bench.as_of_program import ITEMS, VERSIONS
from bench.contest import Contest
from coretech import embedded
from coretech.kit.sentence import Sentence

PROGRAM = Path(__file__).parents[1] / "as_of_program.py"


class Register:
    """A program with the register filled, which is asked in lines."""

    def __init__(self, environment: dict[str, str]) -> None:
        """Start it, and wait until it is filled."""
        self._program = subprocess.Popen(  # noqa: S603 - our own program
            [sys.executable, str(PROGRAM)],
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self._hear()

    def ask(self, which: str) -> int:
        """How many items one side found.

        Raises:
            RuntimeError: where it found another number than there are, or is gone.
        """
        if self._program.stdin is not None:
            self._program.stdin.write(f"{which}\n")
            self._program.stdin.flush()
        heard = self._hear()
        if heard != str(ITEMS):
            message = f"{which} found {heard or 'nothing'} of {ITEMS} items"
            raise RuntimeError(message)
        return ITEMS

    def close(self) -> None:
        """Let it end."""
        self._program.communicate()

    def _hear(self) -> str:
        return "" if self._program.stdout is None else self._program.stdout.readline().strip()


def contest() -> Iterator[Contest]:
    """An installation of the benchmark's own, removed afterwards."""
    home = Path(tempfile.mkdtemp(prefix="coretech-bench-"))
    home.chmod(0o711)
    environment = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    register = Register(environment | {"CORETECH_HOME": str(home)})
    try:
        yield Contest(
            "as-of",
            Sentence(
                f"{ITEMS:,}項各{VERSIONS}版中，某日有效、某日所知的清單；對照為依索引取同樣多的版本",
                f"the list of a day as known on a day, of {ITEMS:,} items with {VERSIONS} versions each; "
                "the peer selects as many versions by an index",
            ),
            "items",
            ITEMS,
            lambda: register.ask("ours"),
            lambda: register.ask("peer"),
        )
    finally:
        register.close()
        embedded.release()
        shutil.rmtree(home, ignore_errors=True)
