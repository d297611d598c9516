"""From the bytes of a CSV to its text: UTF-8, UTF-16 with its mark, or Big5."""

import codecs
from dataclasses import dataclass

from coretech.kit.refusal import bad_input
from coretech.kit.sentence import Sentence

UTF8 = "UTF-8"
_AGAIN = Sentence("請另存為 UTF-8 的 CSV 後重試。", "save it as CSV in UTF-8 and try again.")
_MARKS = (
    (codecs.BOM_UTF8, "utf-8", UTF8),
    (codecs.BOM_UTF16_LE, "utf-16-le", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "UTF-16"),
)
_UNMARKED = (("utf-8", UTF8), ("cp950", "Big5"))


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text, and the name of the encoding it was read in."""

    text: str
    encoding: str


def decoded(raw: bytes) -> Decoded:
    """The text of a file; a byte order mark decides, UTF-8 is tried before Big5.

    Raises:
        Refused: (HTTP 422) where there is nothing to read, or no encoding fits.
    """
    if not raw.strip():
        raise bad_input("file", "檔案是空的。", "The file is empty.")
    for mark, codec, name in _MARKS:
        if raw.startswith(mark):
            return Decoded(_strictly(raw, mark, codec), name)
    if b"\x00" in raw:
        raise bad_input("file", f"檔案含有空位元組；{_AGAIN.zh}", f"The file holds null bytes; {_AGAIN.en}")
    for codec, name in _UNMARKED:
        try:
            return Decoded(raw.decode(codec), name)
        except UnicodeDecodeError:
            continue
    raise bad_input(
        "file",
        f"檔案不是 UTF-8，也不是 Big5；{_AGAIN.zh}",
        f"The file is neither UTF-8 nor Big5; {_AGAIN.en}",
    )


def _strictly(raw: bytes, mark: bytes, codec: str) -> str:
    try:
        return raw.removeprefix(mark).decode(codec)
    except UnicodeDecodeError as error:
        place = len(mark) + error.start + 1
        raise bad_input(
            "file",
            f"第 {place} 個位元組起，與檔案開頭標示的編碼不符；{_AGAIN.zh}",
            f"From byte {place} on the file is not in the encoding its first bytes name; {_AGAIN.en}",
        ) from None
