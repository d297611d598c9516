"""Work items against their months."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coretech.engines.progress.schedule import Standing, Work, counted, gone_by, standing
from tests.engines.progress.making import DAYS, D

SPAN = (date(2021, 3, 1), date(2021, 6, 30))
TRUTH = st.none() | st.booleans()


@st.composite
def works(draw: st.DrawFn) -> Work:
    """Up to three spans, one behind the other."""
    day, spans = draw(DAYS), []
    for _ in range(draw(st.integers(0, 3))):
        start = day + timedelta(days=draw(st.integers(1, 40)))
        day = start + timedelta(days=draw(st.integers(0, 90)))
        spans.append((start, day))
    return Work(tuple(spans), draw(TRUTH), draw(TRUTH))


@pytest.mark.parametrize(
    ("today", "begun", "done", "stands"),
    [
        (date(2021, 2, 28), None, None, Standing.NOT_YET),
        (date(2021, 2, 28), True, False, Standing.UNDER_WAY),
        (date(2021, 3, 31), False, False, Standing.NOT_YET),
        (date(2021, 4, 1), False, False, Standing.LATE),
        (date(2021, 4, 1), False, None, Standing.LATE),
        (date(2021, 4, 1), None, False, Standing.UNDER_WAY),
        (date(2021, 4, 1), None, None, Standing.UNKNOWN),
        (date(2021, 6, 30), True, False, Standing.UNDER_WAY),
        (date(2021, 7, 1), True, False, Standing.OVERDUE),
        (date(2021, 7, 1), False, None, Standing.OVERDUE),
        (date(2021, 7, 1), None, None, Standing.UNKNOWN),
        (date(2021, 7, 1), None, True, Standing.DONE),
    ],
)
def test_from_march_to_june(*, today: date, begun: bool | None, done: bool | None, stands: Standing) -> None:
    assert standing(Work((SPAN,), begun, done), today) is stands


def test_without_months_only_what_is_said_counts() -> None:
    today = date(2021, 7, 1)
    found = [
        standing(Work((), begun, done), today) for begun, done in [(True, None), (False, None), (None, False)]
    ]
    assert found == [Standing.UNDER_WAY, Standing.NOT_YET, Standing.UNKNOWN]
    assert gone_by(Work(()), today) is None


def test_31_of_122_days_are_over_at_the_end_of_march() -> None:
    assert gone_by(Work((SPAN,)), date(2021, 3, 31)) == D(31) / 122


@given(works(), DAYS)
def test_the_share_gone_by_is_what_counting_days_comes_to(work: Work, today: date) -> None:
    days = [
        date.fromordinal(each)
        for start, end in work.spans
        for each in range(start.toordinal(), end.toordinal() + 1)
    ]
    over = sum(day <= today for day in days)
    assert gone_by(work, today) == (Decimal(over) / len(days) if days else None)


@given(st.lists(works(), max_size=6), DAYS)
def test_each_item_counts_once(items: list[Work], today: date) -> None:
    found = counted(items, today)
    assert found.total == sum(found.by.values()) == len(items)
    assert found.done == (Decimal(sum(item.done is True for item in items)) / len(items) if items else None)
    shares = [gone_by(item, today) for item in items if item.spans]
    assert (found.planned is None) is (not shares)


def test_the_mean_is_of_the_items_own_schedules() -> None:
    half, whole = (date(2021, 3, 1), date(2021, 3, 2)), (date(2021, 3, 1), date(2021, 3, 1))
    found = counted([Work((half,)), Work((whole,)), Work(())], date(2021, 3, 1))
    assert found.planned == D("0.75")
    assert standing(Work((whole,)), date(2021, 3, 1)) is Standing.UNKNOWN
