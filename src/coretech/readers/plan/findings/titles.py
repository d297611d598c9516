"""Titles that the chapter of measures and the table of duties print differently."""

import re
from collections.abc import Iterator

from coretech.kit.folding import fold
from coretech.kit.sentence import Sentence
from coretech.readers.plan.read import Read
from coretech.readers.plan.tree import strategies
from coretech.readers.plans.finding import Finding, Kind

Titled = tuple[str, int]


def titles(read: Read) -> Iterator[Finding]:
    """Goals, sub-goals, strategies and measures that the two chapters call by different names."""
    told, tabled = _of_tree(read), _of_duties(read)
    for path, (one, line) in told.items():
        other, other_line = tabled.get(path, (one, line))
        if _differ(one, other):
            code = ".".join(map(str, path))
            yield Finding(
                Kind.CONTRADICTION,
                (line, other_line),
                Sentence(
                    f"{code} 在措施章作「{one}」，在分工表作「{other}」。",
                    f"{code} is called “{one}” in the chapter of measures and “{other}” in the table of duties.",
                ),
            )


def _of_tree(read: Read) -> dict[tuple[int, ...], Titled]:
    found: dict[tuple[int, ...], Titled] = {}
    for goal in read.goals:
        found[(goal.no,)] = goal.title, goal.line
        found |= {(goal.no, each.no): (each.title, each.line) for each in goal.subgoals}
    for path, strategy in strategies(read.goals):
        found[path] = strategy.title, strategy.line
        found |= {(*path, each.no): (each.title, each.line) for each in strategy.measures}
    return found


def _of_duties(read: Read) -> dict[tuple[int, ...], Titled]:
    found: dict[tuple[int, ...], Titled] = dict(read.headed)
    for duty in read.duties:
        found[duty.path] = duty.title, duty.line
        found |= {(*duty.path, no): titled for no, titled in duty.measures.items()}
    return found


def _differ(one: str, other: str) -> bool:
    """Whether two titles differ in more than spaces and marks."""
    return re.sub(r"\W", "", fold(one)) != re.sub(r"\W", "", fold(other))
