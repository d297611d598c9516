import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coretech.kit.days import NotADay, parse_day
from coretech.kit.roc import roc_date

DAY = dt.date(2025, 11, 24)


@pytest.mark.parametrize(
    "text",
    [
        "2025-11-24",
        "2025/11/24",
        "114.11.24",
        "114-11-24",
        "民國114年11月24日",
        "１１４．１１．２４",
        " 114 . 11 . 24 ",
    ],
)
def test_a_day_is_understood_in_either_calendar(text: str) -> None:
    assert parse_day(text) == DAY


@pytest.mark.parametrize("text", ["", "tomorrow", "114.11", "20251124", "2025-11-24T00:00", "\x00"])
def test_what_is_not_a_day_is_said_to_be_none(text: str) -> None:
    with pytest.raises(NotADay):
        parse_day(text)


@pytest.mark.parametrize("text", ["2025-02-29", "114.2.30", "114.13.1", "0.1.1"])
def test_a_day_the_calendar_does_not_have_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        parse_day(text)


@given(st.dates(dt.date(1912, 1, 1), dt.date(2910, 12, 31)))
def test_a_roc_date_as_we_print_it_is_read_back(day: dt.date) -> None:
    assert parse_day(roc_date(day)) == day
