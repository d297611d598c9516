"""Days as typed, in either calendar."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coretech.cli.days import day_of
from coretech.kit.refusal import Refused
from coretech.kit.roc import roc_date, roc_short


@given(st.dates(min_value=dt.date(1000, 1, 1)))
def test_an_iso_day_reads_back_as_itself(day: dt.date) -> None:
    assert day_of(day.isoformat()) == day


@given(st.dates(min_value=dt.date(1912, 1, 1), max_value=dt.date(2910, 12, 31)))
def test_a_roc_day_long_or_short_reads_back_as_itself(day: dt.date) -> None:
    assert day_of(roc_date(day)) == day
    assert day_of(roc_short(day).replace(".", "-")) == day


def test_four_digits_are_a_gregorian_year_whatever_the_separator() -> None:
    assert day_of("2025/11/24") == day_of("2025.11.24") == day_of("114/11/24") == dt.date(2025, 11, 24)


@pytest.mark.parametrize(
    "text", ["2025-02-30", "114-02-29", "民國0年1月1日", "tomorrow", "", "20251124", "2025-W48-1"]
)
def test_what_is_no_day_is_refused_as_bad_input_and_repeated_in_the_sentence(text: str) -> None:
    with pytest.raises(Refused, match="不是曆法上有的日期") as refused:
        day_of(text)
    assert refused.value.status == 422
    assert text in refused.value.sentence.en
