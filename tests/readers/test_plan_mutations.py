"""Plans of both kinds with anything done to them: read, with findings, and never a traceback."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coretech.readers.annual.reader import read_annual
from coretech.readers.plan.reader import read_plan
from coretech.readers.plans.reading import READERS
from tests import annual_printer, plan_printer
from tests.readers import test_annual_round_trip as annual
from tests.readers import test_plan_round_trip as plan
from tests.readers.test_programme_mutations import CHANGES, changed

HEADS = (
    "# 某方案",
    "## 一、示範產業",
    "## 1-1 示範平台 辦理重點及期程(經濟部)",
    "事項\t具體作法\t重點工作項目\t起訖時程\t主協辦機關單位",
)
Changes = list[tuple[str, int, str]]


@settings(max_examples=60)
@given(plan.YEARS, plan.GOALS, st.lists(plan.tables(), max_size=3), plan.HOW, CHANGES)
def test_whatever_was_done_to_a_plan_gives_records_and_findings(
    years: tuple[int, int],
    goals: list[plan_printer.Goal],
    tables: list[plan_printer.Table],
    how: plan_printer.Print,
    changes: Changes,
) -> None:
    read = read_plan(changed(plan_printer.printed(years, goals, tables, how), changes))

    assert json.loads(json.dumps(read.as_json()))["kind"] == "plan"
    assert all(each.said.zh and each.said.en for each in read.findings)


@settings(max_examples=60)
@given(annual.GOALS, annual.programmes(), annual.HOW, CHANGES)
def test_whatever_was_done_to_an_annual_plan_gives_records_and_findings(
    goals: annual.Goals, programmes: list[annual_printer.Made], how: annual_printer.Print, changes: Changes
) -> None:
    read = read_annual(changed(annual_printer.printed(110, goals, programmes, how), changes))

    assert json.loads(json.dumps(read.as_json()))["kind"] == "annual"
    assert all(each.said.zh and each.said.en for each in read.findings)


@pytest.mark.parametrize(
    ("above", "run"),
    [
        ("推動平台經費，", "1"),
        ("推動平台經費，", "1,"),
        ("推動平台，", " \u3000"),
        ("推動平台，", "為由"),
        ("- 一、", "<li>"),
        ("1.1 示範平台\t經濟部\t1.1.1 全程\t", " "),
        ("1.建立平台\t1.1 共用\t1.1.1 建置\t", "110/1~"),
        ("1.建立平台\t1.1 共用\t1.1.1 建置\t111/1~111/12\t", "經濟部("),
    ],
)
def test_a_line_that_goes_on_and_on_is_read_in_one_pass(above: str, run: str) -> None:
    endless = above + run * (60_000 // len(run))
    text = "\n".join([*HEADS, endless, "## 伍、推動與管考機制"])

    assert all(read(text).findings for read in READERS.values())


def test_many_lines_without_an_end_are_one_paragraph_read_in_one_pass() -> None:
    text = "\n".join(["壹、前言", *["推動平台經費"] * 15_000])

    assert all(read(text).findings for read in READERS.values())
