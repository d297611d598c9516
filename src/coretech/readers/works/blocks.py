"""A file of lines as blocks of whole lines, unpacked where it is gzipped; memory holds one block."""

import hashlib
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from typing import Any, BinaryIO

BLOCK = 16 * 2**20
_GZIP = b"\x1f\x8b"
_MEMBER = 31
"""zlib's word for "gzip, with its header"."""
_PIECE = 2**20


@dataclass(frozen=True, slots=True)
class Block:
    """Whole lines, and the number of the first of them (from 1)."""

    first: int
    data: bytes

    @property
    def lines(self) -> range:
        """The numbers of its lines, empty ones too."""
        return range(self.first, self.first + self.data.count(b"\n"))

    def pieces(self, size: int) -> Iterator["Block"]:
        """The block in pieces of whole lines, about ``size`` bytes each."""
        number, start = self.first, 0
        while start < len(self.data):
            end = self.data.find(b"\n", start + size) + 1 or len(self.data)
            piece = Block(number, self.data[start:end])
            yield piece
            number, start = piece.lines.stop, end


@dataclass
class LineFile:
    """A file of lines; what it was is known once it has been read.

    Attributes:
        path: the file, plain or gzipped, told by its content.
        cut: whether a gzipped file ended before its end.
    """

    path: Path
    cut: bool = False
    _hash: Any = field(default_factory=hashlib.sha256)

    @property
    def sha256(self) -> str:
        """The hash of the bytes as they lie on disk, once all of them were read."""
        return str(self._hash.hexdigest())

    def blocks(self, size: int = BLOCK) -> Iterator[Block]:
        """The file's lines, about ``size`` bytes of them at a time.

        Raises:
            OSError: where it cannot be opened or read.
        """
        with self.path.open("rb") as raw:
            pieces = self._pieces(raw)
            first = next(pieces, b"")
            pieces = chain([first], pieces)
            yield from _whole_lines(self._unpacked(pieces) if first[:2] == _GZIP else pieces, size)
            for _ in pieces:
                pass  # the hash is of the whole file, also where its unpacking stopped early

    def pass_over(self) -> None:
        """Read all of it for its hash alone, where something else reads its works.

        Raises:
            OSError: where it cannot be opened or read.
        """
        with self.path.open("rb") as raw:
            for _ in self._pieces(raw):
                pass

    def _pieces(self, raw: BinaryIO) -> Iterator[bytes]:
        while piece := raw.read(_PIECE):
            self._hash.update(piece)
            yield piece

    def _unpacked(self, pieces: Iterator[bytes]) -> Iterator[bytes]:
        """What can be unpacked, one gzip member after another; where that ends too early, the file is cut."""
        member = zlib.decompressobj(_MEMBER)
        for piece in pieces:
            rest = piece
            while rest:
                if member.eof:
                    member = zlib.decompressobj(_MEMBER)
                try:
                    yield member.decompress(rest)
                except zlib.error:
                    self.cut = True
                    return
                rest = member.unused_data
        self.cut = not member.eof


def _whole_lines(pieces: Iterator[bytes], size: int) -> Iterator[Block]:
    number, held, length = 1, list[bytes](), 0
    for piece in pieces:
        held.append(piece)
        length += len(piece)
        if length < size:
            continue
        data, _, rest = b"".join(held).rpartition(b"\n")
        held, length = [rest], len(rest)
        if data:
            yield Block(number, data + b"\n")
            number += data.count(b"\n") + 1
    if (data := b"".join(held)).strip():
        yield Block(number, data if data.endswith(b"\n") else data + b"\n")
