"""Units that change between the whole term's target, its years, and the goal in the schedule."""

from collections.abc import Iterator

from coretech.kit.sentence import Sentence
from coretech.readers.plans.finding import Finding, Kind
from coretech.readers.programme.findings.contradictions import goal_of
from coretech.readers.programme.findings.figures import Figure, figures, nearness
from coretech.readers.programme.findings.pairing import Goal, goals
from coretech.readers.programme.read import Read
from coretech.readers.programme.records import Target

_SAME = 0.6
_HEADS, _TURNS = frozenset(["人", "名", "位"]), frozenset(["人次"])


def units(read: Read) -> Iterator[Finding]:
    """One finding for each target whose figures are counted in two ways."""
    of_measure = goals(read)
    for target in read.targets:
        wholes = figures(target.text)
        goal = goal_of(target, of_measure.get(target.measure_code, []))
        told = [
            *_against_goal(wholes, goal),
            *_against_years(wholes, target),
            *_heads_and_turns(wholes, target),
        ]
        if told:
            lines = tuple(sorted({target.line, *(line for line, _ in told if line)}))
            zh = "；".join(dict.fromkeys(said.zh for _, said in told))
            en = "; ".join(dict.fromkeys(said.en for _, said in told))
            yield Finding(
                Kind.UNIT,
                lines,
                Sentence(
                    f"目標 {target.code} 的單位不一致：{zh}。",
                    f"Target {target.code} changes its unit: {en}.",
                ),
            )


def _against_goal(wholes: tuple[Figure, ...], goal: Goal | None) -> Iterator[tuple[int, Sentence]]:
    """The same figure of the same matter, counted in another unit in the schedule."""
    if goal is None:
        return
    others = figures(goal.text)
    for whole in wholes:
        same = [each for each in others if (each.low, each.top) == (whole.low, whole.top)]
        best = max(same, key=lambda each: nearness(whole, each), default=None)
        if best and best.metric.unit != whole.metric.unit and nearness(whole, best) >= _SAME:
            yield (
                goal.line,
                Sentence(
                    f"目標表為 {whole.said()}，期程表 {goal.measure} 為 {best.said()}",
                    f"{whole.said()} in the target table, {best.said()} in schedule {goal.measure}",
                ),
            )


def _against_years(wholes: tuple[Figure, ...], target: Target) -> Iterator[tuple[int, Sentence]]:
    """A whole term's figure that no year counts in its unit, and a year counts in another."""
    cells = {year: figures(cell.text or "") for year, cell in target.yearly.items()}
    used = {each.metric.unit for parts in cells.values() for each in parts}
    for whole in (each for each in wholes if each.metric.unit not in used):
        for year, parts in cells.items():
            other = next((each for each in parts if nearness(whole, each) >= _SAME), None)
            if other is not None and not _is_currency(whole, other):
                yield 0, _years_say(whole, year, other)
                break


def _heads_and_turns(wholes: tuple[Figure, ...], target: Target) -> Iterator[tuple[int, Sentence]]:
    """Persons in one place, and how often persons came in another."""
    found = [("全期", each) for each in wholes]
    found += [(year, each) for year, cell in target.yearly.items() for each in figures(cell.text or "")]
    heads = [(where, each) for where, each in found if each.metric.unit in _HEADS]
    turns = [(where, each) for where, each in found if each.metric.unit in _TURNS]
    if heads and turns:
        (where, one), (there, other) = heads[0], turns[0]
        yield (
            0,
            Sentence(
                f"{_zh(where)}為 {one.said()}，{_zh(there)}為 {other.said()}",
                f"{one.said()} ({_place(where)}), {other.said()} ({_place(there)})",
            ),
        )


def _is_currency(one: Figure, other: Figure) -> bool:
    """Whether one unit is the other without its dollars: nobody mistakes 億 for anything but 億元."""
    return one.metric.unit.rstrip("元") == other.metric.unit.rstrip("元")


def _years_say(whole: Figure, year: str, other: Figure) -> Sentence:
    return Sentence(
        f"全期為 {whole.said()}，{year} 年為 {other.said()}",
        f"{whole.said()} for the whole term, {other.said()} in {year}",
    )


def _zh(where: str) -> str:
    return f"{where} 年" if where.isdigit() else where


def _place(where: str) -> str:
    return where if where.isdigit() else "whole term"
