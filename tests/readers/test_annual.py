"""A ministry's plan of one year: goals, strategies, and programmes out of wrapped columns."""

import os
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coretech.readers.annual.reader import read_annual
from coretech.readers.annual.records import AnnualPlan
from coretech.readers.plans.finding import Kind

SOURCE = Path(__file__).resolve().parents[3] / "shared" / "sources" / "most-plan-109.txt"
published = pytest.mark.skipif(
    not SOURCE.is_file() and os.environ.get("CI") != "true",
    reason="the published documents are not beside us",
)
HEAD = "工作計畫名稱 \n重要計畫 \n項目 \n計畫類別 實施內容 \n"
SMALL = (
    "某部 120 年度施政計畫\n壹、年度施政目標及策略\n一、提升技術\n（一）培育人才。\n（二）建立平台。\n二、擴大服務\n"
    "（一）推廣應用。\n貳、年度重要計畫\n" + HEAD
)


def programme(unit: str, name: str, category: str = "科技發展") -> str:
    cells = [f"{unit} \n" if unit else "", f"{name} \n", f"{category[:2]}\n{category[2:]} \n"]
    return "".join(cells) + "一、辦理各項工作並持續檢討成效及精進作法。 \n"


@cache
def published_plan() -> AnnualPlan:
    return read_annual(SOURCE.read_text(encoding="utf-8"))


@published
def test_the_published_plan_is_counted() -> None:
    plan = published_plan()

    assert plan.year == 109
    assert len(plan.goals) == 12
    assert len(plan.programmes) == 39
    assert len({each.unit for each in plan.programmes}) == 7
    assert [each.category for each in plan.programmes].count("公共建設") == 6
    assert plan.programmes[0].first == 142


@published
def test_no_two_programmes_share_a_line() -> None:
    programmes = published_plan().programmes

    assert all(one.last < other.first for one, other in pairwise(programmes))


@published
def test_a_head_more_or_less_on_a_page_changes_nothing() -> None:
    text = SOURCE.read_text(encoding="utf-8")
    lines = text.split("\n")
    head = next(place for place, line in enumerate(lines) if line.strip().startswith("工作計畫名稱"))
    end = next(place for place in range(head, len(lines)) if lines[place].strip().endswith("實施內容"))
    names = [(each.unit, each.name, each.category) for each in published_plan().programmes]

    fewer = read_annual("\n".join(lines[:head] + lines[end + 1 :]))

    assert [(each.unit, each.name, each.category) for each in fewer.programmes] == names


def test_goals_and_strategies_are_numbered_as_printed() -> None:
    plan = read_annual(SMALL + programme("前瞻司", "甲計畫"))

    assert plan.year == 120
    assert [(each.no, each.title, len(each.strategies)) for each in plan.goals] == [
        (1, "提升技術", 2),
        (2, "擴大服務", 1),
    ]


def test_a_plan_of_which_nothing_is_found_says_so() -> None:
    plan = read_annual("")

    assert {each.kind for each in plan.findings} == {Kind.LOST}
    assert len(plan.findings) == 2


def test_a_goal_without_strategies_is_a_loss() -> None:
    plan = read_annual("120 年度\n壹、施政目標\n一、提升技術\n二、擴大服務\n（一）推廣應用。\n")

    assert any("目標1" in each.said.zh for each in plan.findings)


def test_radicals_are_the_ideographs_they_stand_for() -> None:
    assert read_annual("120 年度\n壹、目標\n一、⼈才\n（一）培育。\n").goals[0].title == "人才"


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=300))
def test_any_text_at_all_is_read(text: str) -> None:
    assert read_annual(text).as_json()["kind"] == "annual"
