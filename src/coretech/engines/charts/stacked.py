"""Bars by year, stacked from parts that may be added: counts of indicators, or amounts by industry."""

from collections.abc import Mapping, Sequence

import altair as alt

from coretech.engines.charts.drawing import PAPER, svg

WIDTH, HEIGHT = 560, 280
COLOURS = ("#14344f", "#b35900", "#5694ca", "#0f7a52", "#8a5ba8", "#9aa5ad", "#c9b458", "#6b2f2f")
"""Told apart in grey as well: neighbours differ in lightness, and a white line parts them."""


def stacked(years: Sequence[str], parts: Mapping[str, Sequence[float]], axis: str) -> str:
    """The chart as SVG: for each year, from the bottom up, the parts in the order given."""
    rows = [
        {"year": year, "part": name, "value": value, "place": place}
        for place, (name, values) in enumerate(parts.items())
        for year, value in zip(years, values, strict=True)
    ]
    chart = alt.Chart({"values": rows}).mark_bar(stroke=PAPER, strokeWidth=1.5, width={"band": 0.6})
    names = list(parts)
    colour = alt.Color(
        "part:N",
        scale=alt.Scale(domain=names, range=list(COLOURS[: len(names)])),
        legend=alt.Legend(columns=3),
    )
    x = alt.X("year:O", sort=list(years), title=None, axis=alt.Axis(labelAngle=0))
    y = alt.Y("sum(value):Q", title=axis)
    encoded = chart.encode(x=x, y=y, color=colour, order=alt.Order("place:Q"))
    return svg(encoded.properties(width=WIDTH, height=HEIGHT))
