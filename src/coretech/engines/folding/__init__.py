"""How what somebody typed may be written in Taiwan: Simplified Chinese read as Traditional, with Taiwan's own words."""

import re
from functools import cache
from typing import Protocol

from coretech.kit.folding import fold

CONVERSIONS = ("s2twp", "s2t")
"""OpenCC's conversions: with Taiwan's words (软件 → 軟體), and character by character (软件 → 軟件)."""

_LATIN = re.compile(r"[a-z0-9][a-z0-9'+./-]*")


class _Converter(Protocol):
    def convert(self, text: str) -> str: ...


def readings(text: str) -> frozenset[str]:
    """The text as typed and as it may be meant, each folded for comparison; whoever typed Traditional loses nothing."""
    return frozenset(fold(each) for each in (text, *(_converter(name).convert(text) for name in CONVERSIONS)))


def stands_in(term: str, text: str) -> bool:
    """Whether a folded term stands in a folded text: Chinese anywhere, a word in Latin letters from its beginning."""
    if _LATIN.match(term):
        return re.search(rf"(?<![a-z0-9]){re.escape(term)}", text) is not None
    return bool(term) and term in text


@cache
def _converter(name: str) -> _Converter:
    """The dictionaries are read at the first search; most commands and processes never search."""
    from opencc import OpenCC  # noqa: PLC0415 - as said above

    converter: _Converter = OpenCC(name)
    return converter
