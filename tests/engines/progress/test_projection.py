"""The S&T budget as a share of GDP: the plan's table 8 (science and technology plan 110–113), in 億元 and per cent."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coretech.engines.progress.projection import Row, Scenario, checked, outlook, share_of_gdp
from coretech.engines.progress.refusals import NotReckoned
from tests.engines.progress.making import D

TABLE_8 = [
    Row(111, D(1307), D(205441), D("0.64")),
    Row(112, D(1383), D(209550), D("0.66")),
    Row(113, D(1453), D(213741), D("0.68")),
    Row(114, D(1504), D(218016), D("0.69")),
    Row(115, D(1557), D(222376), D("0.7")),
]
GROWTH = st.integers(-5, 20).map(lambda each: Decimal(each) / 100)


def test_the_printed_shares_agree_at_their_own_places() -> None:
    found = checked(TABLE_8)
    assert all(each.agrees for each in found)
    assert [each.places for each in found] == [2, 2, 2, 2, 1]
    # 1,307 ÷ 205,441 = 0.636192…, 1,557 ÷ 222,376 = 0.700165…
    assert [str(round(each.share, 6)) for each in found[::4]] == ["0.636192", "0.700165"]


def test_a_wrong_share_is_told_with_both_figures() -> None:
    found = checked([Row(111, D(1307), D(205441), D("0.63")), Row(112, D(1), D(100))])
    assert found[0].sentence.en.endswith("to 2 places 0.64 %, which does not agree with the printed 0.63 %.")
    assert (found[1].agrees, "未載" in found[1].sentence.zh) == (None, True)


def test_with_gdp_growing_2_per_cent_the_budget_must_grow_4_5_to_reach_0_7_in_115() -> None:
    # GDP 205,441 × 1.02⁴ = 222,375.95; × 0.7 % = 1,556.63; (1,556.63 ÷ 1,307)^¼ − 1 = 4.467 %
    found = outlook(TABLE_8[0], Scenario(D("0.02"), D("0.045")), D("0.7"), 115)
    assert round(found.rows[-1].gdp, 2) == D("222375.95")
    assert round(found.needed_budget, 2) == D("1556.63")
    assert round(found.needed_growth * 100, 2) == D("4.47")
    assert [row.year for row in found.rows] == [111, 112, 113, 114, 115]
    # 1,307 × 1.045⁴ = 1,558.62, which is 1.99 more than is needed and 0.7009 % of GDP
    assert (round(found.gap, 2), round(found.share, 4)) == (D("-1.99"), D("0.7009"))


@given(GROWTH, GROWTH, st.integers(1, 20), st.integers(1, 300).map(lambda each: Decimal(each) / 100))
def test_growing_as_needed_reaches_the_target(
    gdp: Decimal, budget: Decimal, years: int, target: Decimal
) -> None:
    base = TABLE_8[0]
    needed = outlook(base, Scenario(gdp, budget), target, base.year + years).needed_growth
    reached = outlook(base, Scenario(gdp, needed), target, base.year + years)
    assert abs(reached.share - target) < D("1e-15")
    assert abs(reached.gap) < D("1e-10")


def test_a_gdp_of_nothing_or_a_target_in_the_past_is_refused() -> None:
    with pytest.raises(NotReckoned, match="GDP"):
        share_of_gdp(Row(111, D(1), D(0)))
    with pytest.raises(NotReckoned, match="目標年"):
        outlook(TABLE_8[0], Scenario(D(0), D(0)), D("0.7"), 111)


def test_a_share_printed_without_places_is_held_against_whole_per_cents() -> None:
    agrees, prints_none = checked([Row(111, D("0.7"), D(100), D(1)), Row(112, D("0.5"), D("0.5"))])
    assert (agrees.year, agrees.places, agrees.agrees) == (111, 0, True)
    assert (prints_none.year, prints_none.share) == (112, D(100))


@pytest.mark.parametrize(("budget", "target"), [(0, "0.7"), (1, "0"), (-1, "0.7")])
def test_nothing_grows_from_nothing(budget: int, target: str) -> None:
    with pytest.raises(NotReckoned):
        outlook(Row(111, D(budget), D(100)), Scenario(D(0), D(0)), D(target), 115)


def test_a_budget_of_1_grows() -> None:
    assert outlook(Row(111, D(1), D(100)), Scenario(D(0), D(0)), D(4), 112).needed_growth == 3
