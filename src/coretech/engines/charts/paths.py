"""Lines over years, told apart by their dashes and marks as well as by colour."""

from collections.abc import Mapping, Sequence

import altair as alt

from coretech.engines.charts.drawing import svg
from coretech.engines.charts.stacked import COLOURS

WIDTH, HEIGHT = 560, 260
DASHES = ([1, 0], [7, 4], [2, 3])
SHAPES = ("circle", "square", "triangle-up")


def paths(
    years: Sequence[str], lines: Mapping[str, Sequence[float | None]], axis: str, *, zero: bool = False
) -> str:
    """The chart as SVG, of three lines at most; the vertical axis begins at zero where that is told."""
    names = list(lines)
    rows = [
        {"year": year, "line": name, "value": value}
        for name, values in lines.items()
        for year, value in zip(years, values, strict=True)
        if value is not None
    ]
    x = alt.X("year:O", sort=list(years), title=None, axis=alt.Axis(labelAngle=0))
    y = alt.Y("value:Q", title=axis, scale=alt.Scale(zero=zero))
    domain = alt.Scale(domain=names, range=list(COLOURS[: len(names)]))
    encoded = alt.Chart({"values": rows}).encode(x=x, y=y, color=alt.Color("line:N", scale=domain))
    dash = alt.StrokeDash("line:N", scale=alt.Scale(domain=names, range=list(DASHES[: len(names)])))
    shape = alt.Shape("line:N", scale=alt.Scale(domain=names, range=list(SHAPES[: len(names)])))
    drawn = alt.layer(
        encoded.mark_line(strokeWidth=2.5).encode(strokeDash=dash),
        encoded.mark_point(size=70, filled=True).encode(shape=shape),
    )
    return svg(drawn.properties(width=WIDTH, height=HEIGHT))
