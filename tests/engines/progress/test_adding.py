"""Sums never mix kinds, units, natures or years that contain each other."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coretech.engines.progress.adding import MixedKinds, Part, added
from coretech.engines.progress.kinds import Kind, Nature
from tests.engines.progress.making import D

PARTS = st.builds(
    Part,
    st.sampled_from("abc"),
    st.sampled_from(Kind),
    st.sampled_from(Nature),
    st.sampled_from(["件", "家", "%"]),
    st.integers(110, 113),
    st.integers(0, 99).map(Decimal),
)


def part(key: str = "a", kind: Kind = Kind.ANNUAL, year: int = 110, unit: str = "件", value: int = 3) -> Part:
    return Part(key, kind, Nature.ACTUAL, unit, year, D(value))


def may_be_added(parts: list[Part]) -> bool:
    """The rule said in another way: pair by pair."""

    def together(one: Part, other: Part) -> bool:
        alike = (one.kind, one.nature, one.unit) == (other.kind, other.nature, other.unit)
        apart = (one.key, one.year) != (other.key, other.year)
        summable = one.kind is Kind.ANNUAL or (one.kind is Kind.CUMULATIVE and one.year == other.year)
        return alike and apart and summable and one.unit != "%"

    pairs = ((one, other) for place, one in enumerate(parts) for other in parts[place + 1 :])
    return bool(parts) and all(together(one, other) for one, other in pairs)


@given(st.lists(PARTS, max_size=4))
def test_a_sum_is_given_exactly_where_every_pair_may_be_added(parts: list[Part]) -> None:
    if may_be_added(parts):
        assert added(parts) == sum(each.value for each in parts)
    else:
        with pytest.raises(MixedKinds):
            added(parts)


def test_yearly_counts_add_over_measures_and_years() -> None:
    assert added([part("a", year=110), part("a", year=111), part("b", year=110)]) == 9


def test_cumulative_ones_add_over_sisters_of_one_year() -> None:
    assert added([part("a", Kind.CUMULATIVE), part("b", Kind.CUMULATIVE)]) == 6


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        ([part("a", Kind.CUMULATIVE, 110), part("a", Kind.CUMULATIVE, 111)], "累計值已含前年"),
        ([part("a", Kind.CUMULATIVE), part("b", Kind.ANNUAL)], "種類不同"),
        ([part("a"), part("b", unit="家")], "單位不同"),
        ([part("a"), Part("b", Kind.ANNUAL, Nature.FORECAST, "件", 110, D(1))], "性質不同"),
        ([part("a", Kind.LEVEL), part("b", Kind.LEVEL)], "水準的數值不相加"),
        ([part("a", Kind.RECURRING, 110), part("a", Kind.RECURRING, 111)], "每年經常的數值不相加"),
        ([part("a", unit="%"), part("b", unit="%")], "比率不相加"),
        ([part("a"), part("a")], "出現兩次"),
        ([], "無數值不等於 0"),
    ],
)
def test_every_other_sum_is_refused_with_its_reason(parts: list[Part], said: str) -> None:
    with pytest.raises(MixedKinds, match=said):
        added(parts)


def test_the_refusals_say_what_is_mixed_in_english_too() -> None:
    unlike = [
        ([part("a"), part("b", unit="")], "Different units are not added: no unit, 件."),
        ([part("a"), part("b", Kind.LEVEL)], "Different kinds are not added: counted year by year, level."),
        ([part("a"), Part("b", Kind.ANNUAL, Nature.FORECAST, "件", 110, D(1))], "actual, forecast."),
        ([part("a", unit="倍"), part("b", unit="倍")], "Shares in “倍” are not added."),
    ]
    for parts, said in unlike:
        with pytest.raises(MixedKinds) as refused:
            added(parts)
        assert refused.value.sentence.en.endswith(said)
    with pytest.raises(MixedKinds, match="無單位"):
        added([part("a"), part("b", unit="")])
