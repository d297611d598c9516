"""Targets against actuals by year: a bar for what was reached, a line across for what was wanted."""

from collections.abc import Sequence
from dataclasses import dataclass

import altair as alt

from coretech.engines.charts.drawing import INK, SOFT, svg

WIDTH, HEIGHT = 560, 240
WANTED = "#b35900"


@dataclass(frozen=True, slots=True)
class Year:
    """A year by its label, with what is drawn of it; None for what there is not, which is not zero."""

    label: str
    target: float | None
    upper: float | None
    actual: float | None
    forecast: float | None


@dataclass(frozen=True, slots=True)
class Words:
    """The chart's words in the page's language; ``figure`` names the vertical axis with its unit."""

    figure: str
    target: str
    actual: str
    forecast: str


def against(years: Sequence[Year], words: Words) -> str:
    """The chart as SVG. Shapes tell the three apart as well as colours: full bar, hollow bar, line across."""
    order = [year.label for year in years]
    x = alt.X("year:O", sort=order, scale=alt.Scale(domain=order), title=None, axis=alt.Axis(labelAngle=0))
    layers = [
        _bars(years, "actual", words.actual, words, x),
        _bars(years, "forecast", words.forecast, words, x),
        _lines(years, words, x),
    ]
    return svg(alt.layer(*layers).properties(width=WIDTH, height=HEIGHT))


def _legend(words: Words) -> alt.Scale:
    return alt.Scale(domain=[words.actual, words.forecast, words.target], range=[INK, SOFT, WANTED])


def _bars(years: Sequence[Year], field: str, name: str, words: Words, x: alt.X) -> alt.Chart:
    rows = [
        {"year": year.label, "value": getattr(year, field), "what": name}
        for year in years
        if getattr(year, field) is not None and (field == "actual" or year.actual is None)
    ]
    bars = alt.Chart({"values": rows})
    if field == "forecast":
        bars = bars.mark_bar(width={"band": 0.5}, filled=False, strokeWidth=2, strokeDash=[5, 3])
    else:
        bars = bars.mark_bar(width={"band": 0.5})
    y = alt.Y("value:Q", title=words.figure)
    drawn: alt.Chart = bars.encode(x=x, y=y, color=alt.Color("what:N", scale=_legend(words)))
    return drawn


def _lines(years: Sequence[Year], words: Words, x: alt.X) -> alt.Chart:
    """The targets; a range has a line at each end."""
    rows = [
        {"year": year.label, "value": end, "what": words.target}
        for year in years
        for end in (year.target, year.upper)
        if end is not None
    ]
    lines = alt.Chart({"values": rows}).mark_tick(
        thickness=4, opacity=1, width={"band": 0.8}, orient="horizontal"
    )
    drawn: alt.Chart = lines.encode(x=x, y="value:Q", color=alt.Color("what:N", scale=_legend(words)))
    return drawn
