"""How what somebody typed may be written in Taiwan: Simplified Chinese read as Traditional, with Taiwan's own words."""

from functools import cache
from typing import Protocol

from coretech.kit.folding import fold

CONVERSIONS = ("s2twp", "s2t")
"""OpenCC's conversions: with Taiwan's words (软件 → 軟體), and character by character (软件 → 軟件)."""


class _Converter(Protocol):
    def convert(self, text: str) -> str: ...


def readings(text: str) -> frozenset[str]:
    """The text as typed and as it may be meant, each folded for comparison; whoever typed Traditional loses nothing."""
    return frozenset(fold(each) for each in (text, *(_converter(name).convert(text) for name in CONVERSIONS)))


@cache
def _converter(name: str) -> _Converter:
    """The dictionaries are read at the first search; most commands and processes never search."""
    from opencc import OpenCC  # noqa: PLC0415 - as said above

    converter: _Converter = OpenCC(name)
    return converter
