"""Look at a home's server, or stop it, without using it."""

from dataclasses import dataclass
from pathlib import Path

from coretech.embedded import files, locks, server
from coretech.embedded.account import account_for, name_of
from coretech.embedded.settle import find


@dataclass(frozen=True, slots=True)
class Status:
    """A home's cluster: where it lies, and once made whose it is, its major version, whether it runs."""

    cluster: Path
    account: str | None
    version: str | None
    running: bool


def status(home: Path) -> Status:
    """What is there; makes and starts nothing.

    Raises:
        OSError: where the home may not be read.
    """
    place = find(home)
    version = files.read(place.cluster / "PG_VERSION")
    if version is None:
        return Status(place.cluster, None, None, running=False)
    account = name_of(place.cluster.stat().st_uid)
    return Status(place.cluster, account, version.strip(), running=server.answers(place))


def stop(home: Path) -> None:
    """Stop the home's server even while others use it; their next connection starts it again."""
    place = find(home)
    if place.cluster.exists():
        with locks.exclusive(place.starting):
            server.take_down(place, account_for(place.folder, place.cluster))
