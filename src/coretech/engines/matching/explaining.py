"""Why a text and an item are alike: the terms and figures that carried it, with their places in both texts."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from coretech.engines.matching.folding import folded
from coretech.engines.matching.lexicon import Lexicon
from coretech.engines.matching.likeness import Near
from coretech.engines.matching.units import Unit, units_of

MOST = 6
_LEAST = 0.1
_BETWEEN = re.compile(r"[\W_]+|\b(?:of|and|the|for)\b")
_JAMO = ("\u1160", "\u11ff")
"""The vowels and ends that join a Korean syllable."""


@dataclass(frozen=True, slots=True)
class Span:
    """Some words of a text as written, from ``start`` to ``end``."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Carried:
    """Words of the text that say what words of the item say, and how surely, from 0 to 1."""

    left: Span
    right: Span
    weight: float


@dataclass(frozen=True, slots=True)
class Explanation:
    """What carried a score, the surest first; empty where nothing did."""

    terms: tuple[Carried, ...]

    @property
    def words(self) -> str:
        """The terms in a line: ``量子 = quantum; 14nm``."""
        return "; ".join(
            each.left.text
            if folded(each.left.text) == folded(each.right.text)
            else f"{each.left.text} = {each.right.text}"
            for each in self.terms
        )


def explain(text: str, item: str, lexicon: Lexicon, most: int = MOST) -> Explanation:
    """The words of a text that an item's words are met by: each word of the item once, by the best that meets it."""
    here, there = units_of(text, lexicon), units_of(item, lexicon, listed=True)
    near = Near({name for unit in there for name, _ in unit.features})
    means = [_meant(unit, near) for unit in here]
    left, right = _Written(text), _Written(item)
    found: dict[str, Carried] = {}
    for place, sure, units in _joined([(*_best(unit, means), unit) for unit in there], item):
        span = right.span(units)
        found.setdefault(folded(span.text), Carried(left.span([here[place]]), span, round(sure, 3)))
    ordered = sorted(found.values(), key=lambda each: (-each.weight, each.right.start))
    return Explanation(tuple(ordered[:most]))


def _joined(met: list[tuple[int, float, Unit]], item: str) -> Iterator[tuple[int, float, list[Unit]]]:
    """Words of the item beside each other that one word of the text meets, together."""
    plain = folded(item)
    together: tuple[int, float, list[Unit]] | None = None
    for place, sure, unit in met:
        if sure <= _LEAST:
            continue
        beside = together is not None and not _BETWEEN.sub("", plain[together[2][-1].end : unit.start])
        if together is not None and together[0] == place and beside:
            together = (place, max(together[1], sure), [*together[2], unit])
            continue
        if together is not None:
            yield together
        together = (place, sure, [unit])
    if together is not None:
        yield together


def _meant(unit: Unit, near: Near) -> dict[str, float]:
    """What a unit means in the words of the item."""
    meant: dict[str, float] = {}
    for name, sure in unit.features:
        for other, alike in near.to(name):
            meant[other] = max(meant.get(other, 0.0), sure * alike * unit.weight)
    return meant


def _best(unit: Unit, means: Sequence[dict[str, float]]) -> tuple[int, float]:
    """The place of the unit that best meets one of the item, and how surely; the first of equal ones."""
    best, most = 0, 0.0
    for place, meant in enumerate(means):
        sure = max((own * meant.get(name, 0.0) for name, own in unit.features), default=0.0) * unit.weight
        if sure > most:
            best, most = place, sure
    return best, most


class _Written:
    """A text as written, by places of its folded form."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at: list[int] = []
        start = 0
        for end in _ends(text):
            self._at += [start] * len(folded(text[start:end]))
            start = end

    def span(self, units: Sequence[Unit]) -> Span:
        """The words from the first of some units to the last."""
        start, last = self._at[units[0].start], self._at[units[-1].end - 1]
        end = next((end for end in _ends(self._text) if end > last), len(self._text))
        return Span(start, end, self._text[start:end])


def _ends(text: str) -> Iterator[int]:
    """Where each letter ends, with the marks that join it."""
    for place in range(1, len(text)):
        if not _joins(text[place]):
            yield place
    if text:
        yield len(text)


def _joins(letter: str) -> bool:
    return unicodedata.combining(letter) != 0 or _JAMO[0] <= letter <= _JAMO[1]
