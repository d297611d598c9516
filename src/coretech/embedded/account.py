"""The system account that runs PostgreSQL, which refuses to be run by root."""

import os
import pwd
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

DEDICATED = "coretech-db"


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
    if (entry := _known(DEDICATED)) is None:
        _make(DEDICATED)
        entry = _known(DEDICATED)
    return entry or pwd.getpwnam("nobody")


def _known(name: str) -> pwd.struct_passwd | None:
    try:
        return pwd.getpwnam(name)
    except KeyError:
        return None


def _make(name: str) -> None:
    useradd = shutil.which("useradd", path="/usr/sbin:/sbin:/usr/bin:/bin")
    if useradd is None:
        return
    options = ["--system", "--user-group", "--no-create-home", "--home-dir", "/nonexistent"]
    command = [useradd, *options, "--shell", "/usr/sbin/nologin", name]
    # Fails where another process makes it at the same moment or accounts live elsewhere: the caller looks.
    subprocess.run(command, check=False, capture_output=True)  # noqa: S603 - our own fixed words
