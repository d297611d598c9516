"""PNG and JPEG, walked from their first part to their last: nothing missing, nothing behind the end."""

import zlib
from collections.abc import Iterator

from coretech.kit.sentence import Sentence
from coretech.readers.files.errors import FileError
from coretech.readers.files.kinds import Kind

PNG = b"\x89PNG\r\n\x1a\n"
JPEG = b"\xff\xd8\xff"
MOST_PIXELS = 100_000_000
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_SCAN, _END, _STUFFED = 0xDA, 0xD9, 0x00
_RESTARTS = frozenset(range(0xD0, 0xD8))


def read_png(data: bytes) -> Kind:
    """A PNG (ISO 15948) whose chunks all hold.

    Raises:
        FileError: where it is damaged, has something behind its end, or is too large a picture.
    """
    width = height = 0
    names = []
    for name, content in _chunks(data):
        names.append(name)
        if name == b"IHDR":
            width, height = int.from_bytes(content[:4]), int.from_bytes(content[4:8])
    if names[:1] != [b"IHDR"] or b"IDAT" not in names:
        raise _damaged()
    _require_size(width, height)
    return Kind.PNG


def read_jpeg(data: bytes) -> Kind:
    """A JPEG (ITU-T T.81) from its start to its end.

    Raises:
        FileError: as `read_png`.
    """
    width = height = 0
    for marker, content in _segments(data):
        if marker in _FRAMES:
            height, width = int.from_bytes(content[1:3]), int.from_bytes(content[3:5])
    _require_size(width, height)
    return Kind.JPEG


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    place = len(PNG)
    while place < len(data):
        length, name = int.from_bytes(data[place : place + 4]), data[place + 4 : place + 8]
        content = data[place + 8 : place + 8 + length]
        check = data[place + 8 + length : place + 12 + length]
        if len(check) < 4 or int.from_bytes(check) != zlib.crc32(name + content):  # noqa: PLR2004 - a CRC has 4 bytes
            raise _damaged()
        yield name, content
        place += 12 + length
        if name == b"IEND":
            break
    else:
        raise _damaged()
    if place != len(data):
        raise _more_behind()


def _segments(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Each segment's marker and content, to the end of the picture; coded data is passed over."""
    place = 2
    while True:
        if data[place : place + 1] != b"\xff" or place + 2 > len(data):
            raise _damaged()
        marker = data[place + 1]
        if marker == _END:
            break
        length = int.from_bytes(data[place + 2 : place + 4])
        if length < 2 or place + 2 + length > len(data):  # noqa: PLR2004 - the length counts its own 2 bytes
            raise _damaged()
        yield marker, data[place + 4 : place + 2 + length]
        place += 2 + length
        if marker == _SCAN:
            place = _after_scan(data, place)
    if data[place + 2 :].strip(b"\x00"):
        raise _more_behind()


def _after_scan(data: bytes, place: int) -> int:
    """Where the next marker stands behind coded data."""
    while True:
        place = data.find(b"\xff", place)
        if place < 0 or place + 1 >= len(data):
            raise _damaged()
        following = data[place + 1]
        if following == 0xFF:  # noqa: PLR2004 - a fill byte before a marker
            place += 1
        elif following == _STUFFED or following in _RESTARTS:
            place += 2
        else:
            return place


def _require_size(width: int, height: int) -> None:
    if not width * height:
        raise _damaged()
    if width * height > MOST_PIXELS:
        raise FileError(
            Sentence(
                f"圖片過大（{width}×{height}）；請縮小後再上傳。",
                f"The picture is too large ({width} × {height}). Make it smaller.",
            )
        )


def _damaged() -> FileError:
    return FileError(
        Sentence(
            "圖檔已損壞或不完整；請重新匯出後再上傳。", "The picture is damaged or cut off. Export it again."
        )
    )


def _more_behind() -> FileError:
    return FileError(
        Sentence(
            "圖檔結尾之後還藏有其他資料；請重新匯出後再上傳。",
            "Something else is hidden behind the picture's end. Export it again.",
        )
    )
