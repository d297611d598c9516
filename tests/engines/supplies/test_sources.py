"""The share of the largest source, and how concentrated they are."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coretech.engines.supplies.sources import Band, concentration


def test_half_and_two_quarters_give_3750() -> None:
    found = concentration({"Brazil": Decimal(25), "United States": Decimal(50), "Australia": Decimal(25)})

    assert [each.name for each in found.sources] == ["United States", "Australia", "Brazil"]
    assert (found.largest_share, found.concentration) == (Decimal("0.5"), Decimal(50**2 + 25**2 + 25**2))
    assert found.band is Band.HIGH
    assert found.steps[0].zh == "最大來源United States：50 ÷ 100 = 50%"


@pytest.mark.parametrize(
    ("sources", "band"), [(1, Band.SINGLE), (5, Band.HIGH), (6, Band.MODERATE), (10, Band.SPREAD)]
)
def test_equal_sources_are_banded_by_how_many_they_are(sources: int, band: Band) -> None:
    assert concentration({str(number): Decimal(1) for number in range(sources)}).band is band


@pytest.mark.parametrize("nothing", [{}, {"Qatar": Decimal()}])
def test_where_nothing_came_nothing_is_concentrated(nothing: dict[str, Decimal]) -> None:
    found = concentration(nothing)

    assert (found.sources, found.concentration, found.largest_share, found.band) == ((), None, None, None)


def test_a_negative_quantity_is_no_source() -> None:
    with pytest.raises(ValueError, match="negative"):
        concentration({"Qatar": Decimal(-1)})


@given(st.dictionaries(st.text(min_size=1), st.integers(1, 10**12), min_size=1, max_size=12))
def test_shares_make_one_and_the_index_lies_between_equal_and_single(quantities: dict[str, int]) -> None:
    found = concentration({name: Decimal(quantity) for name, quantity in quantities.items()})

    assert found.concentration is not None
    assert abs(sum((each.share for each in found.sources), Decimal(-1))) < Decimal("1e-20")
    assert Decimal(10_000) / len(quantities) - Decimal("1e-15") <= found.concentration <= 10_000
