"""What a reckoning answers: each year, the whole, and the way there."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from coretech.engines.progress.figures import TargetPoint
from coretech.engines.progress.kinds import Kind
from coretech.kit.sentence import Sentence


class Status(StrEnum):
    """How a year stands against its target."""

    NO_TARGET = "no_target"
    NOT_YET = "not_yet"
    UNDER_WAY = "under_way"
    MET = "met"
    MISSED = "missed"
    UNREPORTED = "unreported"

    @property
    def said(self) -> Sentence:
        """The status as a page shows it."""
        return _STATUSES[self]


_STATUSES = {
    Status.NO_TARGET: Sentence("本年無目標", "no target this year"),
    Status.NOT_YET: Sentence("年度尚未開始", "the year has not begun"),
    Status.UNDER_WAY: Sentence("進行中", "under way"),
    Status.MET: Sentence("達成", "met"),
    Status.MISSED: Sentence("未達成", "missed"),
    Status.UNREPORTED: Sentence("年度已過，尚無完整實績", "the year is over without its final figure"),
}


@dataclass(frozen=True, slots=True)
class YearReckoned:
    """A ROC year: its target, its latest actual, and the share of the target reached (1 is all of it).

    ``share`` is None where there is none to tell: no target, no actual, or nothing to divide by. ``forecast`` stands
    beside the actual and is never part of it.
    """

    year: int
    target: TargetPoint | None
    actual: Decimal | None
    forecast: Decimal | None
    share: Decimal | None
    status: Status


@dataclass(frozen=True, slots=True)
class Whole:
    """The whole term: ``progress`` and ``expected`` are shares (1 is all), None where there is none.

    ``expected`` is what the plan has due by today; ``expected_end`` is when all is reached, by ``end_rule``.
    """

    progress: Decimal | None
    expected: Decimal | None
    expected_end: date | None
    end_rule: Sentence
    steps: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Reckoned:
    """An indicator reckoned: its years in order, the whole, the formula in words, and the steps with figures."""

    kind: Kind
    years: tuple[YearReckoned, ...]
    progress: Decimal | None
    expected: Decimal | None
    expected_end: date | None
    end_rule: Sentence
    formula: Sentence
    steps: tuple[Sentence, ...]
