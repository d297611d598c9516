"""Start the server, tell whether it serves, stop it. The caller holds ``place.starting``."""

import fcntl
import os
import shlex
import shutil
import socket
import time
from pathlib import Path

from coretech.embedded import cluster, files, locks, programs, socket_folder
from coretech.embedded.account import Account
from coretech.embedded.address import PORT
from coretech.embedded.options import options
from coretech.embedded.place import Place
from coretech.embedded.problem import EmbeddedError
from coretech.embedded.shelf import installed
from coretech.kit.sentence import Sentence

START_SECONDS = 120  # recovery after a power cut takes its time
STOP_SECONDS = 60
ORPHAN_SECONDS = 30  # a killed server's last processes notice its death and leave


def answers(place: Place) -> bool:
    """Whether a server accepts connections on the socket right now."""
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as probe:
        try:
            probe.connect(str(place.socket))
        except OSError:
            return False
    return True


def accepts(place: Place, account: Account) -> bool:
    """Whether the server lets clients in, which it does not while it recovers."""
    command = installed(account) / "bin" / "pg_isready"
    words = ["--quiet", f"--host={place.socket_folder}", f"--port={PORT}"]
    return programs.run(account, [command, *words], cwd=place.folder).returncode == 0


def bring_up(place: Place, account: Account) -> bool:
    """See that the server is there and ready, starting it where it is not.

    Returns:
        Whether it had to be started.

    Raises:
        EmbeddedError: where PostgreSQL does not start.
    """
    if _becomes_ready(place):
        return False
    descriptor = locks.opened(place.alive)
    try:
        if not locks.take(descriptor, fcntl.LOCK_EX, ORPHAN_SECONDS):
            raise EmbeddedError(_hangs(place))
        _clear(place)
        _start(place, account, descriptor)
    finally:
        os.close(descriptor)  # the server's processes hold it on
    return True


def take_down(place: Place, account: Account) -> None:
    """Stop the server, if it runs, so that it has nothing to recover next time."""
    if not _becomes_ready(place):
        return
    for mode in ("fast", "immediate"):
        pg_ctl = installed(account) / "bin" / "pg_ctl"
        words = ["stop", "--wait", f"--timeout={STOP_SECONDS}", f"--mode={mode}", "-D", str(place.cluster)]
        if programs.run(account, [pg_ctl, *words], cwd=place.folder).returncode == 0:
            break
    deadline = time.monotonic() + ORPHAN_SECONDS
    while locks.is_held(place.alive) and time.monotonic() < deadline:
        time.sleep(locks.STEP)
    socket_folder.remove(place)


def _becomes_ready(place: Place) -> bool:
    """Wait for a server that somebody else began to start; false once it is gone or does not answer."""
    deadline = time.monotonic() + START_SECONDS
    while locks.is_held(place.alive) and time.monotonic() < deadline:
        status = (files.read(place.cluster / "postmaster.pid") or "").splitlines()[-1:]
        if status and status[0].strip() == "ready":
            return answers(place)
        time.sleep(locks.STEP)
    return False


def _clear(place: Place) -> None:
    """Remove what a killed server left; its process number may be another program's by now."""
    for path in (
        place.cluster / "postmaster.pid",
        place.socket,
        place.socket.with_name(f"{place.socket.name}.lock"),
    ):
        path.unlink(missing_ok=True)


def _start(place: Place, account: Account, descriptor: int) -> None:
    installation = installed(account)
    socket_folder.prepare(place, account)
    cluster.prepare(place, account, installation)
    log = Path(place.cluster.name) / "start.log"  # relative: the shell that pg_ctl uses sees no odd names
    (place.folder / log).unlink(missing_ok=True)
    settings = [f"-c{name}={value}" for name, value in options(place).items()]
    words = ["start", "--wait", f"--timeout={START_SECONDS}", "--silent", "-D", place.cluster.name]
    result = programs.run(
        account,
        [installation / "bin" / "pg_ctl", *words, "-l", log, "-o", shlex.join(settings)],
        cwd=place.folder,
        keep=(descriptor,),
    )
    if result.returncode:
        result.stderr += files.read(place.folder / log) or ""
        raise programs.failed(_does_not_start(place), result)


def _does_not_start(place: Place) -> Sentence:
    room = shutil.disk_usage(place.folder).free // 2**20
    return Sentence(
        zh=f"{place.cluster} 的 PostgreSQL 無法啟動（磁碟剩餘 {room} MB）。請看該處 log 資料夾的紀錄。",
        en=f"PostgreSQL does not start on {place.cluster} ({room} MB of disk left). "
        "See its log folder there.",
    )


def _hangs(place: Place) -> Sentence:
    return Sentence(
        zh=f"{place.cluster} 的 PostgreSQL 仍有程序未結束，也不回應。請結束這些 postgres 程序後再試。",
        en=f"Processes of the PostgreSQL on {place.cluster} linger and do not answer. End these postgres "
        "processes and try again.",
    )
