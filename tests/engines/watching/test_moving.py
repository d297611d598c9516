"""Intervals of shares and of their differences, and what is told to have moved."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coretech.engines.watching.alerts import LEAST_TOP, Moved, Standing, alerts
from coretech.engines.watching.intervals import Interval, newcombe, wilson

SHARES = st.floats(0, 1)
COUNTS = st.integers(1, 10_000)


def test_wilsons_interval_is_that_of_the_textbook() -> None:
    found = wilson(0.8, 10)

    assert (found.low, found.high) == pytest.approx((0.4902, 0.9433), abs=5e-5)


def test_newcombes_interval_is_that_of_his_example() -> None:
    found = newcombe(48 / 80, 80, 56 / 70, 70)

    assert (found.low, found.high) == pytest.approx((0.0524, 0.3339), abs=5e-5)


def test_a_share_of_nothing_may_be_anything() -> None:
    assert wilson(0.0, 0) == Interval(0.0, 1.0)


@given(share=SHARES, of=COUNTS)
def test_an_interval_holds_its_share_and_stays_within_nothing_and_all(share: float, of: int) -> None:
    found = wilson(share, of)

    assert 0 <= found.low <= share <= found.high <= 1


@given(before=SHARES, of_before=COUNTS, after=SHARES, of_after=COUNTS)
def test_a_difference_the_other_way_round_has_the_mirrored_interval(
    before: float, of_before: int, after: float, of_after: int
) -> None:
    there, back = newcombe(before, of_before, after, of_after), newcombe(after, of_after, before, of_before)

    assert (there.low, there.high) == pytest.approx((-back.high, -back.low), abs=1e-12)
    assert there.holds(after - before)


def test_nothing_is_said_to_have_moved_on_too_few_papers() -> None:
    before = Standing("US", {"US": 1.0}, LEAST_TOP - 1)
    after = Standing("CN", {"CN": 1.0}, 1_000)

    assert list(alerts(before, after)) == []


def test_a_leader_that_changes_within_the_noise_is_told_as_not_firm() -> None:
    before = Standing("US", {"US": 0.51, "CN": 0.49}, 40)
    after = Standing("CN", {"US": 0.49, "CN": 0.51}, 40)

    (found,) = alerts(before, after)

    assert (found.kind, found.country_before, found.country, found.firm) == (Moved.LEADER, "US", "CN", False)


def test_a_country_that_comes_from_nowhere_has_moved() -> None:
    before = Standing("US", {"US": 1.0}, 200)
    after = Standing("US", {"US": 0.8, "TW": 0.2}, 200)

    assert [(each.country, each.before) for each in alerts(before, after)] == [("TW", 0.0), ("US", 1.0)]


@given(shares=st.dictionaries(st.sampled_from(["US", "CN", "TW"]), SHARES, min_size=1), top=COUNTS)
def test_what_stays_as_it_was_has_not_moved(shares: dict[str, float], top: int) -> None:
    same = Standing("US", shares, top)

    assert list(alerts(same, same)) == []
