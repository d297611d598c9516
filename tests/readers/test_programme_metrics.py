"""The figures of a yearly target."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coretech.readers.programme.metrics import metrics


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("完成設備驗證 2 項", [(2, "項", None, False)]),
        ("累計完成 1,200 家次", [(1200, "家次", None, True)]),
        ("成立 3~6 所學研中心", [(3, "所", 6, False)]),
        ("爭取訂單 300 萬美元", [(300, "萬美元", None, False)]),
        ("投資 6.5 億元", [(6.5, "億元", None, False)]),
        ("擴展300以上案場", [(300, "案場", None, False)]),
        ("產品 14 (含) 項以上", [(14, "項", None, False)]),
        ("10(含)家次以上", [(10, "家次", None, False)]),
        ("材料能隙 $\\geq 1.6\\text{eV}$", [(1.6, "eV", None, False)]),
        ("三項技術", [(3, "項", None, False)]),
        ("3 項次世代技術", [(3, "項", None, False)]),
        ("「2021 台北國際展覽會」", []),
        ("110 年 6 月 30 日前完成", []),
        ("導入 5G 及第 1 期計畫", []),
        ("1. 輔導 2 家 2. 培訓 30 人次", [(2, "家", None, False), (30, "人次", None, False)]),
    ],
)
def test_figures_are_read_with_their_units(
    text: str, figures: list[tuple[float, str, float | None, bool]]
) -> None:
    assert [(each.value, each.unit, each.upper, each.cumulative) for each in metrics(text)] == figures


@pytest.mark.parametrize("text", ["至少 2 件", "2 件以上", "2 (含) 件以上", "超過 2 件"])
def test_a_least_figure_is_told_from_an_exact_one(text: str) -> None:
    assert [each.at_least for each in metrics(text)] == [True]


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=120))
def test_any_cell_is_read(text: str) -> None:
    assert all(each.unit for each in metrics(text))
