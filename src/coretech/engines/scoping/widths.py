"""A text in one width and case with every place traced back, so that what is found can be shown where it stands."""

import unicodedata
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Traced:
    """``text`` is NFKC character by character; ``origin[i]`` is where its character ``i`` stands in the original."""

    text: str
    origin: tuple[int, ...]

    def back(self, start: int, end: int) -> tuple[int, int]:
        """The span of the original that a span of the text came from."""
        return self.origin[start], self.origin[end - 1] + 1


_STOPS = frozenset("，；：！？")
"""These part clauses; a comma in their place would run two figures together."""


def traced(text: str) -> Traced:
    """The text with full-width letters and figures, ligatures and square units written out; stops as they are."""
    pairs = [
        (plain, at)
        for at, each in enumerate(text)
        for plain in (each if each in _STOPS else unicodedata.normalize("NFKC", each))
    ]
    return Traced("".join(plain for plain, _ in pairs), tuple(at for _, at in pairs))
