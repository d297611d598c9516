"""Each year of an indicator against its target."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from coretech.engines.progress.band import Band, band
from coretech.engines.progress.figures import Definition, Observed, TargetPoint
from coretech.engines.progress.kinds import Direction, Kind, Nature
from coretech.engines.progress.observing import actuals, standing
from coretech.engines.progress.reckoned import Status, YearReckoned
from coretech.engines.progress.spans import first_day, last_day

COUNTS = frozenset({Kind.ANNUAL, Kind.CUMULATIVE, Kind.RECURRING})
"""Kinds whose figure can only grow while its year runs."""

SAID_DONE = frozenset({Kind.MILESTONE, Kind.QUALITATIVE})
"""Kinds of which a report may say yes or no instead of a figure."""

Share = Callable[[TargetPoint, Band, Decimal], Decimal | None]


@dataclass(frozen=True, slots=True)
class Asked:
    """All a reckoning starts from: targets by year, actuals oldest first, forecasts apart."""

    definition: Definition
    targets: tuple[TargetPoint, ...]
    actuals: tuple[Observed, ...]
    forecasts: tuple[Observed, ...]
    today: date

    @property
    def figured(self) -> tuple[TargetPoint, ...]:
        """The targets that have a figure."""
        return tuple(point for point in self.targets if point.value is not None)


def asked(
    definition: Definition, targets: Sequence[TargetPoint], observed: Sequence[Observed], today: date
) -> Asked:
    """The same, put in order."""
    told = observed
    if definition.kind not in SAID_DONE:
        told = [each for each in observed if each.value is not None]
    forecasts = tuple(each for each in told if each.nature is Nature.FORECAST)
    points = tuple(sorted(targets, key=lambda point: point.year))
    return Asked(definition, points, tuple(actuals(told, today)), forecasts, today)


def plain_share(_point: TargetPoint, within: Band, value: Decimal) -> Decimal | None:
    """The share of a target by the figure alone, whatever it started from."""
    return within.share(value)


def years(case: Asked, share: Share = plain_share) -> tuple[YearReckoned, ...]:
    """Every year that has a target, an actual or a forecast, in order."""
    points = {point.year: point for point in case.targets}
    known = points.keys() | {each.year for each in (*case.actuals, *case.forecasts)}
    return tuple(_year(case, year, points.get(year), share) for year in sorted(known))


def _year(case: Asked, year: int, point: TargetPoint | None, share: Share) -> YearReckoned:
    found = standing(case.actuals, year, Nature.ACTUAL)
    foreseen = standing(case.forecasts, year, Nature.FORECAST)
    within = band(point, case.definition.direction) if point is not None else None
    actual = None if found is None else found.value
    part = None
    if point is not None and within is not None and actual is not None:
        part = share(point, within, actual)
    return YearReckoned(
        year,
        point,
        actual,
        None if foreseen is None else foreseen.value,
        part,
        _status(case, year, within, found),
    )


def _status(case: Asked, year: int, within: Band | None, found: Observed | None) -> Status:
    if within is None:
        return Status.NO_TARGET
    if found is None or found.value is None:
        return waiting(year, case.today)
    counts = case.definition.kind in COUNTS
    return _so_far(within, found.value, counts=counts) or _at_the_end(case, within, found, found.value)


def _at_the_end(case: Asked, within: Band, found: Observed, value: Decimal) -> Status:
    """What only the year's last figure decides."""
    if last_day(found.year) >= case.today:
        return Status.UNDER_WAY
    if found.quarter not in {None, 4}:
        return Status.UNREPORTED
    return Status.MET if within.holds(value) else Status.MISSED


def _so_far(within: Band, value: Decimal, *, counts: bool) -> Status | None:
    """What is settled before the year's last figure: a state that holds, or what a count can no longer undo."""
    return _for_good(within, value) if counts else Status.MET if within.holds(value) else None


def _for_good(within: Band, value: Decimal) -> Status | None:
    """What a count can no longer undo: a floor reached, a ceiling gone beyond."""
    if within.above(value):
        return Status.MISSED
    return Status.MET if within.high is None and within.holds(value) else None


def waiting(year: int, today: date) -> Status:
    """How a year with a target stands while nothing is reported."""
    if first_day(year) > today:
        return Status.NOT_YET
    return Status.UNREPORTED if last_day(year) < today else Status.UNDER_WAY


def kept(case: Asked, found: Sequence[YearReckoned]) -> tuple[int, int, int]:
    """Years whose target was met, years due by today, and years with a target.

    A year is due once it is over, or as soon as it is met or missed.
    """
    with_target = [year for year in found if year.status is not Status.NO_TARGET]
    met = sum(year.status is Status.MET for year in with_target)
    settled = (Status.MET, Status.MISSED)
    due = sum(year.status in settled or last_day(year.year) < case.today for year in with_target)
    return met, due, len(with_target)


def only_rises(direction: Direction) -> bool:
    """Whether more is better, so that a share of the way can be told from a count."""
    return direction is Direction.HIGHER
