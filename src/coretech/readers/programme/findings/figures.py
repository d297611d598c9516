"""Figures with the words around them, so that a figure is only held against another of the same matter."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from coretech.kit.folding import fold
from coretech.readers.programme.metrics import metrics
from coretech.readers.programme.records import Metric

_CLAUSES = re.compile(r"[，。；;、·\n]|(?:^|(?<=[\s」]))[0-9]{1,2}\.(?=\s|[^0-9])|[（(][0-9]{1,2}[）)]")
_RECURRING = re.compile(r"每[一1]?(?:年|季|月|半年)|/年")
_COMMON = re.compile(
    r"累[計積]|持續|至少|以上|完成|推動|建立|建置|協助|輔導|達成|達到|促成|提供|辦理|每年|共計|[\W\d_a-z達共年月前底]"
)
_ALIKE, _ALONE = 0.5, 0.3


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure with its clause's words.

    ``recurring`` where the clause says that it comes back each year, ``lasting`` where it says that it goes on.
    """

    metric: Metric
    around: frozenset[str]
    recurring: bool
    lasting: bool

    @property
    def low(self) -> float:
        """The figure, or the lower end of its range."""
        return self.metric.value

    @property
    def top(self) -> float:
        """The figure, or the upper end of its range."""
        return self.metric.value if self.metric.upper is None else self.metric.upper

    @property
    def high(self) -> float:
        """The upper end of the range; without end where the figure is a least one."""
        return float("inf") if self.metric.at_least else self.top

    def said(self) -> str:
        """The figure as it is printed, with its unit."""
        return f"{said(self.metric.value, self.metric.upper)} {self.metric.unit}"


def said(value: float, upper: float | None = None) -> str:
    """A number or a range as one writes it."""
    return f"{value:,.10g}" if upper is None else f"{value:,.10g}～{upper:,.10g}"


@lru_cache(maxsize=4096)
def figures(text: str) -> tuple[Figure, ...]:
    """The figures of a text, each with the words of its own clause."""
    return tuple(
        Figure(metric, around, recurring, going_on)
        for clause in _CLAUSES.split(text)
        for around, recurring, going_on in [
            (words(clause), bool(_RECURRING.search(clause)), "持續" in clause)
        ]
        for metric in metrics(clause)
    )


@lru_cache(maxsize=4096)
def words(text: str) -> frozenset[str]:
    """A text's pairs of neighbouring characters, without figures and words that stand everywhere."""
    runs = _COMMON.sub(" ", fold(text)).split()
    return frozenset(run[place : place + 2] for run in runs for place in range(len(run) - 1))


def likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """How much of the shorter text's words the longer one has, from 0 to 1."""
    least = min(len(one), len(other))
    return len(one & other) / least if least else 0.0


def counterparts(wholes: Sequence[Figure], parts: Sequence[Figure]) -> dict[int, Figure]:
    """For each figure of a text, by its place, the one of another text that has its unit and tells of the same matter.

    Each prefers the other to all else there. Figures that are alone with their unit on both sides need be less alike.
    """
    found = {}
    for place, whole in enumerate(wholes):
        same = [part for part in parts if part.metric.unit == whole.metric.unit]
        rivals = [each for each in wholes if each.metric.unit == whole.metric.unit]
        best = _nearest(whole, same)
        if best is None or _nearest(best, rivals) is not whole:
            continue
        least = _ALONE if len(same) == len(rivals) == 1 else _ALIKE
        if likeness(whole.around, best.around) >= least:
            found[place] = best
    return found


def _nearest(figure: Figure, others: Sequence[Figure]) -> Figure | None:
    return max(others, key=lambda each: nearness(figure, each), default=None)


def nearness(one: Figure, other: Figure) -> float:
    """How much of all the words of two clauses both have."""
    either = len(one.around | other.around)
    return len(one.around & other.around) / either if either else 0.0
