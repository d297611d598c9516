"""The national plan for science and technology: its tree, its duties, its tables of numbers."""

import os
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coretech.readers.plan.reader import read_plan
from coretech.readers.plan.records import Plan
from coretech.readers.plans.finding import Kind

SOURCE = Path(__file__).resolve().parents[3] / "shared" / "sources" / "st-plan-110-113.txt"
published = pytest.mark.skipif(
    not SOURCE.is_file() and os.environ.get("CI") != "true",
    reason="the published documents are not beside us",
)


@cache
def text() -> str:
    return SOURCE.read_text(encoding="utf-8")


@cache
def plan() -> Plan:
    return read_plan(text())


@published
def test_the_published_tree_is_counted() -> None:
    subgoals = [sub for goal in plan().goals for sub in goal.subgoals]
    strategies = [each for sub in subgoals for each in sub.strategies]

    assert (plan().start, plan().end) == (110, 113)
    assert (len(plan().goals), len(subgoals), len(strategies)) == (4, 15, 44)
    assert sum(len(each.measures) for each in strategies) == 134
    assert all(each.lead for each in strategies)


@published
def test_titles_that_the_two_chapters_print_differently_are_found() -> None:
    said = [each.said.zh for each in plan().findings if "在分工表作" in each.said.zh]

    assert [each.partition(" ")[0] for each in said] == ["3.1.4.5", "3.2.3.2"]


@published
def test_a_title_changed_in_one_chapter_is_one_more_matter() -> None:
    title = plan().goals[0].subgoals[0].strategies[0].measures[0]
    lines = text().split("\n")
    held = [place for place, line in enumerate(lines) if line.strip()]
    place = held[title.line - 1]
    lines[place] = lines[place].replace(title.title[2:6], "其他文字", 1)

    changed = read_plan("\n".join(lines))

    assert len(changed.findings) == len(plan().findings) + 1
    assert any("1.1.1.1 " in each.said.zh for each in changed.findings)


@published
def test_a_number_changed_in_a_table_breaks_its_total() -> None:
    table = next(each for each in plan().tables if each.no == 2)
    number = int(next(value for value in map(str, table.rows[0][1:]) if value.isdigit()))
    printed = f"{number:,}"

    changed = read_plan(text().replace(printed, f"{number + 1000:,}", 1))

    assert any(each.kind is Kind.SUM for each in changed.findings)


def test_a_plan_of_which_nothing_is_found_says_so() -> None:
    assert {each.kind for each in read_plan("").findings} == {Kind.LOST}


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=300))
def test_any_text_at_all_is_read(raw: str) -> None:
    assert read_plan(raw).as_json()["kind"] == "plan"
