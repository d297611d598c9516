"""A plan's target taken apart into series: one figure followed over the years is one indicator.

A cell such as ``3 份、2 件`` holds two figures, and each is followed on its own. Where a plan counts some years by
themselves and others from the start, the former are carried over into counts from the start, so that no series mixes
the two; what was printed stays beside it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from coretech.engines.progress.proposing import Cell, Figure
from coretech.engines.progress.said import plain


@dataclass(frozen=True, slots=True)
class Printed:
    """A figure of a ROC year as it is to be read, and ``words``, the way it is printed."""

    year: int
    value: Decimal
    upper: Decimal | None
    cumulative: bool
    words: str


@dataclass(frozen=True, slots=True)
class Series:
    """One figure over the years; ``place`` tells apart those of the same unit, ``carried`` says that it was mixed."""

    unit: str
    place: int
    points: tuple[Printed, ...]
    carried: bool = False

    @property
    def cells(self) -> tuple[Cell, ...]:
        """The same as cells of this figure alone, for proposing its kind."""
        return tuple(Cell(each.year, "", (_figure(each, self.unit),)) for each in self.points)


def series_of(cells: Sequence[Cell]) -> list[Series]:
    """The series of a target, in the order their first figures are printed."""
    found: dict[tuple[str, int], list[Printed]] = {}
    for cell in sorted(cells, key=lambda each: each.year):
        met: dict[str, int] = {}
        for figure in cell.figures:
            met[figure.unit] = met.get(figure.unit, 0) + 1
            found.setdefault((figure.unit, met[figure.unit]), []).append(_printed(cell.year, figure))
    return [_read(Series(unit, place, tuple(points))) for (unit, place), points in found.items()]


def _printed(year: int, figure: Figure) -> Printed:
    value = Decimal(str(figure.value))
    upper = None if figure.upper is None or figure.upper < figure.value else Decimal(str(figure.upper))
    said = plain(value) if upper is None else f"{plain(value)}–{plain(upper)}"
    words = f"{'累計 ' if figure.cumulative else ''}{said} {figure.unit}".strip()
    return Printed(year, value, upper, figure.cumulative, words)


def _read(series: Series) -> Series:
    """The series, in counts from the start where any of its years is one."""
    kinds = {each.cumulative for each in series.points}
    if kinds != {True, False} or not series.points[-1].cumulative:
        return series
    carried = tuple(_carried(series.points))
    return series if carried == series.points else replace(series, points=carried, carried=True)


def _carried(points: Iterable[Printed]) -> Iterable[Printed]:
    """Each year's own count on top of what was reached before it; a count from the start stands as it is."""
    low = high = Decimal(0)
    for each in points:
        if each.cumulative:
            low, high = each.value, each.value if each.upper is None else each.upper
            yield each
            continue
        own_high = each.value if each.upper is None else each.upper
        low, high = low + each.value, high + own_high
        yield replace(each, value=low, upper=high if high > low else None, cumulative=True)


def _figure(point: Printed, unit: str) -> Figure:
    upper = None if point.upper is None else float(point.upper)
    return Figure(float(point.value), unit, cumulative=point.cumulative, upper=upper)
