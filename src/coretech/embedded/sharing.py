"""Share one server between processes: the first starts it, the last stops it.

Each process holds a shared lock, its lease, for as long as it lives; the kernel takes it back however the
process ends. Whoever can have the lease alone is the last.
"""

import atexit
import fcntl
import os
import subprocess
import sys
import threading
import time
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from coretech.embedded import locks, server
from coretech.embedded.account import Account
from coretech.embedded.address import Address
from coretech.embedded.place import Place
from coretech.embedded.problem import cannot_use
from coretech.embedded.settle import settle


@dataclass(frozen=True, slots=True)
class Lease:
    """This process's share in a server."""

    place: Place
    account: Account
    descriptor: int
    address: Address


class Leases:
    """The leases of this process; a forked child starts with none."""

    def __init__(self) -> None:
        """Begin without leases."""
        self.lock = threading.RLock()
        self.by_home: dict[Path, Lease] = {}

    def forget(self) -> None:
        """In a forked child: the parent's leases are the parent's alone."""
        self.lock = threading.RLock()
        while self.by_home:
            _, lease = self.by_home.popitem()
            os.close(lease.descriptor)


_leases = Leases()
os.register_at_fork(after_in_child=_leases.forget)


def ensure(home: Path) -> Address:
    """See that the home's server runs, and keep it running while this process lives.

    Cheap to call before every connection: a running server costs one knock on its socket.

    Args:
        home: the data folder; made where absent.

    Returns:
        Where the server answers.

    Raises:
        EmbeddedError: with a sentence that says what to do.
    """
    with _leases.lock:
        lease = _leases.by_home.get(home)
        if lease is not None and server.answers(lease.place):
            return lease.address
        try:
            return _join(home).address
        except OSError as error:
            raise cannot_use(home, error) from error


def wait(home: Path) -> Address:
    """As ``ensure``, and wait until the server lets clients in: after a crash it recovers first.

    Raises:
        EmbeddedError: where the server does not start; one that recovers on is left to the caller.
    """
    deadline = time.monotonic() + server.START_SECONDS
    address = ensure(home)
    lease = _leases.by_home[home]
    while not server.accepts(lease.place, lease.account) and time.monotonic() < deadline:
        time.sleep(locks.STEP)
        address = ensure(home)
    return address


def release() -> None:
    """Give up this process's leases, and stop each server that nobody else uses. Runs at exit by itself."""
    with _leases.lock:
        while _leases.by_home:
            _, lease = _leases.by_home.popitem()
            _leave(lease)


def stop_if_unused(place: Place, account: Account, descriptor: int) -> bool:
    """Stop the server unless some process holds a lease; the caller holds ``place.starting``."""
    if not locks.take(descriptor, fcntl.LOCK_EX):
        return False
    server.take_down(place, account)
    return True


def _join(home: Path) -> Lease:
    """Take a lease, or renew one whose server died, and see that the server is up."""
    if not _leases.by_home:
        atexit.unregister(release)
        atexit.register(release)
    place, account = settle(home)
    former = _leases.by_home.pop(home, None)
    if former is not None:
        os.close(former.descriptor)
    with locks.exclusive(place.starting), ExitStack() as undo:
        descriptor = locks.opened(place.lease)
        undo.callback(os.close, descriptor)
        locks.take(descriptor, fcntl.LOCK_SH)
        if server.bring_up(place, account):
            _watch(place)
        address = Address(str(place.socket_folder), place.password.read_text(encoding="utf-8"))
        undo.pop_all()
    _leases.by_home[home] = lease = Lease(place, account, descriptor, address)
    return lease


def _leave(lease: Lease) -> None:
    try:
        if lease.place.folder.exists():  # a removed home has nothing to stop
            with locks.exclusive(lease.place.starting):
                stop_if_unused(lease.place, lease.account, lease.descriptor)
    finally:
        os.close(lease.descriptor)


def _watch(place: Place) -> None:
    """Leave a watch behind that outlives us, for the day when the last user is killed."""
    command = [sys.executable, "-m", "coretech.embedded.watch", str(place.folder)]
    subprocess.run(  # noqa: S603 - our own words, each an argument of its own
        ["/bin/sh", "-c", '"$@" </dev/null >/dev/null 2>&1 &', "sh", *command],
        check=True,
        cwd="/",
        start_new_session=True,
    )
