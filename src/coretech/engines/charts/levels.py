"""Levels of readiness from 1 to 9: a bar up to the level for each line, a mark of its own where it is not known."""

from collections.abc import Sequence
from dataclasses import dataclass

import altair as alt

from coretech.engines.charts.drawing import INK, SOFT, svg

WIDTH, ROW = 420, 38
LOWEST, HIGHEST = 1, 9


@dataclass(frozen=True, slots=True)
class Line:
    """Something and its level; None where it is not known, which is no level at all."""

    label: str
    level: int | None


def levels(lines: Sequence[Line], axis: str, unknown: str) -> str:
    """The chart as SVG, in the order given, each level written at the end of its bar."""
    labels = [each.label for each in lines]
    rows = [
        {
            "label": each.label,
            "level": each.level or LOWEST,
            "from": 0,
            "said": unknown if each.level is None else str(each.level),
            "known": each.level is not None,
        }
        for each in lines
    ]
    y = alt.Y("label:N", sort=labels, title=None, axis=alt.Axis(labelLimit=240))
    marks = alt.Axis(values=list(range(HIGHEST + 1)), format="d")
    x = alt.X("level:Q", title=axis, scale=alt.Scale(domain=[0, HIGHEST]), axis=marks)
    base = alt.Chart({"values": rows})
    told = base.transform_filter("datum.known").mark_bar(color=INK, height={"band": 0.55})
    open_ = base.transform_filter("!datum.known").mark_point(
        color=SOFT, size=90, shape="square", strokeWidth=2
    )
    words = base.mark_text(align="left", dx=10, fontSize=14, color=INK)
    layers = alt.layer(
        told.encode(x=x, y=y), open_.encode(x=x, y=y), words.encode(x="level:Q", y=y, text="said:N")
    )
    return svg(layers.properties(width=WIDTH, height=ROW * max(len(lines), 1)))
