"""Text folded for comparison: the same words, however they were typed, become the same text.

A folded text is compared and searched, never shown and never stored as what somebody wrote.
"""

import re
import unicodedata

VARIANTS = str.maketrans(
    {
        "臺": "台",
        "爲": "為",
        "裏": "裡",
        "綫": "線",
        "衞": "衛",
        "羣": "群",
        "峯": "峰",
        "着": "著",
        "–": "-",
        "—": "-",
        "−": "-",
        "‐": "-",
        "‑": "-",
        "‧": "·",
        "・": "·",
        "•": "·",
    }
)
"""Characters that mean the same in an agency's or a technology's name."""

_BESIDE_HAN = re.compile(r"(?<=[\u3400-\u9fff])\s+|\s+(?=[\u3400-\u9fff])")
_SPACES = re.compile(r"\s+")


def fold(text: str) -> str:
    """The text without differences of width, case, variant characters and spacing.

    Spaces beside Chinese characters go, others become one; folding twice changes nothing.
    """
    plain = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).translate(VARIANTS).casefold())
    return _SPACES.sub(" ", _BESIDE_HAN.sub("", plain)).strip()


def same(one: str, other: str) -> bool:
    """Whether two texts are the same but for how they were typed."""
    return fold(one) == fold(other)
