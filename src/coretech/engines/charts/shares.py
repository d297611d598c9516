"""Bars side by side, one for each part of a plan, stacked from counts: how many measures have which light."""

from collections.abc import Sequence
from dataclasses import dataclass

import altair as alt

from coretech.engines.charts.drawing import PAPER, svg

WIDTH, ROW = 460, 34
_TICKS = 8


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of every bar: its name, its colour, and the colour of the figure written on it."""

    name: str
    colour: str
    figure: str = "#ffffff"


def shares(labels: Sequence[str], parts: Sequence[Part], counts: Sequence[Sequence[int]], axis: str) -> str:
    """The chart as SVG, a bar for each label from the top down; each stretch has its count written on it.

    ``counts`` has a row for each label with a count for each part. Colour alone tells nothing: the figures do.
    """
    rows = [
        {"label": label, "part": part.name, "count": count, "place": place}
        for label, found in zip(labels, counts, strict=True)
        for place, (part, count) in enumerate(zip(parts, found, strict=True))
        if count
    ]
    y = alt.Y("label:N", sort=list(labels), scale=alt.Scale(domain=list(labels)), title=None)
    longest = max((sum(found) for found in counts), default=0)
    ticks = alt.Axis(tickMinStep=1, tickCount=min(max(longest, 1), _TICKS), format="d")
    x = alt.X("count:Q", title=axis, stack="zero", axis=ticks)
    names = [part.name for part in parts]
    colour = alt.Color("part:N", scale=alt.Scale(domain=names, range=[part.colour for part in parts]))
    base = alt.Chart({"values": rows}).encode(y=y, x=x, order=alt.Order("place:Q"))
    bars = base.mark_bar(stroke=PAPER, strokeWidth=1.5, height={"band": 0.7}).encode(color=colour)
    figures = base.mark_text(fontSize=14, align="right", dx=-6).encode(
        text=alt.Text("count:Q", format="d"),
        color=alt.Color(
            "part:N", scale=alt.Scale(domain=names, range=[part.figure for part in parts]), legend=None
        ),
    )
    chart = alt.layer(bars, figures).resolve_scale(color="independent")
    return svg(chart.properties(width=WIDTH, height=ROW * max(len(labels), 1)))
