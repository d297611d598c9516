"""The published annual plan with something changed in it: the reader follows, and says what is missing."""

import os
import re
from functools import cache
from pathlib import Path

import pytest

from coretech.readers.annual.reader import read_annual
from coretech.readers.annual.records import AnnualPlan
from coretech.readers.plans.finding import Kind

SOURCE = Path(__file__).resolve().parents[3] / "shared" / "sources" / "most-plan-109.txt"
pytestmark = pytest.mark.skipif(
    not SOURCE.is_file() and os.environ.get("CI") != "true",
    reason="the published documents are not beside us",
)


@cache
def held() -> tuple[str, ...]:
    """The document's lines that hold anything."""
    return tuple(line for line in re.split(r"\n|(?=\f)", SOURCE.read_text(encoding="utf-8")) if line.strip())


@cache
def plan() -> AnnualPlan:
    return read_annual("\n".join(held()))


def rows(read: AnnualPlan) -> list[tuple[str, str, str]]:
    return [(each.unit, each.name, each.category) for each in read.programmes]


def without(first: int, last: int) -> AnnualPlan:
    """The plan without some lines."""
    return read_annual("\n".join([*held()[: first - 1], *held()[last:]]))


def test_page_numbers_elsewhere_change_nothing() -> None:
    numbered = [f"{line}\n- {place} -" if place % 20 == 19 else line for place, line in enumerate(held())]

    read = read_annual("\n".join(numbered))

    assert rows(read) == rows(plan())
    assert [each.title for each in read.goals] == [each.title for each in plan().goals]


@pytest.mark.parametrize("place", [3, 8, 20, 29])
def test_a_programme_less_is_one_less(place: int) -> None:
    gone = plan().programmes[place]

    read = without(gone.first, gone.last)

    assert rows(read) == [row for row in rows(plan()) if row[1] != gone.name]


def test_a_programme_more_of_another_category_is_read() -> None:
    after = plan().programmes[7].last
    row = ["社區科學推廣", "示範計畫 ", "社會", "發展 ", "一、辦理推廣活動並檢討成效。 "]

    read = read_annual("\n".join([*held()[:after], *row, *held()[after:]]))

    assert rows(read)[8] == (rows(plan())[7][0], "社區科學推廣示範計畫", "社會發展")
    assert len(read.programmes) == len(plan().programmes) + 1


def test_a_head_in_any_place_of_the_table_changes_nothing() -> None:
    head = ["\f 工作計畫名稱 重要計畫項目 ", "計畫", "類別 ", "實施內容 "]
    for place in range(141, 300):
        read = read_annual("\n".join([*held()[:place], *head, *held()[place:]]))

        assert rows(read) == rows(plan()), place


def test_a_goal_less_leaves_the_others_and_is_said() -> None:
    goals = plan().goals

    read = without(goals[2].line, goals[3].line - 1)

    assert [each.no for each in read.goals] == [each.no for each in goals if each.no != 3]
    assert any(each.kind is Kind.CODE and "第 4 項" in each.said.zh for each in read.findings)


def test_a_strategy_less_is_said() -> None:
    strategies = plan().goals[0].strategies

    read = without(strategies[1].line, strategies[2].line - 1)

    assert [each.no for each in read.goals[0].strategies] == [1, 3]
    assert any("目標1的策略" in each.said.zh for each in read.findings)


def test_another_year_and_other_names_are_read() -> None:
    text = (
        "\n".join(held())
        .replace("109 年度施政計畫", "113 年度施政計畫")
        .replace("新竹科學園區", "花蓮海洋園區")
    )

    read = read_annual(text)

    assert read.year == 113
    assert ("花蓮海洋園區管理局", "花蓮海洋園區建設計畫", "公共建設") in rows(read)


def test_a_word_that_stands_twice_is_found() -> None:
    assert [(each.kind, each.lines) for each in plan().findings] == [(Kind.TEXT, (906,))]


def test_rows_with_tabs_are_read() -> None:
    cells = [f"{each.unit}\t{each.name}\t{each.category}\t一、辦理各項工作。" for each in plan().programmes]
    text = "某部 110 年度施政計畫\n壹、施政目標\n一、提升技術\n（一）培育。\n貳、重要計畫\n" + "\n".join(
        cells
    )

    assert rows(read_annual(text)) == rows(plan())
