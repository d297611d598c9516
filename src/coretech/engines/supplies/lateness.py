"""Which returns ought to be there, and which are late or missing."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from coretech.engines.supplies.periods import Frequency, Period, periods
from coretech.kit.sentence import Sentence

GRACE = {
    Frequency.TWICE_A_WEEK: 2,
    Frequency.WEEKLY: 3,
    Frequency.MONTHLY: 15,
    Frequency.QUARTERLY: 20,
    Frequency.YEARLY: 60,
}
"""Days after a period's end until its return is due, where nobody set another number. Our judgement."""


class Timeliness(StrEnum):
    """Where a return stands to its due date."""

    ON_TIME = "on_time"
    LATE = "late"
    AWAITED = "awaited"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Expected:
    """A period whose return ought to come; ``days_late`` counts to the day it came, or to today while it is missing."""

    period: Period
    due: dt.date
    received: dt.date | None
    timeliness: Timeliness
    days_late: int


@dataclass(frozen=True, slots=True)
class Lateness:
    """Every period since a day, in its order."""

    expected: tuple[Expected, ...]
    formula: Sentence
    steps: tuple[Sentence, ...]

    def of(self, timeliness: Timeliness) -> tuple[Expected, ...]:
        """Those that stand so."""
        return tuple(each for each in self.expected if each.timeliness is timeliness)


def lateness(
    frequency: Frequency,
    since: dt.date,
    today: dt.date,
    received: Mapping[Period, dt.date],
    grace: int | None = None,
) -> Lateness:
    """The periods that ended since a day, each with its due date and whether its return came.

    Args:
        frequency: how often a return is asked for.
        since: the first day reported on; a period that began before is not asked for.
        today: the day it is asked on; a period that ends on it or later is not yet over.
        received: the day on which each period's first return came.
        grace: days after the period's end until it is due; those of ``GRACE`` where None.
    """
    days = GRACE[frequency] if grace is None else grace
    ended = periods(frequency, since, today - dt.timedelta(days=1))
    expected = tuple(_expected(each, received.get(each), days, today) for each in ended)
    return Lateness(expected, _formula(days), _steps(expected))


def _expected(period: Period, received: dt.date | None, grace: int, today: dt.date) -> Expected:
    due = period.end + dt.timedelta(days=grace)
    late = max(((received or today) - due).days, 0)
    if received is None:
        stands = Timeliness.MISSING if late else Timeliness.AWAITED
    else:
        stands = Timeliness.LATE if late else Timeliness.ON_TIME
    return Expected(period, due, received, stands, late)


def _formula(days: int) -> Sentence:
    return Sentence(
        f"申報期限＝期別末日後{days}日；期限後申報者為遲報，期限後仍未申報者為缺報",
        f"due {days} days after the period's end; late where it came after, missing where it has not come by then",
    )


def _steps(expected: tuple[Expected, ...]) -> tuple[Sentence, ...]:
    count = {each: sum(one.timeliness is each for one in expected) for each in Timeliness}
    on_time, late, awaited, missing = (count[each] for each in Timeliness)
    return (
        Sentence(
            f"應申報{len(expected)}期：準時{on_time}、遲報{late}、期限未到{awaited}、缺報{missing}",
            f"{len(expected)} periods: {on_time} on time, {late} late, {awaited} not yet due, {missing} missing",
        ),
    )
