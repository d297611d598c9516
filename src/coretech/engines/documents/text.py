"""Text as a document can hold it: no control characters, and one kind of line end."""

import re
import unicodedata

LINE_ENDS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
UNHOLDABLE = re.compile("[^\t\n\u0020-\u007e\u00a0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
VARIATION_SELECTORS = {*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0)}


def printable(text: str) -> str:
    """The text without control characters and lone surrogates; every kind of line end becomes a line feed.

    Source:
        XML 1.0, production 2 (Char) and its note on controls; Unicode Standard annex 14 for the line ends.
    """
    return UNHOLDABLE.sub("", LINE_ENDS.sub("\n", text))


def is_invisible(character: str) -> bool:
    """Whether it only steers how others are drawn: a joiner, a direction, a variation selector."""
    return unicodedata.category(character) == "Cf" or ord(character) in VARIATION_SELECTORS


def is_blank(text: str) -> bool:
    """Whether nothing would be seen of it on paper."""
    return all(character.isspace() or is_invisible(character) for character in printable(text))
