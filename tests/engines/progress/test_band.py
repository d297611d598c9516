"""Which figures meet a target, and how near to it others come."""

import pytest

from coretech.engines.progress.band import Band, aim, band
from coretech.engines.progress.figures import Comparator, Definition, TargetPoint
from coretech.engines.progress.kinds import Direction, Kind
from tests.engines.progress.making import START, D

HIGHER, LOWER, WITHIN = Direction.HIGHER, Direction.LOWER, Direction.WITHIN


@pytest.mark.parametrize(
    ("comparator", "direction", "low", "high"),
    [
        (Comparator.PLAIN, HIGHER, 20, None),
        (Comparator.PLAIN, LOWER, None, 40),
        (Comparator.PLAIN, WITHIN, 20, 40),
        (Comparator.AT_LEAST, LOWER, 20, None),
        (Comparator.AT_MOST, HIGHER, None, 40),
        (Comparator.EXACTLY, HIGHER, 20, 40),
        (Comparator.ABOUT, WITHIN, 19, 42),
        (Comparator.ABOUT, HIGHER, 19, None),
    ],
)
def test_from_20_to_40(
    comparator: Comparator, direction: Direction, low: int | None, high: int | None
) -> None:
    assert band(TargetPoint(110, D(20), D(40), comparator), direction) == Band(
        None if low is None else D(low), None if high is None else D(high)
    )


def test_words_alone_have_no_band() -> None:
    assert band(TargetPoint(110, None, words="完成"), HIGHER) is None


@pytest.mark.parametrize(
    ("low", "high", "value", "share"),
    [
        (1, None, "0.5", "0.5"),
        (0, None, "5", None),
        (-4, None, "-5", None),
        (None, 0, "0", "1"),
        (None, 0, "5", "0"),
        (None, "0.5", "1", "0.5"),
        (None, -4, "5", None),
        (None, 10, "3", "1"),
    ],
)
def test_the_share_of_one_end(low: int | None, high: str | int | None, value: str, share: str | None) -> None:
    within = Band(None if low is None else D(low), None if high is None else D(high))
    assert within.share(D(value)) == (None if share is None else D(share))


def test_one_figure_stands_for_a_range_where_one_is_needed() -> None:
    point = TargetPoint(110, D(20), D(40))
    assert [aim(point, direction) for direction in (HIGHER, LOWER, WITHIN)] == [D(20), D(40), D(20)]
    assert aim(TargetPoint(110, D(20)), LOWER) == D(20)


def test_a_term_may_be_a_single_day() -> None:
    assert Definition(Kind.LEVEL, HIGHER, "件", None, START, START).end == START
