"""Choose where a home's cluster lies, so that the server's account can reach it."""

from pathlib import Path

from coretech.embedded import files, programs
from coretech.embedded.account import Account, account_for
from coretech.embedded.place import Place
from coretech.embedded.shelf import SHELF
from coretech.embedded.socket_folder import fingerprint


def find(home: Path) -> Place:
    """Where the cluster lies or would lie; makes nothing."""
    pointed = files.read(_pointer(home))
    return Place(home.resolve() if pointed is None else Path(pointed))


def settle(home: Path) -> tuple[Place, Account]:
    """Make the home where absent, and choose the cluster's place and account once and for all.

    Root's server runs as an ordinary account; where that account cannot pass through a closed folder above
    the home, the cluster goes to a folder of ours and the home keeps a note of it.
    """
    files.make_folder(home)
    place = find(home)
    account = account_for(place.folder, place.cluster)
    if account.switched and not _reaches(account, place.folder):
        files.make_folder(SHELF)
        place = Place(SHELF / fingerprint(home.resolve()))
        files.make_folder(place.folder)
        files.write(_pointer(home), str(place.folder))
    return place, account


def _pointer(home: Path) -> Path:
    return home / "postgres.place"


def _reaches(account: Account, folder: Path) -> bool:
    return programs.run(account, ["test", "-x", folder], cwd=Path("/")).returncode == 0
