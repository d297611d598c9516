"""A Gantt chart's geometry: where each bar, year and the line of today stand. A page's template draws it."""

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

LABELS, PLOT, ROW, TOP = 300, 660, 26, 34
"""In units of the drawing: the widths of the labels and of the plot, the height of a row, and of the years above."""

BAR = 16
_LETTERS = 20
_WIDE = 0x2E80

Span = tuple[dt.date, dt.date]
At = Callable[[dt.date], float]


@dataclass(frozen=True, slots=True)
class Line:
    """A row to draw: its name, its spans (first and last day of each), how it stands, and where it leads."""

    name: str
    spans: tuple[Span, ...]
    standing: str
    href: str = ""
    heading: bool = False


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar from ``x`` on, ``width`` long."""

    x: float
    width: float


@dataclass(frozen=True, slots=True)
class Drawn:
    """A row in its place: ``short`` is as much of its name as fits."""

    line: Line
    y: float
    short: str
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Year:
    """A Gregorian year's place."""

    year: int
    x: float
    width: float


@dataclass(frozen=True, slots=True)
class Gantt:
    """The whole drawing; ``today`` is None where today lies outside the years."""

    width: int
    height: int
    rows: tuple[Drawn, ...]
    years: tuple[Year, ...]
    today: float | None


def gantt(lines: Sequence[Line], today: dt.date) -> Gantt | None:
    """The lines laid out over the whole years they touch; None where none of them has a date."""
    days = [day for line in lines for span in line.spans for day in span]
    if not days:
        return None
    first, last = dt.date(min(days).year, 1, 1), dt.date(max(days).year, 12, 31)
    scale = PLOT / ((last - first).days + 1)

    def at(day: dt.date) -> float:
        return round(LABELS + (day - first).days * scale, 1)

    rows = tuple(
        Drawn(line, TOP + place * ROW, shortened(line.name), tuple(_bars(line.spans, at)))
        for place, line in enumerate(lines)
    )
    years = tuple(
        Year(year, at(dt.date(year, 1, 1)), round(_days(year) * scale, 1))
        for year in range(first.year, last.year + 1)
    )
    seen = at(today) if first <= today <= last else None
    return Gantt(LABELS + PLOT, TOP + len(lines) * ROW + 6, rows, years, seen)


def shortened(name: str, most: int = _LETTERS) -> str:
    """As much of a name as fits; a letter that is not wide takes half a place."""
    room = float(most)
    for place, letter in enumerate(name):
        room -= 1 if ord(letter) >= _WIDE else 0.55
        if room < 0:
            return f"{name[:place].rstrip()}…"
    return name


def month_span(start: str, end: str) -> Span | None:
    """The days of the months from one to another, such as ``2020-12``; None where neither is told."""
    first, last = start or end, end or start
    if not first:
        return None
    begin = dt.date(int(first[:4]), int(first[5:7]), 1)
    until = dt.date(int(last[:4]), int(last[5:7]), 1)
    following = (until.replace(day=28) + dt.timedelta(days=4)).replace(day=1)
    return (begin, following - dt.timedelta(days=1)) if begin <= until else None


def whole(spans: Iterable[Span]) -> tuple[Span, ...]:
    """From the first day of all spans to the last, as one span; none of none."""
    found = list(spans)
    return ((min(start for start, _ in found), max(end for _, end in found)),) if found else ()


def _bars(spans: Iterable[Span], at: At) -> Iterable[Bar]:
    for start, end in spans:
        x = at(start)
        yield Bar(x, round(max(at(end + dt.timedelta(days=1)) - x, 2), 1))


def _days(year: int) -> int:
    return (dt.date(year, 12, 31) - dt.date(year, 1, 1)).days + 1
