"""Charts as SVG, and the geometry of Gantt charts."""

import datetime as dt
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coretech.engines.charts.against import Words, Year, against
from coretech.engines.charts.gantt import LABELS, PLOT, Line, gantt, month_span, shortened, whole
from coretech.engines.charts.stacked import stacked

WORDS = Words("件", "目標", "實績", "預估")
SVG = "{http://www.w3.org/2000/svg}"
TODAY = dt.date(2022, 7, 1)


def texts(drawn: str) -> list[str]:
    return [each.text or "" for each in ET.fromstring(drawn).iter(f"{SVG}text")]  # noqa: S314 - our own drawing


def test_a_chart_says_its_words_and_has_neither_scripts_nor_styles_of_its_own() -> None:
    drawn = against([Year("110年", 1, 2, 1.5, None), Year("111年", None, None, None, 3)], WORDS)

    assert {"110年", "111年", "目標", "實績", "預估", "件"} <= set(texts(drawn))
    assert "<script" not in drawn
    assert "style=" not in drawn


def test_the_same_figures_give_the_same_picture() -> None:
    years = [Year("110", 1, None, 1, None)]

    assert against(years, WORDS) == against(years, WORDS)


def test_bars_are_stacked_up_to_the_sum_of_a_year() -> None:
    drawn = stacked(["110", "111"], {"甲": [1, 2], "乙": [3, 4]}, "億元")

    assert {"甲", "乙", "億元", "6"} <= set(texts(drawn))


@pytest.mark.parametrize(
    ("start", "end", "span"),
    [
        ("2020-12", "2021-02", (dt.date(2020, 12, 1), dt.date(2021, 2, 28))),
        ("2024-02", "", (dt.date(2024, 2, 1), dt.date(2024, 2, 29))),
        ("", "", None),
        ("2022-02", "2022-01", None),
    ],
)
def test_months_become_their_first_and_last_day(
    start: str, end: str, span: tuple[dt.date, dt.date] | None
) -> None:
    assert month_span(start, end) == span


def test_rows_without_a_date_alone_make_no_chart() -> None:
    assert gantt([Line("無期程", (), "unknown")], TODAY) is None
    assert whole([]) == ()


days = st.dates(dt.date(2015, 1, 1), dt.date(2035, 12, 31))
spans = st.tuples(days, days).map(lambda pair: (min(pair), max(pair)))


@given(st.lists(st.lists(spans, min_size=1, max_size=3), min_size=1, max_size=5), days)
def test_every_bar_lies_in_the_plot_and_order_in_time_is_order_on_the_page(
    rows: list[list[tuple[dt.date, dt.date]]], today: dt.date
) -> None:
    chart = gantt([Line("x", tuple(row), "unknown") for row in rows], today)

    assert chart is not None
    bars = [
        (start, bar)
        for row, drawn in zip(rows, chart.rows, strict=True)
        for (start, _), bar in zip(row, drawn.bars, strict=True)
    ]
    for start, bar in bars:
        assert LABELS <= bar.x <= LABELS + PLOT
        assert bar.x + bar.width <= LABELS + PLOT + 2
        assert all(bar.x <= other.x for later, other in bars if start <= later)
    assert (chart.today is None) or LABELS <= chart.today <= LABELS + PLOT


@given(st.text(max_size=60))
def test_a_name_is_cut_where_it_does_not_fit_and_never_grows(name: str) -> None:
    short = shortened(name)

    assert len(short) <= len(name)
    assert short == name or short.endswith("…")
