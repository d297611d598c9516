"""One way of writing: width, compatibility forms, case, Simplified for Traditional; character by character.

A table of all characters makes it: folding a text keeps its length wherever a character folds to one character, so a
place in the folded text is a place in the original.
"""

import re
import unicodedata
from functools import cache

HAN = ((0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x2A6DF), (0x2F800, 0x2FA1F))
"""Where the Chinese characters are that anybody writes."""
_SIMPLIFIABLE = HAN[:3]
_HAN = re.compile("[" + "".join(f"{chr(first)}-{chr(last)}" for first, last in HAN) + "]")


def folded(text: str) -> str:
    """The text as it is compared; what folds to more than one character grows."""
    if text.isascii():
        return text.lower()
    return unicodedata.normalize("NFKC", text).lower().translate(_simplified())


def has_han(text: str) -> bool:
    """Whether there is a Chinese character in a text."""
    return _HAN.search(text) is not None


@cache
def _simplified() -> dict[int, str]:
    """The Simplified form of every character that has one of its own."""
    from opencc import OpenCC  # noqa: PLC0415 - its dictionaries are read only by who compares

    letters = [chr(code) for first, last in _SIMPLIFIABLE for code in range(first, last + 1)]
    turned = str(OpenCC("t2s").convert("\n".join(letters))).split("\n")
    pairs = zip(letters, turned, strict=True)
    return {ord(one): other for one, other in pairs if one != other and len(other) == 1}
