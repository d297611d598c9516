"""What the document says of its own numbers, against what is there."""

import re
from collections.abc import Iterator

from coretech.kit.sentence import Sentence
from coretech.readers.plan.read import Read
from coretech.readers.plan.tree import strategies
from coretech.readers.plans.finding import Finding, Kind
from coretech.readers.plans.paragraphs import paragraphs

_COUNTS = re.compile(
    r"(?<![0-9])(?P<goals>[0-9]+)\s*項目標、\s*(?P<subgoals>[0-9]+)\s*項子目標、\s*"
    r"(?P<strategies>[0-9]+)\s*項策略[，、及]*\s*(?P<measures>[0-9]+)\s*項"
)
Counts = dict[str, int]


def counts(read: Read) -> Iterator[Finding]:
    """Counts in the text that the tree does not come to: each that is told, with all lines that tell it."""
    found = _found(read)
    told: dict[tuple[int, ...], list[int]] = {}
    for each in paragraphs(line for part in read.chapters for line in part.lines):
        for match in _COUNTS.finditer(each.text):
            told.setdefault(tuple(map(int, match.groups())), []).append(each.line_at(match.start()))
    for numbers, lines in told.items():
        said = dict(zip(found, numbers, strict=True))
        if said != found:
            yield Finding(
                Kind.CONTRADICTION,
                tuple(lines),
                Sentence(
                    f"文中稱有{_zh(said)}，實際讀到{_zh(found)}。",
                    f"The text counts {_en(said)}; there are {_en(found)}.",
                ),
            )


def _found(read: Read) -> Counts:
    return {
        "goals": len(read.goals),
        "subgoals": sum(len(goal.subgoals) for goal in read.goals),
        "strategies": len(list(strategies(read.goals))),
        "measures": sum(len(strategy.measures) for _, strategy in strategies(read.goals)),
    }


def _zh(of: Counts) -> str:
    return f"{of['goals']}項目標、{of['subgoals']}項子目標、{of['strategies']}項策略、{of['measures']}項措施"


def _en(of: Counts) -> str:
    return (
        f"{of['goals']} goals, {of['subgoals']} sub-goals, {of['strategies']} strategies and "
        f"{of['measures']} measures"
    )
