"""From a text file's bytes to its text: the mark at its start, UTF-8, or what its bytes look most like."""

import codecs
from dataclasses import dataclass

from charset_normalizer import from_bytes

from coretech.kit.sentence import Sentence
from coretech.readers.files.errors import FileError

UTF8 = "UTF-8"
_MARKS = (
    (codecs.BOM_UTF8, "utf-8", UTF8),
    (codecs.BOM_UTF32_LE, "utf-32-le", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32-be", "UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "UTF-16"),
)
_READ = {
    "big5": "cp950",
    "cp950": "cp950",
    "big5hkscs": "big5hkscs",
    "gb18030": "gb18030",
    "gb2312": "gb18030",
}
_WIDE = {"utf_16": "utf-16", "utf_16_le": "utf-16-le", "utf_16_be": "utf-16-be"}
_NAMES = {"cp950": "Big5", "big5hkscs": "Big5-HKSCS", "gb18030": "GB 18030"}
_SAMPLE = 64 * 1024


@dataclass(frozen=True, slots=True)
class Text:
    """A file's text, and the encoding it was read in."""

    text: str
    encoding: str


def decoded(data: bytes) -> Text:
    """The text of a file.

    Raises:
        FileError: where no encoding fits; the sentence names the byte, or asks for UTF-8.
    """
    for mark, codec, name in _MARKS:
        if data.startswith(mark):
            return Text(_strictly(data.removeprefix(mark), codec, name), name)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _guessed(data)
    if "\x00" in text:
        return _guessed(data)
    return Text(text, UTF8)


def _guessed(data: bytes) -> Text:
    """The text in the encoding its first bytes look most like, where that one fits all of it."""
    best = from_bytes(data[: _SAMPLE - _SAMPLE % 2]).best()
    named = "" if best is None else best.encoding
    for codec in dict.fromkeys(
        (_READ.get(named, ""), _WIDE.get(named, ""), "cp950", "utf-16-le", "utf-16-be")
    ):
        if codec and _is_plausible(text := _tried(data, codec)):
            return Text(text, _NAMES.get(codec, "UTF-16"))
    raise FileError(
        Sentence(
            "看不出檔案的文字編碼；請另存為 UTF-8 後重試。",
            "The file's encoding cannot be told. Save it as UTF-8 and try again.",
        )
    )


def _tried(data: bytes, codec: str) -> str:
    try:
        return data.decode(codec)
    except UnicodeDecodeError:
        return ""


def _is_plausible(text: str) -> bool:
    """Whether a text reads as one: hardly a control character in it, and Chinese or Latin words."""
    sample = text[:4096]
    odd = sum(character < " " and character not in "\t\n\r\f" for character in sample)
    known = sum("\u4e00" <= character <= "\u9fff" or character.isascii() for character in sample)
    return bool(sample) and odd == 0 and known * 2 > len(sample)


def _strictly(data: bytes, codec: str, name: str) -> str:
    try:
        return data.decode(codec)
    except UnicodeDecodeError as error:
        raise FileError(
            Sentence(
                f"檔案開頭標示為 {name}，但第 {error.start + 1} 個位元組起不符；請另存為 UTF-8 後重試。",
                f"The file begins as {name}, but not from byte {error.start + 1} on. Save it as UTF-8 and try again.",
            )
        ) from error
