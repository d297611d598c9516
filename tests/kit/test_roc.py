"""The ROC calendar, both ways."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coretech.kit.roc import english_date, parse_roc, roc_date, roc_short, roc_year, said, said_year


@pytest.mark.parametrize(
    ("day", "long", "short"),
    [
        (date(2025, 11, 24), "民國114年11月24日", "114.11.24"),
        (date(1912, 1, 1), "民國1年1月1日", "1.1.1"),
        (date(1911, 12, 31), "民國前1年12月31日", "-1.12.31"),
        (date(1895, 4, 17), "民國前17年4月17日", "-17.4.17"),
    ],
)
def test_a_day_is_written_in_the_roc_calendar_and_read_back(day: date, long: str, short: str) -> None:
    assert (roc_date(day), roc_short(day)) == (long, short)
    assert parse_roc(long) == parse_roc(short) == day


@given(day=st.dates())
def test_every_day_reads_back_as_itself(day: date) -> None:
    assert parse_roc(roc_date(day)) == day


@given(day=st.dates(date(913, 1, 1), date(2910, 12, 31)))
def test_every_short_day_reads_back_as_itself(day: date) -> None:
    assert parse_roc(roc_short(day)) == day


@pytest.mark.parametrize(
    "text",
    [
        "中華民國114年11月24日",
        "民國 114 年 11 月 24 日",
        "114年11月24日",
        "１１４．１１．２４",
        "114/11/24",
        "114-11-24",
        "民國114.11.24",
        "中華民國一百十四年十一月二十四日",
        "民國一百一十四年十一月二十四日",
    ],
)
def test_one_day_is_read_in_its_many_spellings(text: str) -> None:
    assert parse_roc(text) == date(2025, 11, 24)


def test_the_first_year_is_read_by_its_own_name() -> None:
    assert parse_roc("民國元年一月一日") == date(1912, 1, 1)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2025-11-24",
        "2025年11月24日",
        "114.11",
        "114.11-24",
        "114.13.1",
        "114.2.29",
        "民國0年1月1日",
        "民國九百百年1月1日",
        "民國9999年1月1日",
        "十一月二十四日",
        "民國114年11月24日下午",
    ],
)
def test_what_is_no_roc_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".+ / .+"):
        parse_roc(text)


def test_years_are_told_in_both_calendars() -> None:
    assert roc_year(2025) == 114
    assert (said_year(2025).zh, said_year(2025).en) == ("民國114年", "2025")
    assert said_year(1911).zh == "西元1911年"


def test_a_day_is_said_in_each_language_its_own_way() -> None:
    assert english_date(date(2025, 5, 1)) == "1 May 2025"
    assert (said(date(2025, 5, 1)).zh, said(date(2025, 5, 1)).en) == ("民國114年5月1日", "1 May 2025")
