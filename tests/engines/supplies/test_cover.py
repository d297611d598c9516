"""Days of cover, worked out by hand."""

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coretech.engines.supplies.cover import cover
from coretech.engines.supplies.figures import Return
from coretech.engines.supplies.use import UseRule
from tests.engines.supplies.series import month

YEAR_END = dt.date(2025, 12, 31)
FEBRUARY = dt.date(2026, 2, 28)


def test_coal_at_3100_lasts_31_days_where_the_year_before_burnt_36500_in_365_days() -> None:
    year = [month(2025, at, consumption=3000) for at in range(1, 12)]
    returns = [*year, month(2025, 12, consumption=3500), month(2026, 1, consumption=90_000, stock=3100)]

    found = cover(returns, UseRule.LAST_YEAR, FEBRUARY)

    assert (found.days, found.use.daily, found.stock_on) == (Decimal(31), Decimal(100), dt.date(2026, 1, 31))
    assert found.use.complete
    assert [step.en for step in found.steps] == [
        "2025-01-01 to 2025-12-31: 36,500 ÷ 365 = 100",
        "closing stock on 2026-01-31: 3,100",
        "3,100 ÷ 100 = 31 days",
    ]


def test_petroleum_counts_sales_and_own_use_together() -> None:
    returns = [month(2025, at, sales=900, consumption=100, stock=1) for at in range(1, 12)]
    returns.append(month(2025, 12, sales=900, consumption=100, stock=3000))

    found = cover(returns, UseRule.SALES_AND_OWN_USE, YEAR_END)

    assert found.use.daily == Decimal(12_000) / 365
    assert found.days == Decimal(3000) / (Decimal(12_000) / 365)


def test_a_return_that_lacks_one_of_sales_and_own_use_is_left_out_with_its_days() -> None:
    returns = [month(2025, 11, sales=290, consumption=10), month(2025, 12, sales=10, stock=100)]

    found = cover(returns, UseRule.SALES_AND_OWN_USE, YEAR_END)

    assert (found.use.daily, found.use.covered, found.days) == (Decimal(10), 30, Decimal(10))
    assert found.steps[-1].zh == "用量只涵蓋365日中的30日"


def test_the_last_period_alone_counts_where_the_rule_says_so() -> None:
    returns = [month(2025, 11, consumption=1), month(2025, 12, consumption=310, stock=50)]

    assert cover(returns, UseRule.LAST_PERIOD, YEAR_END).days == 5


def test_sales_of_twelve_months_end_on_the_day_of_the_stock_and_not_today() -> None:
    returns = [month(2024, 12, sales=62, stock=1), month(2025, 1, sales=31, stock=6)]

    found = cover(returns, UseRule.TWELVE_MONTHS_SALES, dt.date(2027, 1, 1))

    assert (found.use.start, found.use.end) == (dt.date(2024, 2, 1), dt.date(2025, 1, 31))
    assert found.days == 6 / (Decimal(93) / 62)


def test_a_year_before_29_february_begins_on_1_march() -> None:
    found = cover([month(2024, 2, consumption=29, stock=3)], UseRule.TWELVE_MONTHS, dt.date(2024, 2, 29))

    assert (found.use.start, found.days) == (dt.date(2023, 3, 1), Decimal(3))


@pytest.mark.parametrize(
    ("returns", "said"),
    [
        ([], "no stock has been reported yet"),
        ([month(2025, 12, stock=5)], "no use was reported for 2025-01-01 to 2025-12-31"),
        ([month(2025, 12, stock=5, consumption=0)], "the use reported for 2025-01-01 to 2025-12-31 is 0"),
        ([month(2025, 12, consumption=5)], "no stock has been reported yet"),
        ([month(2026, 1, consumption=5, stock=5)], "no stock has been reported yet"),
    ],
)
def test_without_stock_or_use_there_is_no_cover_and_it_is_said_why(returns: list[Return], said: str) -> None:
    found = cover(returns, UseRule.TWELVE_MONTHS, YEAR_END)

    assert found.days is None
    assert said in [step.en for step in found.steps]
    assert found.steps[-1].en == "so days of cover cannot be reckoned"


@pytest.mark.parametrize("wrong", ["-1", "NaN", "Infinity"])
def test_a_figure_that_no_stock_can_be_is_refused(wrong: str) -> None:
    with pytest.raises(ValueError, match="stock is"):
        month(2025, 1, stock=wrong)


def test_a_period_that_ends_before_it_starts_is_refused() -> None:
    with pytest.raises(ValueError, match="before"):
        Return(period_start=FEBRUARY, period_end=YEAR_END)


AMOUNTS = st.integers(1, 10**9)


@given(AMOUNTS, AMOUNTS, AMOUNTS)
def test_more_stock_never_covers_fewer_days_and_more_use_never_more(stock: int, more: int, use: int) -> None:
    def days(stock: int, use: int) -> Decimal:
        found = cover([month(2025, 12, stock=stock, consumption=use)], UseRule.LAST_PERIOD, YEAR_END).days
        assert found is not None
        return found

    assert days(stock + more, use) >= days(stock, use) >= days(stock, use + more)


@given(st.lists(st.none() | st.integers(0, 10**6), min_size=12, max_size=12), st.sampled_from(UseRule))
def test_the_use_of_a_day_is_what_adding_day_by_day_gives(values: list[int | None], rule: UseRule) -> None:
    told = [{} if value is None else {"consumption": value, "sales": value} for value in values]
    returns = [month(2025, at, stock=1, **figures) for at, figures in enumerate(told, 1)]
    last = values[-1:] if rule is UseRule.LAST_PERIOD else [] if rule is UseRule.LAST_YEAR else values
    times = 2 if rule is UseRule.SALES_AND_OWN_USE else 1
    known = [(value, each.days) for value, each in zip(reversed(last), reversed(returns), strict=False)]
    total = sum(value * times for value, _ in known if value is not None)
    days = sum(days for value, days in known if value is not None)

    assert cover(returns, rule, YEAR_END).use.daily == (Decimal(total) / days if total else None)
