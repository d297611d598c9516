"""What is reckoned from: an indicator's definition, its yearly targets, and what was observed."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from coretech.engines.progress.kinds import Direction, Kind, Nature


class Comparator(StrEnum):
    """How the plan's words bind the figure; ``PLAIN`` is a bare figure, read by the indicator's direction."""

    PLAIN = "plain"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    ABOUT = "about"
    EXACTLY = "exactly"


@dataclass(frozen=True, slots=True)
class Definition:
    """An indicator: ``baseline`` in ``unit``, ``start`` and ``end`` the first and last day of its term.

    Raises:
        ValueError: where the term ends before it starts.
    """

    kind: Kind
    direction: Direction
    unit: str
    baseline: Decimal | None
    start: date
    end: date

    def __post_init__(self) -> None:
        """Refuse a term that ends before it starts."""
        if self.end < self.start:
            message = f"the term ends on {self.end}, before it starts on {self.start}"
            raise ValueError(message)


@dataclass(frozen=True, slots=True)
class TargetPoint:
    """What is to be reached by the end of a ROC year.

    ``value`` is None where the plan prints a dash or words alone; ``upper`` is the other end of a printed range.

    Raises:
        ValueError: where the upper end lies below the lower one or stands alone.
    """

    year: int
    value: Decimal | None
    upper: Decimal | None = None
    comparator: Comparator = Comparator.PLAIN
    words: str = ""

    def __post_init__(self) -> None:
        """Refuse a range turned round or without its lower end."""
        if self.upper is not None and (self.value is None or self.upper < self.value):
            message = f"a range from {self.value} to {self.upper} is none"
            raise ValueError(message)


@dataclass(frozen=True, slots=True)
class Observed:
    """What was reported for a ROC year, or for it up to the end of a quarter (1 to 4).

    A quarter's ``value`` counts from the start of the year, or from the start of the term where the indicator is
    cumulative; quarters are never added. ``value`` is None where nothing was reported, which is not zero. ``done`` is
    for milestones.

    Raises:
        ValueError: for a quarter the year does not have.
    """

    year: int
    quarter: int | None
    value: Decimal | None
    nature: Nature
    done: bool | None = None
    words: str = ""

    def __post_init__(self) -> None:
        """Refuse a quarter the year does not have."""
        if self.quarter not in (None, 1, 2, 3, 4):
            message = f"there is no quarter {self.quarter}"
            raise ValueError(message)
