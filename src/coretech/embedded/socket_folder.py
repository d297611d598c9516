"""The folder of the server's socket: short enough for the kernel, open to nobody else."""

import hashlib
import os
import stat
import tempfile
from contextlib import suppress
from pathlib import Path

from coretech.embedded import files
from coretech.embedded.account import Account
from coretech.embedded.place import SOCKET_NAME, Place
from coretech.embedded.problem import EmbeddedError
from coretech.kit.sentence import Sentence

LONGEST = 100  # bytes of a socket's path; the kernel takes 107 on Linux and 103 on macOS


def fingerprint(path: Path) -> str:
    """A short name for a path, the same in every process."""
    return hashlib.sha256(os.fsencode(path)).hexdigest()[:16]


def prepare(place: Place, account: Account) -> None:
    """Make the socket's folder where it is not there yet.

    Raises:
        EmbeddedError: where somebody else's folder has its name.
    """
    _record_where_unfit(place, account)
    folder = place.socket_folder
    if not os.path.lexists(folder):
        folder.mkdir(mode=0o700)
        account.own(folder)
    if not _is_ours_alone(folder, account):
        raise EmbeddedError(
            Sentence(
                zh=f"資料庫通訊用的資料夾 {folder} 不是 {account.name} 專用的。請移開該資料夾後再試。",
                en=f"The folder {folder}, meant for the database's socket, is not {account.name}'s alone. "
                "Move it away and try again.",
            )
        )


def remove(place: Place) -> None:
    """Take away a short folder of ours once its server is down."""
    if place.socket_record.exists():
        with suppress(OSError):
            place.socket_folder.rmdir()


def _record_where_unfit(place: Place, account: Account) -> None:
    """Choose a short folder once and write it down, so that every process finds the same one."""
    if _fits(place.folder / "postgres.run" / SOCKET_NAME):
        place.socket_record.unlink(missing_ok=True)
        return
    name = f"coretech-{account.uid}-{fingerprint(place.folder)}"
    former = place.socket_folder
    if former.name != name or not former.parent.is_dir():  # the home or the temporary folder was moved
        files.write(place.socket_record, str(Path(tempfile.gettempdir()) / name))


def _fits(path: Path) -> bool:
    """Short enough for the kernel, and without the comma at which libpq parts hosts."""
    return len(os.fsencode(path)) <= LONGEST and "," not in str(path)


def _is_ours_alone(folder: Path, account: Account) -> bool:
    found = folder.lstat()
    return stat.S_ISDIR(found.st_mode) and found.st_uid == account.uid and not found.st_mode & 0o077
