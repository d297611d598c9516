"""Mean scores from 0 to 100: a point for each mean, a line from the lowest to the highest."""

from collections.abc import Sequence
from dataclasses import dataclass

import altair as alt

from coretech.engines.charts.drawing import INK, SOFT, svg

WIDTH, ROW = 460, 34


@dataclass(frozen=True, slots=True)
class Mean:
    """A mean in per cent with its lowest and highest; None throughout where nothing was scored."""

    label: str
    mean: float | None
    lowest: float | None
    highest: float | None


def scores(means: Sequence[Mean], axis: str) -> str:
    """The chart as SVG, a line for each mean from the top down, each figure written beside its point."""
    labels = [each.label for each in means]
    rows = [
        {
            "label": each.label,
            "mean": each.mean,
            "lowest": each.lowest,
            "highest": each.highest,
            "said": f"{each.mean:.1f}",
        }
        for each in means
        if each.mean is not None
    ]
    y = alt.Y("label:N", sort=labels, scale=alt.Scale(domain=labels), title=None)
    base = alt.Chart({"values": rows}).encode(y=y)
    x = alt.X("mean:Q", title=axis, scale=alt.Scale(domain=[0, 100]))
    ranges = base.mark_rule(strokeWidth=4, color=SOFT).encode(x=alt.X("lowest:Q", title=axis), x2="highest:Q")
    points = base.mark_point(size=140, filled=True, opacity=1, color=INK).encode(x=x)
    figures = base.mark_text(fontSize=14, dy=-14, color=INK).encode(x=x, text="said:N")
    return svg(alt.layer(ranges, points, figures).properties(width=WIDTH, height=ROW * max(len(labels), 1)))
