"""The table of duties: its narrow columns read as one stream of cells, joined to the tree by their numbers."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from coretech.kit.folding import fold
from coretech.kit.numerals import numeral
from coretech.readers.plan.records import Goal, Strategy, SubGoal
from coretech.readers.plans.agencies import Agencies, agencies_in, is_agencies
from coretech.readers.plans.lines import Line
from coretech.readers.plans.pages import ends_paragraph
from coretech.readers.plans.wording import HAN, joined

_HEAD_WORDS = ("子目標", "策略", "措施")
_HEAD_AGENCIES = re.compile(r"部會|機關|單位")
_LONGEST_HEAD = 40
_GOAL = re.compile(r"(?P<no>[一二三四五六七八九十]{1,3})、(?P<title>.+)")
_HEADED = re.compile(r"(?P<no>[0-9]{1,2})\.(?![0-9])(?P<title>.+)")
_MEASURE = re.compile(r"[(（](?P<no>[0-9]{1,2})[)）](?P<title>.*)")
_ALIKE = 0.5

Path = tuple[int, int, int]
Headed = dict[tuple[int, ...], tuple[str, int]]
"""Goals and sub-goals by their numbers, as the table calls them first, and where."""


@dataclass(slots=True)
class Duty:
    """What the table says of one strategy: its title, its agencies, and its measures by number."""

    path: Path
    title: str
    line: int
    agencies: Agencies = field(default_factory=Agencies)
    measures: dict[int, tuple[str, int]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Piece:
    """A cell or a part of one: words between two spaces of the page, and the line they begin on."""

    text: str
    line: int


def read_duties(lines: Iterable[Line], goals: tuple[Goal, ...]) -> tuple[list[Duty], list[Piece], Headed]:
    """The duties in printed order, the pieces that belong to nothing known, and how goals and sub-goals are called."""
    kept = list(lines)
    head = next((place for place, line in enumerate(kept) if is_head(line)), None)
    agencies_first = head is not None and _agencies_first(kept[head])
    reading = _Reading(goals, agencies_first=agencies_first)
    for piece in pieces(kept if head is None else kept[head:]):
        reading.take(piece)
    return list(reading.duties.values()), reading.strays, reading.headed


def is_head(line: Line) -> bool:
    """Whether a line is the table's head: it names the columns, in whatever order, and says nothing else."""
    text = line.text.strip()
    named = all(word in text for word in _HEAD_WORDS) and _HEAD_AGENCIES.search(text) is not None
    return named and len(text) <= _LONGEST_HEAD and "。" not in text


def _agencies_first(head: Line) -> bool:
    """Whether the column of agencies stands before that of strategies."""
    agencies = _HEAD_AGENCIES.search(head.text)
    return agencies is not None and agencies.start() < head.text.replace("子目標", "＿＿＿").find("策略")


def pieces(lines: Iterable[Line]) -> Iterator[Piece]:
    """The stream of a wrapped table: a line that does not end with a space goes on in the next one."""
    text, begun = "", 0
    for line in lines:
        if is_head(line):
            continue
        if line.is_row:
            yield from (piece for cell in line.cells for piece in _cut(cell, line.no))
            continue
        begun = begun or line.no
        text += line.text.strip() if not ends_paragraph(line) else f"{line.text.strip()} "
        if ends_paragraph(line):
            yield from _cut(text, begun)
            text, begun = "", 0
    yield from _cut(text, begun)


def _cut(text: str, line: int) -> Iterator[Piece]:
    """The pieces of a run: parted where a space stands between two Chinese words, or before a number of a cell."""
    parts = re.split(rf"(?<=[{HAN}）)」』]) +(?=[{HAN}「『]|[(（][0-9]|[0-9]{{1,2}}\.)", text.strip())
    for part in parts:
        if part.strip():
            yield Piece(part.strip(), line)


class _Reading:
    """Where the reader is in the tree."""

    def __init__(self, goals: tuple[Goal, ...], *, agencies_first: bool) -> None:
        self._goals = goals
        self._agencies_first = agencies_first
        self._waiting = Agencies()
        self._goal: Goal | None = None
        self._subgoal: SubGoal | None = None
        self._duty: Duty | None = None
        self._measure = 0
        self.duties: dict[Path, Duty] = {}
        self.strays: list[Piece] = []
        self.headed: Headed = {}

    def take(self, piece: Piece) -> None:
        text = piece.text
        goal, headed, measure = _GOAL.fullmatch(text), _HEADED.fullmatch(text), _MEASURE.fullmatch(text)
        if goal is not None and self._take_goal(numeral(goal.group("no")), goal.group("title"), piece.line):
            return
        if measure is not None:
            self._take_measure(int(measure.group("no")), measure.group("title").strip(), piece)
        elif is_agencies(text):
            self._take_agencies(text, piece)
        elif headed is not None and self._take_heading(
            int(headed.group("no")), headed.group("title"), piece.line
        ):
            return
        else:
            self._grow(piece)

    def _take_goal(self, number: int, title: str, line: int) -> bool:
        found = next((goal for goal in self._goals if goal.no == number), None)
        if found is not None:
            self.headed.setdefault((number,), (title.strip(), line))
        if found is not None and found is not self._goal:
            self._goal, self._subgoal, self._duty = found, None, None
        return found is not None

    def _take_heading(self, number: int, title: str, line: int) -> bool:
        """A sub-goal or a strategy: whichever of that number the title is more like."""
        if self._goal is None:
            return False
        subgoal = next((each for each in self._goal.subgoals if each.no == number), None)
        inside = self._subgoal.strategies if self._subgoal is not None else ()
        strategy = next((each for each in inside if each.no == number), None)
        if subgoal is not None and _alike(subgoal.title, title) > (
            _alike(strategy.title, title) if strategy else 0
        ):
            self._subgoal, self._duty = subgoal, None
            self.headed.setdefault((self._goal.no, number), (title.strip(), line))
        elif strategy is not None:
            self._begin(strategy, title, line)
        else:
            return False
        return True

    def _begin(self, strategy: Strategy, title: str, line: int) -> None:
        goal, subgoal = self._goal, self._subgoal
        if goal is None or subgoal is None:
            return
        path = (goal.no, subgoal.no, strategy.no)
        self._duty = self.duties.setdefault(path, Duty(path, title.strip(), line))
        self._measure = 0
        if self._waiting.lead:
            self._give(self._waiting)
            self._waiting = Agencies()

    def _take_measure(self, number: int, title: str, piece: Piece) -> None:
        if self._duty is None:
            self.strays.append(piece)
            return
        self._measure = number
        self._duty.measures.setdefault(number, (title, piece.line))

    def _take_agencies(self, text: str, piece: Piece) -> None:
        who = agencies_in(text, slash_parts=True)
        if self._agencies_first:
            self._waiting = who
        elif self._duty is None:
            self.strays.append(piece)
        else:
            self._give(who)

    def _give(self, who: Agencies) -> None:
        if self._duty is not None:
            self._duty.agencies = self._duty.agencies.with_co(who) if self._duty.agencies.lead else who

    def _grow(self, piece: Piece) -> None:
        """Words without a number end the measure's title above."""
        if self._duty is None or self._measure not in self._duty.measures:
            self.strays.append(piece)
            return
        title, line = self._duty.measures[self._measure]
        self._duty.measures[self._measure] = (joined(title, piece.text), line)


def _alike(one: str, other: str) -> float:
    """How alike two titles are, 0 to 1; below a half they are not."""
    ratio = SequenceMatcher(None, fold(one), fold(other)).ratio()
    return ratio if ratio >= _ALIKE else 0
