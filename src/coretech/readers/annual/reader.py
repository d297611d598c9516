"""Reading a ministry's annual plan: from a document's text to checked records."""

import re
from collections.abc import Sequence
from dataclasses import replace

from coretech.kit.numerals import numeral
from coretech.readers.annual.columns import Placed, column_width, is_narrow, one_below_the_other, placed
from coretech.readers.annual.findings import findings
from coretech.readers.annual.heads import category_first, without_heads
from coretech.readers.annual.records import AnnualPlan, AnnualProgramme, Goal, Strategy
from coretech.readers.plans.finding import ranked
from coretech.readers.plans.lines import Line, lines_of
from coretech.readers.plans.pages import ends_paragraph, with_ends, without_page_numbers
from coretech.readers.plans.wording import joined, tidy, unified

_CHAPTER = re.compile(r"\s*(?:#+\s*)?[壹貳參肆伍陸柒捌玖拾]+、\s*(?P<title>\S.*)")
_GOAL = re.compile(r"\s*(?:#+\s*)?(?P<no>[一二三四五六七八九十]{1,3})、\s*(?P<title>\S.*)")
_STRATEGY = re.compile(r"\s*[（(](?P<no>[一二三四五六七八九十]{1,3})[）)]")
_YEAR = re.compile(r"(?:民國)?\s*([0-9]{2,3})\s*年度?")


def read_annual(text: str) -> AnnualPlan:
    """The annual plan a text holds; what was not understood or does not agree is among its findings."""
    lines = without_page_numbers(with_ends(lines_of(unified(text))))
    chapters = _chapters(lines)
    goals = _goals(next((part for title, part in chapters if "目標" in title), []))
    programmes = _programmes(next((part for title, part in chapters if "計畫" in title), []))
    title = lines[0].text.strip() if lines else ""
    year = _YEAR.search(title)
    plan = AnnualPlan(title, int(year.group(1)) if year else None, tuple(goals), tuple(programmes))
    return replace(plan, findings=tuple(ranked(findings(plan, without_heads(lines)))))


def _chapters(lines: list[Line]) -> list[tuple[str, list[Line]]]:
    """The chapters with their titles, numbered 壹, 貳 and so on."""
    heads = [(place, match) for place, line in enumerate(lines) if (match := _CHAPTER.match(line.text))]
    ends = [*(place for place, _ in heads[1:]), len(lines)][: len(heads)]
    return [
        (match.group("title").strip(), lines[place + 1 : end])
        for (place, match), end in zip(heads, ends, strict=True)
    ]


def _goals(lines: list[Line]) -> list[Goal]:
    """The goals in printed order; a number in parentheses begins a strategy of the goal above it.

    A number that skips some counts where a paragraph begins; one that does not count up begins nothing.
    """
    goals: list[Goal] = []
    fresh = True
    for line in lines:
        goal, strategy = _GOAL.match(line.text), _STRATEGY.match(line.text)
        if goal is not None and _follows(goal, goals, fresh=fresh):
            goals.append(Goal(numeral(goal.group("no")), tidy(goal.group("title")), (), line.no))
        elif strategy is not None and goals and _follows(strategy, goals[-1].strategies, fresh=fresh):
            found = Strategy(numeral(strategy.group("no")), line.no)
            goals[-1] = replace(goals[-1], strategies=(*goals[-1].strategies, found))
        elif goals and not goals[-1].strategies and not fresh:
            goals[-1] = replace(goals[-1], title=joined(goals[-1].title, line.text))
        fresh = ends_paragraph(line)
    return goals


def _follows(match: re.Match[str], before: Sequence[Goal | Strategy], *, fresh: bool) -> bool:
    """Whether a number is the next one, or a later one where a paragraph begins."""
    number, last = numeral(match.group("no")), before[-1].no if before else 0
    return number == last + 1 or (fresh and number > last)


def _programmes(chapter: list[Line]) -> list[AnnualProgramme]:
    """The programmes in printed order; a unit stands for all that follow until the next."""
    raw = without_heads(chapter)
    turned = category_first(chapter)
    width = column_width(raw, category_first=turned)
    lines = one_below_the_other(raw, width)
    cells = list(placed(lines, width, category_first=turned))
    found: list[AnnualProgramme] = []
    unit = ""
    for number, cell in enumerate(cells, start=1):
        unit = _text(lines, cell.unit) if cell.unit else unit
        end = len(lines) if number == len(cells) else _first(cells[number])
        name = _name(lines, cell, width)
        first = min(lines[cell.name[0]].no, lines[cell.category_at].no)
        found.append(AnnualProgramme(number, unit, name, cell.category, first, lines[end - 1].no))
    return found


def _first(cell: Placed) -> int:
    """The line a programme's cells begin on."""
    return (cell.unit or (min(cell.name[0], cell.category_at), 0))[0]


def _name(lines: list[Line], cell: Placed, width: float) -> str:
    """A programme's name; one that its page cut goes on before the first space of a later page's first lines."""
    name = _text(lines, cell.name)
    if cell.name[0] == cell.name[1] or ends_paragraph(lines[cell.name[1] - 1]):
        return name
    breaks = (place for place in range(cell.after, len(lines)) if lines[place].no > lines[place - 1].no + 1)
    for line in lines[next(breaks, len(lines)) :]:
        rest, apart, _ = line.text.strip().partition(" ")
        if not is_narrow(replace(line, text=rest), width):
            break
        name = joined(name, rest)
        if apart or ends_paragraph(line):
            break
    return name


def _text(lines: list[Line], cell: tuple[int, int]) -> str:
    text = ""
    for line in lines[cell[0] : cell[1]]:
        text = joined(text, line.text)
    return text
