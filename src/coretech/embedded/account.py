"""The system account that runs PostgreSQL, which refuses to be run by root."""

import os
import pwd
import shutil
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

DEDICATED = "coretech-db"
LIST_IS_LOCKED = 10  # useradd's status where it cannot update the list of accounts now
PATIENCE, STEP = 5.0, 0.1  # seconds


@dataclass(frozen=True, slots=True)
class Account:
    """Who runs the server's programs; ``switched`` where that is not who we are."""

    name: str
    uid: int
    gid: int
    switched: bool

    def own(self, path: Path) -> None:
        """Hand a file or folder of ours to the account."""
        if self.switched:
            os.chown(path, self.uid, self.gid)


def account_for(folder: Path, cluster: Path) -> Account:
    """The account for a cluster: ourselves, or for root whoever owns the cluster or its folder."""
    if (uid := os.geteuid()) != 0:
        return Account(name_of(uid), uid, os.getegid(), switched=False)
    for path in (cluster, folder):
        if path.exists() and (owner := path.stat()).st_uid != 0:
            return Account(name_of(owner.st_uid), owner.st_uid, owner.st_gid, switched=True)
    entry = _dedicated()
    return Account(entry.pw_name, entry.pw_uid, entry.pw_gid, switched=True)


def name_of(uid: int) -> str:
    """The account's name; containers run under numbers that have none."""
    try:
        return pwd.getpwuid(uid).pw_name
    except KeyError:
        return str(uid)


def _dedicated() -> pwd.struct_passwd:
    """Our own system account, made once; ``nobody`` where accounts cannot be made."""
    deadline = time.monotonic() + PATIENCE
    while (entry := _known(DEDICATED)) is None and _make(DEDICATED) and time.monotonic() < deadline:
        time.sleep(STEP)
    return entry or pwd.getpwnam("nobody")


def _known(name: str) -> pwd.struct_passwd | None:
    try:
        return pwd.getpwnam(name)
    except KeyError:
        return None


def _make(name: str) -> bool:
    """Ask for the account; whether asking again may help, for another process may be making it at this moment."""
    useradd = shutil.which("useradd", path="/usr/sbin:/sbin:/usr/bin:/bin")
    if useradd is None:
        return False
    options = ["--system", "--user-group", "--no-create-home", "--home-dir", "/nonexistent"]
    command = [useradd, *options, "--shell", "/usr/sbin/nologin", name]
    # Fails where another process holds the list of accounts or accounts live elsewhere: the caller looks.
    ran = subprocess.run(command, check=False, capture_output=True)  # noqa: S603 - our own fixed words
    return ran.returncode in (0, LIST_IS_LOCKED)
