"""Units of plans: what converts, what does not, and what is said then."""

from decimal import Decimal
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coretech.engines.progress.units import UnitError, converted
from tests.engines.progress.making import D

FACTORS = {
    "mass": {"公斤": D(1), "公噸": D(1000), "噸": D(1000), "萬噸": D(10_000_000), "kg": D(1)},
    "volume": {"公升": D(1), "公秉": D(1000), "萬公秉": D(10_000_000)},
    "energy": {"度": D(1), "億度": D(100_000_000), "MWh": D(1000), "GWh": D(1_000_000), "kWh": D(1)},
    "power": {"kW": D(1), "MW": D(1000), "GW": D(1_000_000), "瓩": D(1)},
    "money": {
        "元": D(1),
        "萬元": D(10_000),
        "百萬元": D(1_000_000),
        "億元": D(100_000_000),
        "兆元": D(10**12),
    },
    "dollars": {"美元": D(1), "萬美元": D(10_000), "億美元": D(100_000_000)},
    "area": {"平方公尺": D(1), "公頃": D(10_000)},
    "days": {"小時": D(1), "天": D(24), "日": D(24), "週": D(168)},
    "months": {"個月": D(1), "月": D(1), "季": D(3), "年": D(12)},
    "people": {"人次": D(1), "萬人次": D(10_000)},
    "machines": {"台": D(1), "臺": D(1), "千臺": D(1000)},
    "shares": {"‰": D(1), "%": D(10), "％": D(10)},
    "numbers": {"萬": D(10_000), "億": D(100_000_000)},
}
FIGURES = st.decimals(-(10**9), 10**9, allow_nan=False, places=4)
PAIRS = [pair for units in FACTORS.values() for pair in permutations(units.items(), 2)]
COUNTED = ["件", "家", "家次", "人", "人次", "名", "案", "項", "場", "座", "百分點", "一種新單位"]


@given(st.sampled_from(PAIRS), FIGURES)
def test_it_is_multiplying_and_dividing(
    pair: tuple[tuple[str, Decimal], tuple[str, Decimal]], value: Decimal
) -> None:
    (given_, factor), (wanted, divisor) = pair
    assert abs(converted(value, given_, wanted) - value * factor / divisor) <= abs(value) * D("1e-20")


@given(st.sampled_from(PAIRS), FIGURES)
def test_there_and_back_is_the_same(
    pair: tuple[tuple[str, Decimal], tuple[str, Decimal]], value: Decimal
) -> None:
    (one, _), (other, _) = pair
    assert abs(converted(converted(value, one, other), other, one) - value) <= abs(value) * D("1e-20")


def test_sorts_never_convert_into_each_other() -> None:
    for one, other in permutations(FACTORS.values(), 2):
        with pytest.raises(UnitError):
            converted(D(1), next(iter(one)), next(iter(other)))


def test_what_is_counted_never_converts() -> None:
    for one, other in permutations(COUNTED, 2):
        with pytest.raises(UnitError):
            converted(D(1), one, other)
        assert converted(D(7), one, one) == 7


def test_an_actual_in_another_unit_is_told_both_ways_out() -> None:
    with pytest.raises(UnitError) as refused:
        converted(D(3), "家", "件")
    assert "請以「件」填報" in refused.value.sentence.zh
    assert "Report in “件”" in refused.value.sentence.en


def test_a_target_without_a_unit_has_its_own_refusal() -> None:
    with pytest.raises(UnitError, match="目標沒有單位"):
        converted(D(3), "件", " ")
    with pytest.raises(UnitError, match="實績沒有單位"):
        converted(D(3), "", "件")


def test_a_figure_in_its_own_unit_stays_to_the_last_digit() -> None:
    assert str(converted(D("12.50"), "億元", "億元")) == "12.50"


def test_a_word_we_do_not_know_is_taken_whole() -> None:
    assert converted(D(2), "百貨", "百貨") == 2
    with pytest.raises(UnitError):
        converted(D(2), "百貨", "貨")


def test_full_width_and_blanks_do_not_matter() -> None:
    assert converted(D(2), " ＧＷ ", "MW") == 2000
    assert converted(D(2), "ｍ²", "平方公尺") == 2


def test_a_prefix_we_do_not_know_is_part_of_the_word() -> None:
    with pytest.raises(UnitError):
        converted(D(2), "xW", "W")
    with pytest.raises(UnitError):
        converted(D(2), "k件", "件")
