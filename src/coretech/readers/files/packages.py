"""Zip packages, opened within bounds: nothing encrypted, nothing that swells, nothing that points outside."""

import io
import zipfile
import zlib
from collections.abc import Iterator

from coretech.kit.sentence import Sentence
from coretech.readers.files.errors import FileError

MOST_ENTRIES = 5_000
MOST_BYTES = 300 * 1024 * 1024
HIGHEST_RATIO = 200
SMALL = 1024 * 1024
_ENCRYPTED = 0x1
_PIECE = 256 * 1024


class Package:
    """A zip package whose list of entries is within bounds.

    Raises:
        FileError: for one that is damaged, encrypted, has too many entries, or would swell beyond measure.
    """

    def __init__(self, data: bytes) -> None:
        """Read the list of entries."""
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError, RuntimeError) as error:
            raise damaged() from error
        self.entries = self._zip.infolist()
        _require_sound(self.entries)

    def names(self) -> list[str]:
        """The entries' names, in their order."""
        return [entry.filename for entry in self.entries]

    def pieces(self, entry: zipfile.ZipInfo) -> Iterator[bytes]:
        """The content of an entry, piece by piece, never more than it says."""
        try:
            with self._zip.open(entry) as content:
                while piece := content.read(_PIECE):
                    yield piece
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError) as error:
            raise damaged() from error

    def read(self, name: str) -> bytes | None:
        """The content of the entry of this name; None where there is none."""
        entry = next((each for each in self.entries if each.filename == name), None)
        return None if entry is None else b"".join(self.pieces(entry))


def damaged() -> FileError:
    """The refusal of a package that does not open."""
    return FileError(Sentence("壓縮檔已損壞；請重新存檔後再上傳。", "The package is damaged. Save it again."))


def _require_sound(entries: list[zipfile.ZipInfo]) -> None:
    if any(entry.flag_bits & _ENCRYPTED for entry in entries):
        raise encrypted()
    names = [entry.filename for entry in entries]
    if len(set(names)) < len(names) or any(_points_outside(name) for name in names):
        raise damaged()
    if len(entries) > MOST_ENTRIES or _swells(entries):
        raise FileError(
            Sentence(
                "壓縮檔解開後過大，疑為壓縮炸彈；請重新存檔，或改存為 PDF。",
                "The package would swell beyond measure when opened. Save it again, or as PDF.",
            )
        )


def encrypted() -> FileError:
    """The refusal of a file that asks for a password."""
    return FileError(
        Sentence(
            "檔案有密碼保護；請存成沒有密碼的檔案，本系統會自行加密保存。",
            "The file is protected by a password. Save it without one; it is sealed here anyway.",
        )
    )


def _points_outside(name: str) -> bool:
    return name.startswith(("/", "\\")) or ".." in name.replace("\\", "/").split("/") or ":" in name[:2]


def _swells(entries: list[zipfile.ZipInfo]) -> bool:
    if sum(entry.file_size for entry in entries) > MOST_BYTES:
        return True
    large = (entry for entry in entries if entry.file_size > SMALL)
    return any(entry.file_size > HIGHEST_RATIO * max(entry.compress_size, 1) for entry in large)
