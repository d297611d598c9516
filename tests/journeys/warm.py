"""The program loaded once on a data folder, and every command a fork of it: what is tested is not how Python imports.

Run as a program it reads orders, a line of JSON each, and answers each with a line. It opens no connection itself.
"""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from threading import Lock
from typing import Any, TextIO

from coretech.cli import COMMANDS, main

ROOT = Path(__file__).resolve().parents[2]


class Warm:
    """The loaded program, as its test holds it."""

    def __init__(self, environment: Mapping[str, str], log: TextIO) -> None:
        """Load it; whatever it has to complain about goes to the log."""
        self._orders = Lock()
        self._process = subprocess.Popen(
            [sys.executable, "-m", __name__],
            env={**environment, "DJANGO_SETTINGS_MODULE": "coretech.config.settings"},
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=log,
            text=True,
            start_new_session=True,
        )

    def begin(self, words: tuple[str, ...], given: Path, out: Path, err: Path) -> int:
        """Begin a command, or after the word ``python`` a statement, in a process of its own; gives its number."""
        return int(self._order({"words": words, "files": [str(path) for path in (given, out, err)]}))

    def ended(self, number: int, *, wait: bool = True) -> int | None:
        """The exit status of a process that was begun; nothing where it still runs and is not waited for."""
        status = self._order({"ended": number, "wait": wait})
        return None if status is None else int(status)

    def close(self) -> None:
        """Let it go; what it began goes on."""
        with suppress(BrokenPipeError):
            self._process.communicate()

    def _order(self, order: Mapping[str, object]) -> Any:  # noqa: ANN401 - whatever the answer is
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        with self._orders:
            self._process.stdin.write(json.dumps(order) + "\n")
            self._process.stdin.flush()
            return json.loads(self._process.stdout.readline())


def load() -> None:
    """Import all that a server imports, and have the addresses of all pages ready."""
    import django  # noqa: PLC0415 - only the program loads it
    from django.urls import reverse  # noqa: PLC0415 - as above

    django.setup()
    for module in (COMMANDS["serve"][0], "coretech.config.asgi"):
        import_module(module)
    assert reverse("home")


def serve_orders() -> int:
    """Answer orders until there are none; in a process that an order began, what came of its command."""
    ended: dict[int, int] = {}
    for line in sys.stdin:
        order = json.loads(line)
        if "ended" in order:
            answer = _status(order["ended"], ended, wait=order["wait"])
        elif not (answer := os.fork()):
            _turn_to([Path(name) for name in order["files"]])
            return _run(order["words"])
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()
    return 0


def _status(number: int, ended: dict[int, int], *, wait: bool) -> int | None:
    if number not in ended:
        found, status = os.waitpid(number, 0 if wait else os.WNOHANG)
        if not found:
            return None
        ended[number] = os.waitstatus_to_exitcode(status)
    return ended[number]


def _turn_to(files: list[Path]) -> None:
    """Leave the terminal and take the files for the three streams."""
    os.setsid()
    flags = (os.O_RDONLY, os.O_WRONLY | os.O_CREAT | os.O_APPEND, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    for stream, (path, flag) in enumerate(zip(files, flags, strict=True)):
        opened = os.open(path, flag, 0o600)
        os.dup2(opened, stream)
        os.close(opened)
    sys.stdin = open(0, encoding="utf-8", closefd=False)  # noqa: SIM115 - what was read ahead is an order


def _run(words: list[str]) -> int:
    if words[0] == "python":
        exec(words[1], {})  # noqa: S102 - a statement of ours
        return 0
    return main(words)


if __name__ == "__main__":
    load()
    sys.exit(serve_orders())
