"""The dated rules behind the traffic lights, with what they are by default and why."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from coretech.kit.sentence import Sentence


@dataclass(frozen=True, slots=True)
class Rules:
    """Thresholds in force from a day on.

    ``green`` and ``amber`` are the least shares of what is due by now; ``overdue`` is the share of a measure's work
    items from which being overdue is red. ``missed_year`` makes a year that missed its target amber at best.

    Raises:
        ValueError: where amber asks for more than green, or a threshold is not between 0 and 1.
    """

    since: date
    green: Decimal = Decimal("0.95")
    amber: Decimal = Decimal("0.80")
    overdue: Decimal = Decimal("0.20")
    missed_year: bool = True

    def __post_init__(self) -> None:
        """Refuse thresholds out of order."""
        if not 0 <= self.amber <= self.green <= 1 or not 0 < self.overdue <= 1:
            message = "thresholds lie between 0 and 1, amber not above green"
            raise ValueError(message)


REASONS = {
    "green": Sentence(
        "預設 0.95：實績常於季末後才補齊，差 5% 以內視為依計畫進行。",
        "By default 0.95: actuals come in after a quarter ends, so within five per cent counts as planned.",
    ),
    "amber": Sentence(
        "預設 0.80：落後五分之一以內，通常一年內可追上；再多則須檢討。",
        "By default 0.80: up to a fifth behind can as a rule be made up within a year; more needs a review.",
    ),
    "overdue": Sentence(
        "預設 0.20：工作項目五分之一以上逾期，已非個案。",
        "By default 0.20: where a fifth of the work items is overdue, it is no single case any more.",
    ),
    "missed_year": Sentence(
        "預設採用：總和雖已補足，最近一個已過年度未達成仍應看得見。",
        "On by default: the last finished year's miss stays in sight although the sum made up for it.",
    ),
}
"""Why each default is what it is."""
