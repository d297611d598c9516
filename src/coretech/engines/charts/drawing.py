"""From an Altair chart to an SVG that prints, scales and needs no script."""

from typing import Protocol

import vl_convert

INK, SOFT, LINE, PAPER = "#14344f", "#5f7383", "#b8c4cd", "#ffffff"
FONT = "system-ui, 'Noto Sans TC', 'Noto Sans CJK TC', 'PingFang TC', 'Microsoft JhengHei', sans-serif"
_CONFIG = {
    "background": PAPER,
    "font": FONT,
    "view": {"stroke": None},
    "axis": {
        "labelFontSize": 14,
        "titleFontSize": 14,
        "titleFontWeight": "normal",
        "titleColor": INK,
        "labelColor": INK,
        "domainColor": SOFT,
        "tickColor": SOFT,
        "gridColor": "#e3e9ed",
        "labelLimit": 200,
    },
    "legend": {
        "labelFontSize": 14,
        "titleFontSize": 14,
        "orient": "top",
        "labelColor": INK,
        "labelLimit": 260,
        "symbolSize": 160,
        "title": None,
    },
}


class Chart(Protocol):
    """What Altair makes: a chart that tells its Vega-Lite specification."""

    def to_dict(self) -> dict[str, object]:
        """The specification."""
        ...


def svg(chart: Chart) -> str:
    """The chart as SVG in the house's colours; the same chart gives the same text."""
    drawn: str = vl_convert.vegalite_to_svg(chart.to_dict(), config=_CONFIG, allowed_base_urls=[])
    return drawn
