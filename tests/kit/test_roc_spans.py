"""Spans of time as plans write them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coretech.kit.roc_spans import month_of, spans, spans_and_rest


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("109/12~110/4", "2020-12", "2021-04"),
        ("１０９／１２～１１０／４", "2020-12", "2021-04"),
        ("110/1-113/12", "2021-01", "2024-12"),
        ("110/01 - 113/12", "2021-01", "2024-12"),
        ("111/01", "2022-01", "2022-01"),
        ("110~114 年", "2021-01", "2025-12"),
        ("110年至114年", "2021-01", "2025-12"),
        ("110/1~12", "2021-01", "2021-12"),
        ("111 年第 2 季", "2022-04", "2022-06"),
        ("111年第二季至112年第四季", "2022-04", "2023-12"),
        ("111Q3", "2022-07", "2022-09"),
        ("110年6月30日", "2021-06", "2021-06"),
        ("110 年底", "2021-01", "2021-12"),
        ("99/7~100/6", "2010-07", "2011-06"),
        ("1/1~1/12", "1912-01", "1912-12"),
    ],
)
def test_a_span_is_read_however_it_is_written(text: str, start: str, end: str) -> None:
    first = spans(text)[0]

    assert (month_of(first.start), month_of(first.end)) == (start, end)


def test_phases_keep_their_names() -> None:
    found = spans("第一期 受理申請 109/9-109/12 執行期程 110/1-111/12")

    assert [each.label for each in found] == ["第一期受理申請", "執行期程"]
    assert [month_of(each.start) for each in found] == ["2020-09", "2021-01"]


def test_a_span_cut_before_its_end_has_none() -> None:
    (found,) = spans("110/01-")

    assert found.start == date(2021, 1, 1)
    assert found.end is None


def test_what_comes_back_each_year_has_no_ends() -> None:
    (found,) = spans("每年")

    assert (found.yearly, found.start, found.end) == (True, None, None)


def test_a_span_may_run_backwards() -> None:
    (found,) = spans("111/5~110/4")

    assert found.backwards


def test_both_calendars_are_said() -> None:
    (found,) = spans("110/1~113/12")

    assert found.said().zh == "110年1月至113年12月"
    assert found.said().en == "2021-01 to 2024-12"


@pytest.mark.parametrize("text", ["", "建立平台", "3~6 所", "1.1.1", "12", "5G"])
def test_numbers_that_are_no_time_give_none(text: str) -> None:
    assert spans(text) == []


def test_the_words_behind_the_last_span_are_left() -> None:
    assert spans_and_rest("110/1~110/6 第二期")[1] == "第二期"


MONTHS = st.tuples(st.integers(1, 199), st.integers(1, 12))


@given(MONTHS, MONTHS, st.sampled_from(["~", "-", "～", " ~ ", "至"]))
def test_every_month_is_read_back(first: tuple[int, int], last: tuple[int, int], mark: str) -> None:
    (found,) = spans(f"{first[0]}/{first[1]}{mark}{last[0]}/{last[1]:02}")

    assert month_of(found.start) == f"{first[0] + 1911}-{first[1]:02}"
    assert month_of(found.end) == f"{last[0] + 1911}-{last[1]:02}"


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=80))
def test_any_text_is_read_without_error(text: str) -> None:
    for each in spans(text):
        assert each.said().zh
