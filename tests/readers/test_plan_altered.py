"""The published plan with something changed in it: the reader follows, and says what does not agree any more."""

import os
import re
from functools import cache
from pathlib import Path

import pytest

from coretech.readers.plan.reader import read_plan
from coretech.readers.plan.records import Plan
from coretech.readers.plan.tree import strategies
from coretech.readers.plans.finding import Finding, Kind

SOURCE = Path(__file__).resolve().parents[3] / "shared" / "sources" / "st-plan-110-113.txt"
pytestmark = pytest.mark.skipif(
    not SOURCE.is_file() and os.environ.get("CI") != "true",
    reason="the published documents are not beside us",
)
Counted = tuple[int, int, int, int]


@cache
def held() -> tuple[str, ...]:
    """The document's lines that hold anything."""
    return tuple(line for line in re.split(r"\n|(?=\f)", SOURCE.read_text(encoding="utf-8")) if line.strip())


@cache
def plan() -> Plan:
    return read_plan("\n".join(held()))


def with_line(number: int, old: str, new: str) -> Plan:
    """The plan with a line changed."""
    lines = list(held())
    assert old in lines[number - 1]
    lines[number - 1] = lines[number - 1].replace(old, new, 1)
    return read_plan("\n".join(lines))


def without(first: int, last: int) -> Plan:
    """The plan without some lines."""
    return read_plan("\n".join([*held()[: first - 1], *held()[last:]]))


def counted(read: Plan) -> Counted:
    subgoals = [sub for goal in read.goals for sub in goal.subgoals]
    all_strategies = [each for _, each in strategies(read.goals)]
    return (
        len(read.goals),
        len(subgoals),
        len(all_strategies),
        sum(len(each.measures) for each in all_strategies),
    )


def fresh(read: Plan) -> list[Finding]:
    """The findings that the published plan does not have; lines may have moved."""
    known = {each.said.zh for each in plan().findings}
    return [each for each in read.findings if each.said.zh not in known]


def line_of(text: str) -> int:
    return next(place for place, line in enumerate(held(), start=1) if text in line)


@pytest.mark.parametrize(
    ("kind", "lines", "said"),
    [
        (Kind.CONTRADICTION, (476, 477), "1,083 億元"),
        (Kind.CONTRADICTION, (454, 457), "由 2015 年的 472 減為 2019 年的 461"),
        (Kind.SUM, (477,), "相差 -1"),
        (Kind.DUPLICATE, (734, 751), "完全相同"),
        (Kind.AGENCY, (242, 3513), "分工表具名的有 22 個"),
        (Kind.AGENCY, (3549, 3859), "外交部、國發基金"),
        (Kind.TEXT, (1713,), "「安全」重複"),
        (Kind.PERIOD, (4179,), "缺 110 年，另列期間以外的 114、115 年"),
    ],
)
def test_what_a_controller_would_send_back_is_found(kind: Kind, lines: tuple[int, ...], said: str) -> None:
    assert [
        each for each in plan().findings if (each.kind, each.lines) == (kind, lines) and said in each.said.zh
    ]


def test_the_findings_are_few_and_each_matter_is_said_once() -> None:
    said = [each.said.zh for each in plan().findings]

    assert len(said) == len(set(said)) == 10


@pytest.mark.parametrize(
    ("text", "old", "new", "kind", "said"),
    [
        ("合計 110,521,442", "119,897,702", "119,997,702", Kind.SUM, "相差 100,000"),
        ("2017 466 8.1%", "22.8%", "24.8%", Kind.CONTRADICTION, "應為 22.8%"),
        ("2017 466 8.1%", "5,745", "5,845", Kind.SUM, "逐項相加為 5,745"),
        ("占比 0.64", "0.68", "0.78", Kind.CONTRADICTION, "應為 0.68%"),
        ("香港 7 3 +4", "+4", "-4", Kind.CONTRADICTION, "由 7 至 3 應為 4"),
        ("政府效能 9 10", "+3", "+2", Kind.CONTRADICTION, "由 12 至 9 應為 3"),
        ("雖然低於以色列", "4.94", "4.49", Kind.CONTRADICTION, "文中稱以色列 4.49"),
        ("求推估為 1,307 億元", "1,383", "1,338", Kind.CONTRADICTION, "112年 1,338 億元"),
        ("本計畫包括 4 項目標", "15 項子", "16 項子", Kind.CONTRADICTION, "文中稱有4項目標、16項子目標"),
        ("與策略相關之措施，由 21", "21", "33", Kind.AGENCY, "文中稱 33 個"),
        ("1.強化跨域育才彈性", "跨域", "跨界", Kind.CONTRADICTION, "1.1.1 在措施章作"),
        ("1.打造育才競才環境", "環境", "園地", Kind.CONTRADICTION, "1.1 在措施章作"),
        ("重要措施分工對應表（表 7）", "表 7", "表 17", Kind.LOST, "表17不在文件中"),
    ],
)
def test_a_change_is_one_finding_with_its_figures(
    text: str, old: str, new: str, kind: Kind, said: str
) -> None:
    found = fresh(with_line(line_of(text), old, new))

    assert any(each.kind is kind and said in each.said.zh for each in found), [each.said.zh for each in found]


