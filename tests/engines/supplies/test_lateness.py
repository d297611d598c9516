"""The periods that ought to be reported, and which of their returns are late or missing."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coretech.engines.supplies.lateness import Timeliness, lateness
from coretech.engines.supplies.periods import Frequency, Period, is_period, period_of, periods

DAYS = st.dates(dt.date(2000, 1, 1), dt.date(2100, 1, 1))


@pytest.mark.parametrize(
    ("frequency", "start", "end"),
    [
        (Frequency.TWICE_A_WEEK, dt.date(2026, 2, 12), dt.date(2026, 2, 15)),  # Thursday to Sunday
        (Frequency.WEEKLY, dt.date(2026, 2, 9), dt.date(2026, 2, 15)),
        (Frequency.MONTHLY, dt.date(2026, 2, 1), dt.date(2026, 2, 28)),
        (Frequency.QUARTERLY, dt.date(2026, 1, 1), dt.date(2026, 3, 31)),
        (Frequency.YEARLY, dt.date(2026, 1, 1), dt.date(2026, 12, 31)),
    ],
)
def test_12_february_2026_falls_in_one_period_of_each_frequency(
    frequency: Frequency, start: dt.date, end: dt.date
) -> None:
    assert period_of(frequency, dt.date(2026, 2, 12)) == Period(start, end)


@given(st.sampled_from(Frequency), DAYS)
def test_periods_follow_each_other_without_gap_or_overlap(frequency: Frequency, day: dt.date) -> None:
    here = period_of(frequency, day)
    after = period_of(frequency, here.end + dt.timedelta(days=1))

    assert here.start <= day <= here.end
    assert after.start == here.end + dt.timedelta(days=1)
    assert is_period(frequency, here.start, here.end)
    assert not is_period(frequency, here.start, after.end)


@given(st.sampled_from(Frequency), DAYS, st.integers(0, 900))
def test_periods_between_two_days_are_those_that_lie_whole_between_them(
    frequency: Frequency, since: dt.date, length: int
) -> None:
    until = since + dt.timedelta(days=length)
    every = {period_of(frequency, since + dt.timedelta(days=day)) for day in range(length + 1)}

    assert list(periods(frequency, since, until)) == sorted(
        each for each in every if since <= each.start and each.end <= until
    )


def test_on_16_april_january_came_in_time_february_late_march_is_missing_and_april_not_over() -> None:
    january, february, march = (
        period_of(Frequency.MONTHLY, dt.date(2026, number, 1)) for number in (1, 2, 3)
    )
    came = {january: dt.date(2026, 2, 15), february: dt.date(2026, 3, 20)}

    found = lateness(Frequency.MONTHLY, dt.date(2026, 1, 1), dt.date(2026, 4, 16), came)

    assert [(each.period, each.timeliness, each.days_late) for each in found.expected] == [
        (january, Timeliness.ON_TIME, 0),
        (february, Timeliness.LATE, 5),
        (march, Timeliness.MISSING, 1),
    ]
    assert found.of(Timeliness.MISSING)[0].due == dt.date(2026, 4, 15)
    assert found.steps[0].en == "3 periods: 1 on time, 1 late, 0 not yet due, 1 missing"


def test_a_return_that_is_due_today_is_still_awaited() -> None:
    found = lateness(Frequency.MONTHLY, dt.date(2026, 3, 1), dt.date(2026, 4, 15), {})

    assert [each.timeliness for each in found.expected] == [Timeliness.AWAITED]


def test_a_period_begun_before_reporting_did_is_not_asked_for() -> None:
    found = lateness(Frequency.QUARTERLY, dt.date(2026, 1, 2), dt.date(2026, 6, 30), {}, grace=0)

    assert found.expected == ()
