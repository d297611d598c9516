"""Plans made up from records and printed as their publishers print them, for readers to read back."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain
from random import Random

from coretech.readers.annual.widths import wrapped

LETTERS = "推動平台技術產業發展研究應用整合示範系統服務創新"
NUMERALS = ("一", "二", "三", "四", "五", "六", "七", "八", "九", "十")
LEADS = ("經濟部", "科技部", "交通部", "國發會", "農委會", "文化部", "內政部")
AIMED = ("經濟部", "科技部", "交通部", "國家發展委員會", "行政院農業委員會", "文化部", "內政部")
COLUMNS = "目標 子目標 策略 措施 參與部會 "
AGENCIES_FIRST = "目標 子目標 參與部會 策略 措施 "
_WIDE = 28


@dataclass(frozen=True)
class Strategy:
    """A strategy: its title, who leads and joins, and its measures' titles."""

    title: str
    lead: tuple[str, ...]
    co: tuple[str, ...]
    measures: tuple[str, ...]


@dataclass(frozen=True)
class SubGoal:
    """A sub-goal with its strategies."""

    title: str
    strategies: tuple[Strategy, ...]


@dataclass(frozen=True)
class Goal:
    """A goal with its sub-goals."""

    title: str
    subgoals: tuple[SubGoal, ...]


@dataclass(frozen=True)
class Table:
    """A table of numbers; None is printed as a dash."""

    caption: str
    unit: str
    header: tuple[str, ...]
    rows: tuple[tuple[str | float | None, ...], ...]


@dataclass(frozen=True)
class Print:
    """How a plan is printed; pages end as often as said, from 0 to 1, and bear a number if they are ``numbered``."""

    random: Random
    width: int = 13
    head: str = COLUMNS
    breaks: float = 0.0
    again: bool = False
    numbered: str = ""
    lines: list[str] = field(default_factory=list)

    def ends_page(self) -> bool:
        """Whether a page ends here; if so, the next one is begun with its number."""
        ends = self.random.random() < self.breaks
        if ends:
            number = self.numbered.replace("N", str(self.random.randint(1, 99)))
            self.lines.extend([number] if number else [])
        return ends

    def take(self, lines: list[str]) -> None:
        """Print a paragraph's lines; a page may end before each of them."""
        self.lines.extend(f"\f {line}" if self.ends_page() else line for line in lines)


def printed(years: tuple[int, int], goals: list[Goal], tables: list[Table], how: Print) -> str:
    """The whole document."""
    how.lines.append(" 壹、 前言 ")
    title = f"政府訂定「國家科學技術發展計畫（民國 {years[0]} 年至 {years[1]} 年）」，內容如下。"
    how.take(list(wrapped(title, _WIDE)))
    how.lines.append(" 貳、 現況與檢討 ")
    for number, table in enumerate(tables, start=1):
        _table(number, table, how)
    how.lines.append(" 參、 策略與重要措施 ")
    for numeral, goal in zip(NUMERALS, goals, strict=False):
        _measures(numeral, goal, how)
    how.lines.extend([" 肆、 策略與重要措施分工 ", how.head])
    for number, goal in enumerate(goals, start=1):
        _duties(number, goal, how)
    how.lines.append(" 伍、 政府各部門之目標 ")
    for name in AIMED:
        how.take([f"{name} "])
        how.take(list(wrapped(f"{name}將持續推動各項工作並檢討成效，精進作法。", _WIDE)))
    return "\n".join(chain.from_iterable((line, "") for line in how.lines))


def _measures(numeral: str, goal: Goal, how: Print) -> None:
    """A goal of the chapter of measures; each measure has a paragraph, and one with items of its own."""
    how.take(list(wrapped(f"目標{numeral}：{goal.title}", _WIDE)))
    for place, subgoal in zip(NUMERALS, goal.subgoals, strict=False):
        how.take(list(wrapped(f"{place}、 {subgoal.title}", _WIDE)))
        for inner, strategy in zip(NUMERALS, subgoal.strategies, strict=False):
            how.take(list(wrapped(f"（{inner}） 策略{inner}、{strategy.title}", _WIDE)))
            for number, title in enumerate(strategy.measures, start=1):
                how.take(list(wrapped(f"{number}. {title}", _WIDE)))
                how.take(list(wrapped("持續辦理相關工作，並檢討成效及精進作法，以利後續推動。", _WIDE)))
                how.take(list(wrapped("（1） 辦理各項工作。", _WIDE)))


def _duties(number: int, goal: Goal, how: Print) -> None:
    """A goal of the table of duties; a page begins with the head, and with the cells above if ``again``."""
    above = list(wrapped(f"{NUMERALS[number - 1]}、{goal.title}", how.width // 2))
    how.lines.extend(above)
    for place, subgoal in enumerate(goal.subgoals, start=1):
        under = list(wrapped(f"{place}.{subgoal.title}", how.width))
        how.lines.extend(under)
        for inner, strategy in enumerate(subgoal.strategies, start=1):
            heading = list(wrapped(f"{inner}.{strategy.title}", how.width))
            who = list(wrapped(_agencies(strategy), how.width))
            how.lines.extend([*who, *heading] if how.head == AGENCIES_FIRST else heading)
            for count, title in enumerate(strategy.measures, start=1):
                if count > 1 and how.ends_page():
                    how.lines.append(f"\f {how.head}")
                    how.lines.extend([*above, *under, *heading] if how.again else [])
                for line in wrapped(f"({count}) {title}", how.width):
                    how.lines.extend([f"\f {how.head}"] if not how.again and how.ends_page() else [])
                    how.lines.append(line)
                how.lines.extend(who if count == 1 and how.head != AGENCIES_FIRST else [])


def _agencies(strategy: Strategy) -> str:
    lead = "、".join(strategy.lead)
    return f"{lead}／{'、'.join(strategy.co)}" if strategy.co else lead


def _table(number: int, table: Table, how: Print) -> None:
    """A table whose head comes back on each page."""
    how.take(list(wrapped(f"表 {number} {table.caption}", _WIDE)))
    how.lines.extend([f"單位：{table.unit} ", f"{' '.join(table.header)} "])
    for row in table.rows:
        if how.ends_page():
            how.lines.append(f"\f {' '.join(table.header)} ")
        how.lines.append(" ".join(_cells(row)) + " ")
    how.lines.append("資料來源：某機關彙整 ")


def _cells(row: tuple[str | float | None, ...]) -> Iterator[str]:
    for value in row:
        if value is None:
            yield "-"
        else:
            yield value if isinstance(value, str) else f"{value:,}"
