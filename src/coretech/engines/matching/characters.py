"""Many texts as one array of characters, each folded by a table and told apart by the text it stands in."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt

from coretech.engines.matching.folding import HAN, folded, has_han

Ints = npt.NDArray[np.int64]
Codes = npt.NDArray[np.uint32]

PLANES = 0x30000
"""Characters beyond are none that a text here is compared by."""


@dataclass(frozen=True, slots=True)
class Line:
    """Texts one after the other, a line break between each two: their folded characters, and which text each is of."""

    codes: Codes
    of: Ints
    size: int


def laid(texts: Sequence[str]) -> Line:
    """The texts as one line; a line break inside a text becomes a space first."""
    plain = [text.replace("\n", " ") for text in texts]
    raw, of = _raw(plain)
    growing = np.unique(of[_growing()[raw]])
    for row in growing:
        plain[row] = unicodedata.normalize("NFKC", plain[row]).replace("\n", " ")
    if len(growing):
        raw, of = _raw(plain)
    return Line(fold_table()[raw], of, len(plain))


def _raw(plain: Sequence[str]) -> tuple[Codes, Ints]:
    """The characters of all texts, those that nothing is compared by as one of them; and which text each is of."""
    line = "\n".join([*plain, ""]).encode("utf-32-le", "surrogatepass")
    lengths = np.fromiter(map(len, plain), dtype=np.int64, count=len(plain)) + 1
    codes = np.minimum(np.frombuffer(line, dtype=np.uint32), PLANES - 1)
    return codes, np.repeat(np.arange(len(plain)), lengths)


@cache
def _growing() -> npt.NDArray[np.bool_]:
    """Whether a character folds to more than one, or joins the one before: such texts are normalised first."""
    table = np.zeros(PLANES, dtype=np.bool_)
    for first, last in _FOLDING:
        for code in range(first, last + 1):
            one = unicodedata.normalize("NFKC", chr(code)).lower()
            grows = len(one) > 1 and any(latin_table()[ord(each)] or has_han(each) for each in one)
            table[code] = grows or unicodedata.combining(chr(code)) != 0
    table[0x1100:0x1200] = True
    return table


_FOLDING = (
    (0x41, 0x33FF),
    *HAN,
    (0xA640, 0xABFF),
    (0xFB00, 0xFFEF),
    (0x10400, 0x1044F),
    (0x1D400, 0x1D7FF),
    (0x1F100, 0x1F1FF),
)
"""Where characters are that fold to others."""


@cache
def fold_table() -> Codes:
    """What each character folds to; the first where it folds to more than one."""
    table = np.arange(PLANES, dtype=np.uint32)
    for first, last in _FOLDING:
        for code in range(first, last + 1):
            one = folded(chr(code))
            table[code] = ord(one[0]) if one else 0x20
    return table


@cache
def han_table() -> npt.NDArray[np.bool_]:
    """Whether a folded character is Chinese."""
    table = np.zeros(PLANES, dtype=np.bool_)
    for first, last in HAN:
        table[first : last + 1] = True
    return table


@cache
def latin_table() -> npt.NDArray[np.bool_]:
    """Whether a folded character is a Latin letter or a digit."""
    table = np.zeros(PLANES, dtype=np.bool_)
    for one in "abcdefghijklmnopqrstuvwxyz0123456789":
        table[ord(one)] = True
    return table
