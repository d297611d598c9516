"""What a quarter's scan report is made of: what was looked at, what moved, what was made of it, and the indicators."""

import datetime as dt
from dataclasses import dataclass
from typing import Self

from coretech.apps.audit.acting import Acting
from coretech.apps.watch.counts.runs import current_run
from coretech.apps.watch.models import Assessment, Counted, Run
from coretech.apps.watch.scanning.assessing import assessments
from coretech.apps.watch.scanning.scans import Look, Wanted, looks
from coretech.apps.watch.signals.gathering import signals
from coretech.apps.watch.signals.signal import Signal
from coretech.apps.watch.signals.topics import Topic, topics
from coretech.kit.clock import TAIPEI
from coretech.kit.refusal import bad_input
from coretech.kit.roc import said_year
from coretech.kit.sentence import Sentence

FIRST_YEAR = 2000
_MONTHS = 3
_QUARTERS = range(1, 5)
_CHINESE = "一二三四"


@dataclass(frozen=True, slots=True)
class Quarter:
    """Three months of a Gregorian year.

    Raises:
        Refused: (HTTP 422) where there is no such quarter.
    """

    year: int
    number: int

    def __post_init__(self) -> None:
        """Refuse a quarter that is none."""
        if self.number not in _QUARTERS:
            raise bad_input("quarter", "季別為1到4。", "A quarter is 1 to 4.")
        if not FIRST_YEAR <= self.year < dt.MAXYEAR:
            raise bad_input("year", f"年份自{FIRST_YEAR}年起。", f"Years begin with {FIRST_YEAR}.")

    @classmethod
    def of(cls, day: dt.date) -> Self:
        """The quarter of a day."""
        return cls(day.year, (day.month - 1) // _MONTHS + 1)

    @property
    def first(self) -> dt.date:
        """Its first day."""
        return dt.date(self.year, (self.number - 1) * _MONTHS + 1, 1)

    @property
    def last(self) -> dt.date:
        """Its last day."""
        after = dt.date(self.year + self.number // 4, self.number % 4 * _MONTHS + 1, 1)
        return after - dt.timedelta(days=1)

    @property
    def before(self) -> "Quarter":
        """The one before."""
        return Quarter.of(self.first - dt.timedelta(days=1))

    @property
    def name(self) -> Sentence:
        """Such as 民國114年第二季, Q2 2025."""
        year = said_year(self.year)
        return Sentence(f"{year.zh}第{_CHINESE[self.number - 1]}季", f"Q{self.number} {year.en}")

    def holds(self, moment: dt.datetime) -> bool:
        """Whether a moment lies in it, in Taipei."""
        return self.first <= moment.astimezone(TAIPEI).date() <= self.last


@dataclass(frozen=True, slots=True)
class Quarterly:
    """What there is to report of a quarter; the same whoever of the readers asks.

    Signals that only some readers may know of are left out. ``run`` is the newest that is done, whenever it was.
    """

    quarter: Quarter
    looks: tuple[Look, ...]
    moved: tuple[tuple[Topic, tuple[Signal, ...]], ...]
    assessments: tuple[Assessment, ...]
    run: Run | None
    counted: tuple[Counted, ...]


def quarterly(by: Acting, quarter: Quarter) -> Quarterly:
    """The quarter as it is known now.

    Raises:
        Refused: (HTTP 403) for whoever does not read signals.
    """
    run = current_run()
    every = topics(by)
    found = [each for each in signals(by, every) if each.shared and quarter.holds(each.at)]
    moved = ((topic, tuple(each for each in found if each.topic == topic.key)) for topic in every.all)
    return Quarterly(
        quarter,
        tuple(looks(by, Wanted(quarter.first, quarter.last))),
        tuple((topic, told) for topic, told in moved if told),
        tuple(each for each in assessments(by) if quarter.holds(each.at)),
        run,
        () if run is None else tuple(run.counted.select_related("technology").order_by("technology_id")),
    )