def test_page_numbers_elsewhere_change_nothing() -> None:
    numbered = [
        f"- {place // 20} -\n{line}" if place % 20 == 19 else line for place, line in enumerate(held())
    ]

    read = read_plan("\n".join(numbered))

    assert counted(read) == counted(plan())
    assert [each.rows for each in read.tables] == [each.rows for each in plan().tables]
    assert len(read.findings) == len(plan().findings)


def test_pages_that_end_elsewhere_change_nothing() -> None:
    moved = [f"\f {line}" if place % 37 == 0 else line.lstrip("\f ") for place, line in enumerate(held())]

    read = read_plan("\n".join(moved))

    assert counted(read) == counted(plan())
    assert len(read.findings) == len(plan().findings)


def test_a_goal_less_is_counted_and_said() -> None:
    first, last = plan().goals[1].line, plan().goals[2].line - 1

    read = without(first, last)

    assert [goal.no for goal in read.goals] == [1, 3, 4]
    assert any(each.kind is Kind.CODE and "第 3 項" in each.said.zh for each in read.findings)
    assert any("實際讀到3項目標" in each.said.zh for each in read.findings)


def test_a_strategy_less_is_counted_and_said() -> None:
    chosen = plan().goals[0].subgoals[0].strategies
    read = without(chosen[1].line, chosen[2].line - 1)

    goals, subgoals, number, measures = counted(plan())
    assert counted(read) == (goals, subgoals, number - 1, measures - len(chosen[1].measures))
    assert any(each.kind is Kind.CODE for each in fresh(read))
    assert any("實際讀到" in each.said.zh for each in fresh(read))


def test_a_measure_more_is_counted_and_said() -> None:
    measure = plan().goals[0].subgoals[0].strategies[0].measures[-1]
    lines = list(held())
    after = plan().goals[0].subgoals[0].strategies[1].line - 1
    lines.insert(after, f"{measure.no + 1}. 推動另一項措施 ")

    read = read_plan("\n".join(lines))

    assert counted(read)[3] == counted(plan())[3] + 1
    assert any(each.kind is Kind.CHAPTER and "推動另一項措施" in each.said.zh for each in fresh(read))


def test_other_agencies_are_read_as_they_stand() -> None:
    text = "\n".join(held()).replace("教育部／科技部、經濟部", "農業部／數位部、環境部")

    first = read_plan(text).goals[0].subgoals[0].strategies[0]

    assert (first.lead, first.co) == (("農業部",), ("數位部", "環境部"))


def test_two_hundred_lost_lines_do_not_pass_in_silence() -> None:
    for first in (1000, 1700, 2600, 3600, 3700):
        assert fresh(without(first, first + 199)), first


def test_a_tables_columns_may_stand_in_another_order() -> None:
    lines = list(held())
    first = line_of("年份 台灣 中國大陸")
    for place in range(first - 1, first + 7):
        cells = lines[place].replace("OECD 平均", "OECD平均").split()
        lines[place] = " ".join([cells[0], *reversed(cells[1:])]) + " "

    table = next(each for each in read_plan("\n".join(lines)).tables if each.no == 3)

    known = next(each for each in plan().tables if each.no == 3)
    assert [row[-1] for row in table.rows] == [row[1] for row in known.rows]
    assert table.header[-1] == known.header[1]
