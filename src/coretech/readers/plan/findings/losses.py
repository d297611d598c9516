"""Chapters, rows and cells that were lost, and numbers that leave some out."""

import re
from collections.abc import Iterator

from coretech.kit.sentence import Sentence
from coretech.readers.plan.duties import is_head
from coretech.readers.plan.read import Read
from coretech.readers.plan.tables import captioned
from coretech.readers.plan.tree import strategies
from coretech.readers.plans.finding import Finding, Kind
from coretech.readers.plans.skips import skips
from coretech.readers.plans.wording import plain

_CITED = re.compile(r"[（(]\s*表\s*([0-9]{1,3})\s*[）)]")
_FEW_LINES = 12


def whole_chapters(read: Read) -> Iterator[Finding]:
    """Chapters that gave nothing."""
    last = (read.lines[-1].no,) if read.lines else ()
    if not read.goals:
        yield Finding(Kind.LOST, last, Sentence("找不到目標與措施。", "No goals and measures were found."))
    if read.goals and not read.duties:
        yield Finding(
            Kind.LOST, last, Sentence("找不到策略與措施的分工表。", "No table of duties was found.")
        )


def skipped(read: Read) -> Iterator[Finding]:
    """Numbers of goals, sub-goals, strategies and measures that leave some out."""
    yield from skips("目標", "goal", [(each.no, each.line) for each in read.goals])
    for goal in read.goals:
        numbers = [(each.no, each.line) for each in goal.subgoals]
        yield from skips(f"目標 {goal.no} 的子目標", f"sub-goal of goal {goal.no}", numbers)
        for each in goal.subgoals:
            code = f"{goal.no}.{each.no}"
            numbers = [(strategy.no, strategy.line) for strategy in each.strategies]
            yield from skips(f"子目標 {code} 的策略", f"strategy of sub-goal {code}", numbers)
    for path, strategy in strategies(read.goals):
        code = ".".join(map(str, path))
        numbers = [(measure.no, measure.line) for measure in strategy.measures]
        yield from skips(f"策略 {code} 的措施", f"measure of strategy {code}", numbers)


def agencies(read: Read) -> Iterator[Finding]:
    """Strategies without an agency."""
    for duty in read.duties:
        if not duty.agencies.lead:
            number = ".".join(map(str, duty.path))
            yield Finding(
                Kind.LOST,
                (duty.line,),
                Sentence(
                    f"策略 {number} 在分工表沒有機關。",
                    f"Strategy {number} names no agency in the table of duties.",
                ),
            )


def strays(read: Read) -> Iterator[Finding]:
    """Cells of the table of duties that belong to nothing known."""
    for piece in read.strays if read.duties else ():
        yield Finding(
            Kind.LOST,
            (piece.line,),
            Sentence(
                f"分工表的「{piece.text[:40]}」不屬於任何策略。",
                f"“{piece.text[:40]}” in the table of duties belongs to no strategy.",
            ),
        )


def rows(read: Read) -> Iterator[Finding]:
    """Captions of tables under which no row of numbers was read."""
    found = {table.no for table in read.tables}
    for part, match in captioned(read.lines):
        number = int(match.group("no"))
        if number not in found and not any(is_head(line) for line in part[:_FEW_LINES]):
            yield Finding(
                Kind.LOST,
                (part[0].no,),
                Sentence(f"表{number}讀不到任何數字列。", f"No row of numbers was read from table {number}."),
            )


def uncaptioned(read: Read) -> Iterator[Finding]:
    """Tables that the text points to in parentheses and that are not there."""
    there = {int(match.group("no")) for _, match in captioned(read.lines)}
    cited: dict[int, list[int]] = {}
    for line in read.lines:
        for match in _CITED.finditer(plain(line.text)):
            cited.setdefault(int(match.group(1)), []).append(line.no)
    for number, lines in cited.items():
        if there and number not in there:
            yield Finding(
                Kind.LOST,
                tuple(lines),
                Sentence(
                    f"文中引用的表{number}不在文件中。",
                    f"Table {number}, which the text cites, is not there.",
                ),
            )
