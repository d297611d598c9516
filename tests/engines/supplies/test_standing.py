"""Which standard holds on a day, and where a cover stands to it."""

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coretech.engines.supplies.commodities import bundled_standards
from coretech.engines.supplies.figures import Basis, Standard
from coretech.engines.supplies.standing import Level, standard_on, standing

GAS = [each.standard for each in bundled_standards()["natural-gas"]]
NINETY = Standard(Decimal(90), Basis.STATUTORY, dt.date(2021, 1, 1))


@pytest.mark.parametrize(
    ("day", "days", "basis"),
    [
        (dt.date(2021, 12, 31), 7, Basis.STATUTORY),
        (dt.date(2022, 1, 1), 8, Basis.STATUTORY),
        (dt.date(2024, 12, 31), 8, Basis.STATUTORY),
        (dt.date(2025, 1, 1), 11, Basis.PLANNED),
    ],
)
def test_natural_gas_goes_from_7_to_8_to_11_days(day: dt.date, days: int, basis: Basis) -> None:
    held = standard_on(GAS, day)

    assert held is not None
    assert (int(held.days), held.basis) == (days, basis)


@pytest.mark.parametrize(
    ("cover", "level"),
    [("89.99", Level.BELOW), ("90", Level.NEAR), ("98.99", Level.NEAR), ("99", Level.ABOVE)],
)
def test_cover_is_below_90_near_up_to_99_and_above_from_there(cover: str, level: Level) -> None:
    found = standing(Decimal(cover), [NINETY], dt.date(2026, 1, 1))

    assert (found.level, found.margin) == (level, Decimal(cover) - 90)


def test_a_hair_less_than_the_standard_is_not_printed_as_the_standard() -> None:
    found = standing(Decimal("89.99"), [NINETY], dt.date(2026, 1, 1))

    assert found.steps[-1].en == "89.9 − 90 = -0.1 days: below the standard"


def test_what_comes_next_is_told_beside_what_holds() -> None:
    found = standing(Decimal(10), GAS, dt.date(2024, 12, 31))

    assert found.level is Level.ABOVE
    assert found.coming is not None
    assert found.steps[-1].zh == "114.1.1起為11天"


def test_without_a_standard_or_a_cover_nothing_is_judged() -> None:
    assert standing(Decimal(1), [NINETY], dt.date(2020, 12, 31)).level is Level.NO_STANDARD
    assert standing(None, [NINETY], dt.date(2021, 1, 1)).level is Level.UNKNOWN


@given(st.decimals(0, 1000, places=2), st.decimals(0, 1000, places=2))
def test_more_cover_never_stands_worse(one: Decimal, other: Decimal) -> None:
    order = [Level.BELOW, Level.NEAR, Level.ABOVE]
    less, more = (order.index(standing(each, [NINETY], NINETY.start).level) for each in sorted((one, other)))

    assert less <= more
