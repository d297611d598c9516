"""An indicator as lines of a chart: planned, actual and forecast, each day with its figure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from coretech.engines.progress.figures import Definition, Observed, TargetPoint
from coretech.engines.progress.kinds import Kind
from coretech.engines.progress.path import Points, planned
from coretech.engines.progress.spans import last_day
from coretech.engines.progress.years import asked

CARRIED = frozenset({Kind.CUMULATIVE, Kind.LEVEL})
"""Kinds whose planned line may run through the years; of the others each year is a point of its own."""


@dataclass(frozen=True, slots=True)
class Lines:
    """Points in order of days; a line through ``planned`` says something only where ``joined``."""

    planned: Points
    actual: Points
    forecast: Points
    joined: bool


def lines(
    definition: Definition, targets: Sequence[TargetPoint], observed: Sequence[Observed], today: date
) -> Lines:
    """What a chart of the indicator draws; a period without a figure has no point, for none is not zero."""
    case = asked(definition, targets, observed, today)
    joined = definition.kind in CARRIED
    return Lines(
        planned(case, _start(definition) if joined else None),
        _points(case.actuals),
        _points(case.forecasts),
        joined,
    )


def _start(definition: Definition) -> Decimal | None:
    if definition.kind is Kind.CUMULATIVE and definition.baseline is None:
        return Decimal(0)
    return definition.baseline


def _points(observed: Sequence[Observed]) -> Points:
    found = ((last_day(each.year, each.quarter), each.value) for each in observed if each.value is not None)
    return tuple(sorted(found))
