"""Reading a ministry's annual plan: from a document's text to checked records."""

import re
from dataclasses import replace

from coretech.kit.numerals import numeral
from coretech.readers.annual.columns import Placed, ends_cell, one_below_the_other, placed, without_heads
from coretech.readers.annual.findings import findings
from coretech.readers.annual.records import AnnualPlan, AnnualProgramme, Goal, Strategy
from coretech.readers.plans.finding import ranked
from coretech.readers.plans.lines import Line, lines_of
from coretech.readers.plans.wording import joined, tidy, unified

_CHAPTER = re.compile(r"\s*(?:#+\s*)?[壹貳參肆伍陸柒捌玖拾]+、\s*(?P<title>\S.*)")
_GOAL = re.compile(r"\s*(?:#+\s*)?(?P<no>[一二三四五六七八九十]{1,3})、\s*(?P<title>\S.*)")
_STRATEGY = re.compile(r"\s*[（(](?P<no>[一二三四五六七八九十]{1,3})[）)]")
_YEAR = re.compile(r"(?:民國)?\s*([0-9]{2,3})\s*年度?")


def read_annual(text: str) -> AnnualPlan:
    """The annual plan a text holds; what was not understood or does not agree is among its findings."""
    lines = lines_of(unified(text))
    chapters = _chapters(lines)
    goals = _goals(next((part for title, part in chapters if "目標" in title), []))
    table = one_below_the_other(
        without_heads(next((part for title, part in chapters if "計畫" in title), []))
    )
    programmes = _programmes(table)
    title = lines[0].text.strip() if lines else ""
    year = _YEAR.search(title)
    plan = AnnualPlan(title, int(year.group(1)) if year else None, tuple(goals), tuple(programmes))
    return replace(plan, findings=tuple(ranked(findings(plan, lines))))


def _chapters(lines: list[Line]) -> list[tuple[str, list[Line]]]:
    """The chapters with their titles, numbered 壹, 貳 and so on."""
    heads = [(place, match) for place, line in enumerate(lines) if (match := _CHAPTER.match(line.text))]
    ends = [*(place for place, _ in heads[1:]), len(lines)][: len(heads)]
    return [
        (match.group("title").strip(), lines[place + 1 : end])
        for (place, match), end in zip(heads, ends, strict=True)
    ]


def _goals(lines: list[Line]) -> list[Goal]:
    """The goals in printed order; a number in parentheses begins a strategy of the goal above it."""
    goals: list[Goal] = []
    for line in lines:
        goal, strategy = _GOAL.match(line.text), _STRATEGY.match(line.text)
        if goal is not None and numeral(goal.group("no")) == len(goals) + 1:
            goals.append(Goal(len(goals) + 1, tidy(goal.group("title")), (), line.no))
        elif (
            strategy is not None and goals and numeral(strategy.group("no")) == len(goals[-1].strategies) + 1
        ):
            found = Strategy(numeral(strategy.group("no")), line.no)
            goals[-1] = replace(goals[-1], strategies=(*goals[-1].strategies, found))
        elif goals and not goals[-1].strategies:
            goals[-1] = replace(goals[-1], title=joined(goals[-1].title, line.text))
    return goals


def _programmes(lines: list[Line]) -> list[AnnualProgramme]:
    """The programmes in printed order; a unit stands for all that follow until the next."""
    found: list[AnnualProgramme] = []
    cells = list(placed(lines))
    unit = ""
    for number, cell in enumerate(cells, start=1):
        unit = _text(lines, cell.unit) if cell.unit else unit
        following = cells[number] if number < len(cells) else None
        end = len(lines) if following is None else (following.unit or following.name)[0]
        found.append(
            AnnualProgramme(
                number, unit, _name(lines, cell), cell.category, lines[cell.name[0]].no, lines[end - 1].no
            )
        )
    return found


def _name(lines: list[Line], cell: Placed) -> str:
    """A programme's name; one that its page cut goes on before the first space of a later page's first line."""
    name = _text(lines, cell.name)
    if ends_cell(lines[cell.name[1] - 1]):
        return name
    breaks = (place for place in range(cell.after, len(lines)) if lines[place].no > lines[place - 1].no + 1)
    first = next(breaks, None)
    rest = "" if first is None else lines[first].text.strip().partition(" ")[0]
    return joined(name, rest)


def _text(lines: list[Line], cell: tuple[int, int]) -> str:
    text = ""
    for line in lines[cell[0] : cell[1]]:
        text = joined(text, line.text)
    return text
