"""In which encoding a text file is written, told by its mark or by the lines that are not plain ASCII."""

import codecs
import io
from collections.abc import Iterable
from typing import BinaryIO

from coretech.kit.refusal import Refused
from coretech.readers.files.errors import FileError
from coretech.readers.texts.records import unusable

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CODECS = {"Big5": "cp950", "Big5-HKSCS": "big5hkscs", "GB 18030": "gb18030"}
_LIKELY = ("cp950", "big5hkscs", "gb18030")
_SAMPLE = 64 * 1024


def as_text(file: BinaryIO, newline: str | None) -> io.TextIOWrapper:
    """The file's text from its beginning; bytes that fit no character become U+FFFD.

    Raises:
        Refused: (HTTP 422) where no encoding fits most of its lines.
    """
    codec = _codec(file)
    file.seek(0)
    return io.TextIOWrapper(file, encoding=codec, errors="replace", newline=newline)


def _codec(file: BinaryIO) -> str:
    file.seek(0)
    head = file.read(_SAMPLE)
    for mark, codec in _MARKS:
        if head.startswith(mark):
            return codec
    if b"\x00" in head:
        return _wide(head)
    file.seek(0)
    lines = _telling(file)
    return "utf-8" if _fits(lines, "utf-8") * 2 >= len(lines) else _guessed(lines)


def _telling(lines: Iterable[bytes]) -> list[bytes]:
    """The first lines that are not plain ASCII, as many as a sample holds."""
    found, size = [], 0
    for line in lines:
        if not line.isascii():
            found.append(line)
            size += len(line)
            if size >= _SAMPLE:
                break
    return found


def _fits(lines: list[bytes], codec: str) -> int:
    """How many of the lines can be read so."""
    return sum(_is_written(line, codec) for line in lines)


def _is_written(line: bytes, codec: str) -> bool:
    try:
        line.decode(codec)
    except UnicodeDecodeError:
        return False
    return True


def _guessed(lines: list[bytes]) -> str:
    """What the house's reader takes the lines for; where some are broken, what most of them can be read in."""
    from coretech.readers.plans.decoding import decoded  # noqa: PLC0415 - few files ask for the guesser's tables

    sample = b"".join(lines)[: 4 * _SAMPLE]
    try:
        return _CODECS[decoded(sample).encoding]
    except (FileError, KeyError):
        best = max(_LIKELY, key=lambda codec: _fits(lines, codec))
    if _fits(lines, best) * 2 < len(lines):
        raise _unknown()
    return best


def _wide(head: bytes) -> str:
    """UTF-16 without a mark: a Latin letter's empty byte stands behind it or before it."""
    behind, before = head[1::2].count(0), head[::2].count(0)
    codec = "utf-16-le" if behind > before else "utf-16-be"
    text = head[: len(head) // 2 * 2].decode(codec, errors="replace")
    if sum(each < " " and each not in "\t\r\n" for each in text) or "\ufffd" in text[:-1]:
        raise _unknown()
    return codec


def _unknown() -> Refused:
    return unusable(
        "看不出檔案的文字編碼，或不是文字檔；請存成 UTF-8 的 CSV 或 JSONL，或用 ODS、Parquet。",
        "The file's encoding cannot be told, or it is no text; save it as CSV or JSON Lines in UTF-8, "
        "or use ODS or Parquet.",
    )
