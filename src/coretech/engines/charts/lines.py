"""A level over time beside what bounds it: days of cover and their standard, a price and its limits."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from coretech.engines.charts.drawing import INK, SOFT, svg

WIDTH, HEIGHT = 640, 260
_BOUND, _MARK = "#b35900", "#b10e1e"
_DAYS = {"field": "day", "type": "temporal", "title": None, "axis": {"format": "%Y-%m", "labelOverlap": True}}
_STEPS = {"type": "line", "interpolate": "step-after", "strokeWidth": 2, "strokeDash": [6, 4]}
_LINE = {"type": "line", "strokeWidth": 2, "point": {"size": 30, "filled": True}}
_RING = {"type": "point", "size": 160, "color": _MARK, "strokeWidth": 2}

Layer = dict[str, object]


@dataclass(frozen=True, slots=True)
class Day:
    """What is drawn of a day; None for what there is not. ``marked`` is a value to be pointed out."""

    day: dt.date
    value: float | None
    bound: float | None = None
    lower: float | None = None
    marked: bool = False


@dataclass(frozen=True, slots=True)
class Words:
    """The chart's words in the page's language; ``axis`` names the vertical axis with its unit."""

    axis: str
    value: str
    bound: str
    lower: str = ""


@dataclass(frozen=True, slots=True)
class _Specified:
    """A chart by its Vega-Lite specification."""

    layers: list[Layer]

    def to_dict(self) -> dict[str, object]:
        return {"layer": self.layers, "width": WIDTH, "height": HEIGHT}


def level_chart(days: Sequence[Day], words: Words) -> str:
    """The values as a line with points, their bounds as steps, rings around what is pointed out; as SVG.

    Dashes and rings tell them apart as well as colours.
    """
    return svg(_Specified(list(_layers(days, words))))


def _layers(days: Sequence[Day], words: Words) -> Iterator[Layer]:
    bounds = [(each.day, each.bound) for each in days]
    lowers = [(each.day, each.lower) for each in days]
    yield _drawn(bounds, words.bound, words, _STEPS)
    if words.lower:
        yield _drawn(lowers, words.lower, words, _STEPS)
    yield _drawn([(each.day, each.value) for each in days], words.value, words, _LINE)
    yield _drawn([(each.day, each.value) for each in days if each.marked], "", words, _RING)


def _drawn(
    values: Sequence[tuple[dt.date, float | None]], name: str, words: Words, mark: dict[str, object]
) -> Layer:
    rows = [
        {"day": f"{day}T00:00", "value": value, "what": name} for day, value in values if value is not None
    ]
    encoding: dict[str, object] = {
        "x": _DAYS,
        "y": {
            "field": "value",
            "type": "quantitative",
            "title": words.axis,
            "scale": {"zero": words.lower == ""},
        },
    }
    if name:
        names = [each for each in (words.value, words.bound, words.lower) if each]
        scale = {"domain": names, "range": [INK, _BOUND, SOFT][: len(names)]}
        encoding["color"] = {"field": "what", "type": "nominal", "scale": scale}
    return {"data": {"values": rows}, "mark": mark, "encoding": encoding}
