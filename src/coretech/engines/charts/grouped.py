"""Bars by year side by side: the same thing at several stages, which are not added to each other."""

from collections.abc import Mapping, Sequence

import altair as alt

from coretech.engines.charts.drawing import svg
from coretech.engines.charts.stacked import COLOURS

WIDTH, HEIGHT = 560, 260


def grouped(years: Sequence[str], parts: Mapping[str, Sequence[float | None]], axis: str) -> str:
    """The chart as SVG; a part without a figure in a year has no bar there, for none is not zero."""
    rows = [
        {"year": year, "part": name, "value": value}
        for name, values in parts.items()
        for year, value in zip(years, values, strict=True)
        if value is not None
    ]
    names = list(parts)
    x = alt.X("year:O", sort=list(years), title=None, axis=alt.Axis(labelAngle=0))
    offset = alt.XOffset("part:N", sort=names, scale=alt.Scale(paddingInner=0.15))
    scale = alt.Scale(domain=names, range=list(COLOURS[: len(names)]))
    colour = alt.Color("part:N", scale=scale, legend=alt.Legend(columns=4))
    bars = alt.Chart({"values": rows}).mark_bar()
    encoded = bars.encode(x=x, xOffset=offset, y=alt.Y("value:Q", title=axis), color=colour)
    return svg(encoded.properties(width=WIDTH, height=HEIGHT))
