"""A copy of PostgreSQL's programs where the server's account can reach them."""

import os
import shutil
from pathlib import Path

from coretech.embedded import files, programs
from coretech.embedded.account import Account

SHELF = Path("/var/lib/coretech-postgres")  # only root puts anything here
NEEDED = ("postgres", "initdb")  # the one stands alone, the other needs the shared libraries


def installed(account: Account) -> Path:
    """An installation the account can run: the bundled one, or a copy of it on the shelf.

    A package below a closed folder, such as ``/root``, is out of the account's reach; nobody's folder is
    opened for it.
    """
    installation = programs.bundled()
    if all(_runs(account, installation / "bin" / program) for program in NEEDED):
        return installation
    copy = SHELF / f"programs-{programs.release()}"
    if not copy.exists():
        _copy(installation, copy)
    return copy / programs.PACKAGE / installation.name


def copy_programs(installation: Path, target: Path) -> None:
    """Copy an installation with the libraries that lie beside its package, open to every reader."""
    package = installation.parent
    for source in (installation, package / ".dylibs", package.with_name(f"{package.name}.libs")):
        if source.exists():
            skipped = shutil.ignore_patterns("include", "*.a")
            place = target / source.relative_to(package.parent)
            shutil.copytree(source, place, symlinks=True, ignore=skipped)
    for path in (target, *target.rglob("*")):
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or path.parent.name == "bin" else 0o644)


def _runs(account: Account, program: Path) -> bool:
    try:
        return programs.run(account, [program, "--version"], cwd=Path("/")).returncode == 0
    except OSError:
        return False


def _copy(installation: Path, copy: Path) -> None:
    files.make_folder(SHELF)
    fresh = copy.with_name(f"{copy.name}.{os.getpid()}")
    copy_programs(installation, fresh)
    try:
        fresh.rename(copy)
    except OSError:  # another process was first
        shutil.rmtree(fresh)
