"""The clock as an argument."""

from datetime import UTC, date, datetime, timedelta

import pytest

from coretech.kit.clock import TAIPEI, FixedClock, SystemClock, today


def test_a_fixed_clock_stands_still_in_taipei() -> None:
    clock = FixedClock(datetime(2025, 11, 23, 16, 30, tzinfo=UTC))
    assert clock.now() == clock.now() == datetime(2025, 11, 24, 0, 30, tzinfo=TAIPEI)
    assert today(clock) == date(2025, 11, 24)


def test_a_moment_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="zone"):
        FixedClock(datetime(2025, 11, 24))  # noqa: DTZ001 - the very thing that is refused


def test_the_systems_clock_tells_the_time_of_taipei() -> None:
    assert SystemClock().now().utcoffset() == timedelta(hours=8)
