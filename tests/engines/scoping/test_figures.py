"""Figures in running text: what they measure, what is left out, and where they stand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coretech.engines.controls.facts import read_facts
from coretech.engines.controls.parameters import kinds
from coretech.engines.scoping.figures import read_figures
from coretech.engines.scoping.kinds import kinds_in
from coretech.engines.scoping.saying import is_empty, is_thin


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("開發7奈米FinFET邏輯晶片", {"node_nm": "7 奈米", "transistor": "finfet"}),
        ("５ｎｍ製程", {"node_nm": "5 nm"}),
        ("28纳米制程", {"node_nm": "28 nm"}),
        ("18 nm half-pitch DRAM", {"half_pitch_nm": "18 nm"}),
        ("ArF 193 nm immersion scanner", {"wavelength_nm": "193 nm"}),
        ("128 层 NAND 闪存", {"layers": "128 layer"}),
        ("300 mm wafer", {"wafer_mm": "300 mm"}),
        ("0.8 μm 畫素", {"pixel_um": "0.8 μm"}),
        ("die 814 mm², HBM 3.35 TB/s", {"die_area_mm2": "814 mm2", "dram_bandwidth_gb_s": "3.35 TB/s"}),
        ("NVLink 900 GB/s", {"io_bandwidth_gb_s": "900 GB/s"}),
        ("TPP 4,800, as sold", {"tpp": "4,800"}),
        ("989 TFLOPS FP16", {"throughput": [{"tops": "989 TFLOPS", "bit_length": 16}]}),
        ("1,979 TOPS INT8 稀疏", {"throughput": [{"tops": "1,979 TOPS", "bit_length": 8, "sparse": True}]}),
        ("312 TOPS", {"throughput": [{"tops": "312 TOPS", "bit_length": None}]}),
        ("7 nm 製程，也就是7奈米製程", {"node_nm": "7 nm"}),
        ("每年生產3000台", {}),
    ],
)
def test_a_figure_is_read_with_what_it_measures(text: str, facts: dict[str, object]) -> None:
    read = read_figures(text)

    assert read.facts == facts
    read_facts(read.facts)


def test_a_precision_belongs_to_the_figure_beside_it() -> None:
    read = read_figures("989 TFLOPS FP16 dense, 1,979 TOPS INT8 with sparsity")

    assert read.facts["throughput"] == [
        {"tops": "989 TFLOPS", "bit_length": 16},
        {"tops": "1,979 TOPS", "bit_length": 8, "sparse": True},
    ]


def test_two_figures_of_one_thing_settle_nothing() -> None:
    read = read_figures("7奈米製程與5 nm製程")

    assert "node_nm" not in read.facts
    assert [figure.written for figure in read.unsettled["node_nm"]] == ["7奈米", "5 nm"]


@pytest.mark.parametrize(
    ("text", "unitless"), [("使用14製程", True), ("頻寬：600", True), ("一台600 GB/s的裝置", False)]
)
def test_a_figure_that_cannot_be_used_is_told(text: str, unitless: bool) -> None:  # noqa: FBT001 - a parameter of the test
    (figure,) = read_figures(text).unplaced

    assert figure.unitless is unitless


@given(st.text(alphabet="7０.,- 奈米nmGB/s製程TOPSFP16稀疏層TPP平方吋\n😀", max_size=40))
def test_every_figure_stands_where_it_says(text: str) -> None:
    assert all(text[figure.start : figure.end] == figure.written for figure in read_figures(text).figures)


def test_kinds_are_those_of_the_controls_in_the_order_they_are_named() -> None:
    assert kinds_in("DRAM與NAND的堆疊") == ("dram", "nand")
    assert kinds_in("自行車") == ()
    assert set(kinds_in("GPU加速器 EDA 晶圓代工 退火 乾式蝕刻")) <= kinds().keys()


def test_words_that_say_nothing_are_told_from_those_that_say_little() -> None:
    assert is_empty("the and of 😀 的")
    assert not is_empty("衛星")
    assert is_thin("衛星")
    assert not is_thin("以液體培養大量繁殖香菇菌種，控制溶氧與攪拌")
