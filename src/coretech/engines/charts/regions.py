"""Regions of a plane with two logarithmic axes, and a thing that lies in it as a point, or as a line."""

from collections.abc import Sequence
from dataclasses import dataclass

import altair as alt

from coretech.engines.charts.drawing import INK, PAPER, svg

WIDTH, HEIGHT = 560, 380
FREE = "#eef2f5"
COLOURS = ("#f2a07b", "#a9cce3", "#c9a8d4", "#f4d58d", "#b7d7b0")
HERE = "#b30000"


@dataclass(frozen=True, slots=True)
class Rectangle:
    """A region from its lower to its upper ends; an empty label is one where nothing holds."""

    x: tuple[float, float]
    y: tuple[float, float]
    label: str


@dataclass(frozen=True, slots=True)
class Axis:
    """An axis by its words, its ends, and the figures written on it."""

    words: str
    ends: tuple[float, float]
    marks: tuple[float, ...]


def regions(
    rectangles: Sequence[Rectangle],
    across: Axis,
    up: Axis,
    here: tuple[float | None, float | None],
    said: str,
) -> str:
    """The chart as SVG: each region written with its label, the thing as a point, or a line over an unknown ``y``.

    What lies below the plane is drawn on its lower edge.
    """
    x = alt.X("x:Q", title=across.words, scale=_scale(across), axis=_marked(across))
    y = alt.Y("y:Q", title=up.words, scale=_scale(up), axis=_marked(up))
    layers = [_ground(rectangles, x, y), _labels(rectangles), *_thing(across, up, here, said)]
    return svg(alt.layer(*layers).properties(width=WIDTH, height=HEIGHT))


def _scale(axis: Axis) -> alt.Scale:
    return alt.Scale(type="log", domain=list(axis.ends), nice=False)


def _marked(axis: Axis) -> alt.Axis:
    return alt.Axis(values=list(axis.marks), format="~r", grid=False, labelOverlap=True, titlePadding=14)


def _ground(rectangles: Sequence[Rectangle], x: alt.X, y: alt.Y) -> alt.Chart:
    labels = list(dict.fromkeys(each.label for each in rectangles if each.label))
    colours = [COLOURS[place % len(COLOURS)] for place in range(len(labels))]
    scale = alt.Scale(domain=["", *labels], range=[FREE, *colours])
    rows = [
        {"x": each.x[0], "x2": each.x[1], "y": each.y[0], "y2": each.y[1], "label": each.label}
        for each in rectangles
    ]
    drawn: alt.Chart = (
        alt.Chart({"values": rows})
        .mark_rect(stroke=PAPER, strokeWidth=1.5)
        .encode(x=x, x2="x2:Q", y=y, y2="y2:Q", color=alt.Color("label:N", scale=scale, legend=None))
    )
    return drawn


def _labels(rectangles: Sequence[Rectangle]) -> alt.Chart:
    """Each region's label in its middle, so that it can be read without its colour."""
    rows = [
        {"x": (each.x[0] * each.x[1]) ** 0.5, "y": (each.y[0] * each.y[1]) ** 0.5, "label": each.label}
        for each in rectangles
        if each.label
    ]
    drawn: alt.Chart = (
        alt.Chart({"values": rows})
        .mark_text(fontSize=12, color=INK, fontWeight="bold")
        .encode(x="x:Q", y="y:Q", text="label:N")
    )
    return drawn


def _thing(across: Axis, up: Axis, here: tuple[float | None, float | None], said: str) -> list[alt.Chart]:
    x, y = here
    if x is None:
        return []
    x = max(x, across.ends[0])
    if y is None:
        line = alt.Chart({"values": [{"x": x, "y": up.ends[0], "y2": up.ends[1]}]})
        return [
            line.mark_rule(color=HERE, strokeWidth=3, strokeDash=[7, 4]).encode(x="x:Q", y="y:Q", y2="y2:Q"),
            _written(x, up.ends[1], said, across),
        ]
    y = max(y, up.ends[0])
    point = alt.Chart({"values": [{"x": x, "y": y}]})
    mark = point.mark_point(shape="diamond", size=190, filled=True, opacity=1, color=HERE, stroke=PAPER)
    return [mark.encode(x="x:Q", y="y:Q"), _written(x, y, said, across)]


def _written(x: float, y: float, said: str, across: Axis) -> alt.Chart:
    """The thing's name beside it, on the side where there is room."""
    right = x * x < across.ends[0] * across.ends[1]
    drawn: alt.Chart = (
        alt.Chart({"values": [{"x": x, "y": y, "said": said}]})
        .mark_text(
            align="left" if right else "right",
            dx=12 if right else -12,
            dy=14,
            fontSize=14,
            fontWeight="bold",
            color=HERE,
            stroke=None,
        )
        .encode(x="x:Q", y="y:Q", text="said:N")
    )
    return drawn
