"""The tree of goals, read from headings that count up: a number that does not follow the last one heads nothing."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from coretech.kit.numerals import numeral
from coretech.readers.plan.records import Goal, Measure, Strategy, SubGoal
from coretech.readers.plans.lines import Line
from coretech.readers.plans.pages import ends_paragraph
from coretech.readers.plans.wording import joined, plain

_HAN = r"[一二三四五六七八九十]{1,3}"
_MOST_SKIPPED = 5
GOAL, SUBGOAL, STRATEGY, MEASURE = range(4)
_HEADS = (
    re.compile(rf"\s*目標(?P<no>{_HAN})[：:、]\s*(?P<title>\S.*)"),
    re.compile(rf"\s*(?P<no>{_HAN})、\s*(?P<title>\S.*)"),
    re.compile(rf"\s*[（(]\s*{_HAN}\s*[）)]\s*策略(?P<no>{_HAN})[：:、]\s*(?P<title>\S.*)"),
    re.compile(r"\s*(?P<no>[0-9]{1,2})\s*[.．、]\s*(?![0-9])(?P<title>\S.*)"),
)


@dataclass(slots=True)
class Node:
    """A heading while the chapter is read: its number, its title as it grows, and what stands beneath it."""

    depth: int
    no: int
    title: str
    line: int
    beneath: list["Node"] = field(default_factory=list)


def read_tree(lines: Iterable[Line]) -> list[Goal]:
    """The goals of the chapter of measures."""
    return [_goal(node) for node in _nodes(lines)]


def _nodes(lines: Iterable[Line]) -> list[Node]:
    goals: list[Node] = []
    path: list[Node] = []
    open_title: Node | None = None
    fresh = True
    for line in lines:
        found = _heading(line, path, goals, fresh=fresh)
        if found is not None:
            del path[found.depth :]
            (path[-1].beneath if path else goals).append(found)
            path.append(found)
            open_title = found
        elif open_title is not None and not fresh:
            open_title.title = joined(open_title.title, plain(line.text))
        fresh = ends_paragraph(line)
        open_title = None if fresh else open_title
    return goals


def _heading(line: Line, path: list[Node], goals: list[Node], *, fresh: bool) -> Node | None:
    """The heading a line begins with, where its number counts up at a depth that is open.

    Goals and strategies say what they are; the others are headings only where a paragraph begins. A number that skips
    some heads something only where that is certain.
    """
    begins = fresh or line.text.startswith(" ")
    for depth, pattern in enumerate(_HEADS):
        match = pattern.match(line.text)
        if match is None or depth > len(path) or not (begins or depth in {GOAL, STRATEGY}):
            continue
        number = _number(match.group("no"))
        siblings = path[depth - 1].beneath if depth else goals
        last = siblings[-1].no if siblings else 0
        certain = fresh or depth in {GOAL, STRATEGY}
        if number == last + 1 or (certain and last < number <= last + _MOST_SKIPPED):
            return Node(depth, number, plain(match.group("title")), line.no)
    return None


def _number(written: str) -> int:
    return int(written) if written.isdecimal() else numeral(written)


def _goal(node: Node) -> Goal:
    return Goal(node.no, node.title, node.line, tuple(map(_subgoal, node.beneath)))


def _subgoal(node: Node) -> SubGoal:
    return SubGoal(node.no, node.title, node.line, tuple(map(_strategy, node.beneath)))


def _strategy(node: Node) -> Strategy:
    measures = tuple(Measure(each.no, each.title, each.line) for each in node.beneath)
    return Strategy(node.no, node.title, node.line, measures)


def strategies(goals: Iterable[Goal]) -> Iterator[tuple[tuple[int, int, int], Strategy]]:
    """Each strategy with its numbers down the tree."""
    for goal in goals:
        for subgoal in goal.subgoals:
            for strategy in subgoal.strategies:
                yield (goal.no, subgoal.no, strategy.no), strategy


def with_strategies(goals: Iterable[Goal], changed: dict[tuple[int, int, int], Strategy]) -> tuple[Goal, ...]:
    """The tree with some of its strategies put in the others' place."""
    return tuple(
        replace(
            goal,
            subgoals=tuple(
                replace(
                    subgoal,
                    strategies=tuple(
                        changed.get((goal.no, subgoal.no, each.no), each) for each in subgoal.strategies
                    ),
                )
                for subgoal in goal.subgoals
            ),
        )
        for goal in goals
    )
