"""What each character is compared as, by tables over all characters, so that many are folded at once."""

import unicodedata
from functools import cache

import numpy as np
import numpy.typing as npt

from coretech.engines.matching.folding import HAN, folded, has_han

Codes = npt.NDArray[np.uint32]

PLANES = 0x30000
"""Characters beyond are none that a text here is compared by; the last before them is none either."""

LATIN = "0123456789abcdefghijklmnopqrstuvwxyz"
"""The Latin letters and digits that words and figures are made of."""

_FOLDING = (
    (0x41, 0x33FF),
    (0xA640, 0xABFF),
    (0xFB00, 0xFFEF),
    (0x10400, 0x1044F),
    (0x1D400, 0x1D7FF),
    (0x1F100, 0x1F1FF),
)
"""Where characters are that fold to others, beside the Chinese ones, of which none grows."""


def unfolded(text: str) -> str:
    """A text without the characters that grow: those of `growing` become what they fold to."""
    return unicodedata.normalize("NFKC", text).lower()


@cache
def growing() -> npt.NDArray[np.bool_]:
    """Whether a character folds to more than one, or joins the one before: such texts are normalised first."""
    table = np.zeros(PLANES, dtype=np.bool_)
    for first, last in _FOLDING:
        for code in range(first, last + 1):
            one = unfolded(chr(code))
            grows = len(one) > 1 and any(each in LATIN or has_han(each) for each in one)
            table[code] = grows or unicodedata.combining(chr(code)) != 0
    table[0x1100:0x1200] = True
    return table


@cache
def fold_table() -> Codes:
    """What each character folds to; the first where it folds to more than one."""
    table = np.arange(PLANES, dtype=np.uint32)
    for first, last in (*_FOLDING, *HAN):
        for code in range(first, last + 1):
            one = folded(chr(code))
            table[code] = ord(one[0]) if one else 0x20
    return table
