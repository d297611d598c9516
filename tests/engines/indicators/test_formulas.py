"""Each indicator by figures worked out by hand, and its edges."""

import math

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from coretech.engines.indicators import reference
from coretech.engines.indicators.growth import growth
from coretech.engines.indicators.h_index import h_index
from coretech.engines.indicators.hhi import hhi
from coretech.engines.indicators.lead import Holder, lead
from coretech.engines.indicators.monopoly_risk import monopoly_risk
from coretech.engines.indicators.rank import rank
from coretech.engines.indicators.shared import Parts, summed
from coretech.engines.indicators.thresholds import thresholds


@given(st.lists(st.integers(0, 30)))
def test_the_h_index_from_counts_is_the_one_by_definition(citations: list[int]) -> None:
    counts = pl.DataFrame(
        {"who": [0] * len(citations), "citations": citations}, {"who": pl.Int16, "citations": pl.Int32}
    )

    found = h_index(counts.group_by("who", "citations").agg(works=pl.len()), ("who",))

    assert found.rows() == ([(0, reference.h_index(citations))] if citations else [])


def test_equals_share_the_smaller_rank() -> None:
    shares = Parts(6, {(0, 1): 2, (0, 2): 2, (0, 3): 1, (0, 4): 1, (1, 1): 6})

    assert rank(shares) == {(0, 1): 1, (0, 2): 1, (0, 3): 3, (0, 4): 3, (1, 1): 1}


def test_thirds_add_up_to_exactly_one() -> None:
    thirds = summed([(0, country, 3, 1) for country in range(3)])

    assert [thirds.share((0, country)) for country in range(3)] == [1 / 3] * 3
    assert thirds.totals == {0: thirds.whole}
    assert thirds.share((1, 0)) is None


def test_ties_at_the_threshold_are_all_in() -> None:
    citations, works = [9, 5, 4], [1, 3, 7]
    papers = pl.DataFrame({"technology": 0, "year": 2020, "citations": citations, "works": works})

    assert thresholds(papers)["citations"].to_list() == [5]


def test_of_few_works_at_least_one_is_among_the_most_cited() -> None:
    papers = pl.DataFrame({"technology": 0, "year": 2020, "citations": [3, 1], "works": [1, 2]})

    assert thresholds(papers)["citations"].to_list() == [3]


def test_a_lead_is_infinite_where_nobody_follows_and_none_where_nobody_leads() -> None:
    alone = lead([Holder("TW", 1, 3), Holder("US", 0, 9)])

    assert (alone.leader, alone.runner_up, alone.ratio) == ("TW", None, math.inf)
    assert lead([Holder("US", 0, 9)]).leader is None


def test_of_equal_leaders_the_one_with_more_works_is_named_then_the_first_by_letters() -> None:
    led = lead([Holder("US", 1, 4), Holder("CN", 1, 5), Holder("BE", 1, 4)])

    assert (led.leader, led.runner_up, led.ratio) == ("CN", "BE", 1.0)


@pytest.mark.parametrize(
    ("institutions", "ratio", "risk"),
    [
        (8, 3.0, "high"),
        (8, 2.99, "medium"),
        (7, 9.0, "medium"),
        (5, 2.0, "medium"),
        (4, math.inf, "low"),
        (10, 1.9, "low"),
        (None, None, None),
    ],
)
def test_the_risk_by_its_two_conditions(
    institutions: int | None, ratio: float | None, risk: str | None
) -> None:
    assert monopoly_risk(institutions, ratio) == risk


def test_concentration_runs_from_spread_to_one() -> None:
    assert hhi([7]) == 1.0
    assert hhi([3] * 4) == 0.25
    assert hhi([]) is None


def test_works_that_double_over_the_middles_of_the_thirds_grow_by_that_root() -> None:
    grown = growth({2018: 40, 2019: 50, 2020: 60, 2021: 70, 2022: 80, 2023: 100}, 2018, 2023)

    assert grown.rate == pytest.approx(2 ** (1 / 4) - 1)
    assert grown.low is not None
    assert grown.high is not None
    assert grown.low < (grown.rate or 0) < grown.high
    assert not grown.small_base


@pytest.mark.parametrize("works", [{}, {2020: 50}, {2023: 50}])
def test_growth_from_nothing_or_of_one_year_is_not_told(works: dict[int, int]) -> None:
    assert growth(works, 2020, 2023).rate is None
    assert growth(works, 2020, 2020).rate is None
