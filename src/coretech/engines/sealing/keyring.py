"""The keys of an installation, in a folder of files outside the database and its backups.

One master key, from which a key for each purpose is derived (HKDF-SHA-256, RFC 5869), and keys of single scopes,
random and derived from nothing, so that a scope's key is gone for good once destroyed.
"""

import re
import secrets
from pathlib import Path

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from coretech.engines.sealing.box import KEY_BYTES
from coretech.engines.sealing.errors import KeyMissingError, ScopeTakenError
from coretech.engines.sealing.key_files import destroy, write_new
from coretech.kit.sentence import Sentence

MASTER = "master.key"
SCOPES = "scopes"
_SCOPE = re.compile(r"[a-z0-9][a-z0-9._-]{0,99}")
_KEY = re.compile(r"[0-9a-f]{64}\n?")


class KeyRing:
    """The keys in one folder, made ``0700`` with files of ``0600`` as they are needed."""

    def __init__(self, folder: Path) -> None:
        """Use this folder; nothing is made before the first key is."""
        self._folder = folder

    def make_key(self, purpose: str) -> bytes:
        """The key for a purpose, such as ``papers``; the master key behind it is made where there is none.

        Only for an installation that has sealed nothing yet: anywhere else a new master key would hide a lost one.
        """
        write_new(self._folder / MASTER, _text(secrets.token_bytes(KEY_BYTES)))
        return self.key(purpose)

    def key(self, purpose: str) -> bytes:
        """The key for a purpose, from the master key.

        Raises:
            KeyMissingError: when the master key is not there, or its file is damaged.
        """
        master = _read(self._folder / MASTER, _master_missing(self._folder / MASTER))
        return HKDF(SHA256(), KEY_BYTES, salt=None, info=f"coretech/{purpose}".encode()).derive(master)

    def create_scope(self, scope: str) -> bytes:
        """A new random key for a scope; on the disk when this returns.

        Raises:
            ScopeTakenError: when the scope has a key; it stays as it is.
            ValueError: when the name has anything but lower-case letters, digits, dots, hyphens and underscores.
        """
        key = secrets.token_bytes(KEY_BYTES)
        if not write_new(self._path(scope), _text(key)):
            raise ScopeTakenError(_taken(scope))
        return key

    def scope_key(self, scope: str) -> bytes:
        """The key of a scope.

        Raises:
            KeyMissingError: when it was never made, was lost or destroyed, or its file is damaged.
            ValueError: when the name is no scope's.
        """
        return _read(self._path(scope), _scope_missing(scope, self._path(scope)))

    def destroy_scope(self, scope: str) -> None:
        """Destroy the key of a scope for good; once more does no harm.

        The file is overwritten and unlinked. A copy made of the folder before, or kept by the disk's own wear
        levelling, is beyond this function: keys belong on an encrypted disk, and those to be destroyed in no backup.
        """
        destroy(self._path(scope))

    def scopes(self, prefix: str = "") -> list[str]:
        """The scopes that have a key, by name."""
        folder = self._folder / SCOPES
        names = (path.stem for path in folder.glob("*.key")) if folder.is_dir() else ()
        return sorted(name for name in names if name.startswith(prefix) and _SCOPE.fullmatch(name))

    def _path(self, scope: str) -> Path:
        if not _SCOPE.fullmatch(scope):
            message = f"no name of a scope: {scope!r}"
            raise ValueError(message)
        return self._folder / SCOPES / f"{scope}.key"


def _text(key: bytes) -> bytes:
    return f"{key.hex()}\n".encode("ascii")


def _read(path: Path, missing: Sentence) -> bytes:
    try:
        text = path.read_text(encoding="ascii")
    except (FileNotFoundError, NotADirectoryError, UnicodeDecodeError) as error:
        raise KeyMissingError(missing) from error
    if not _KEY.fullmatch(text):
        raise KeyMissingError(missing)
    return bytes.fromhex(text)


def _master_missing(path: Path) -> Sentence:
    return Sentence(
        f"找不到主金鑰 {path.name}，或檔案已損壞，加密保存的資料無法開啟。請將它還原到金鑰資料夾（CORETECH_KEYS）。",
        f"The master key {path.name} is missing or damaged, so what is sealed cannot be opened. "
        "Restore it to the folder of keys (CORETECH_KEYS).",
    )


def _scope_missing(scope: str, path: Path) -> Sentence:
    return Sentence(
        f"找不到「{scope}」的金鑰 {path.name}：已銷毀、遺失或損壞，以它加密的內容無法再開啟。",
        f"The key of “{scope}”, {path.name}, was destroyed, lost or damaged; what it sealed can no longer be opened.",
    )


def _taken(scope: str) -> Sentence:
    return Sentence(
        f"「{scope}」已有金鑰；請先銷毀，或改用原來的。",
        f"“{scope}” has a key already; destroy it first, or use it.",
    )
