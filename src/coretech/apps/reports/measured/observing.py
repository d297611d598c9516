"""From rows to what is reckoned with: definitions, targets, and the figures that count today."""

import datetime as dt
from collections.abc import Iterable
from decimal import Decimal, InvalidOperation

from django.db.models import QuerySet

from coretech.apps.reports.models import Indicator, IndicatorDefinition, IndicatorTarget, Observation
from coretech.engines.progress.figures import Comparator, Definition, Observed, TargetPoint
from coretech.engines.progress.kinds import Direction, Kind, Nature
from coretech.engines.progress.units import UnitError, converted
from coretech.kit.refusal import bad_input
from coretech.kit.roc import OFFSET

TOLD_BY_YES_OR_NO = frozenset({Kind.MILESTONE, Kind.QUALITATIVE})
"""Kinds whose reports say done or not done; a figure beside it would say nothing."""

_LARGEST = Decimal(10) ** 15
_PLACES = Decimal(1).scaleb(-6)


def definition_of(row: IndicatorDefinition) -> Definition:
    """The definition with its years as days."""
    return Definition(
        Kind(row.kind),
        Direction(row.direction),
        row.unit,
        row.baseline,
        dt.date(row.start + OFFSET, 1, 1),
        dt.date(row.end + OFFSET, 12, 31),
    )


def points_of(rows: Iterable[IndicatorTarget]) -> list[TargetPoint]:
    """The targets by year."""
    return [
        TargetPoint(row.year, row.value, row.upper, Comparator(row.comparator), row.words) for row in rows
    ]


def observed_of(rows: Iterable[Observation]) -> list[Observed]:
    """The figures that count."""
    return [
        Observed(row.year, row.quarter, row.value, Nature(row.nature), row.done, row.words) for row in rows
    ]


def counting() -> QuerySet[Observation]:
    """The observations that no later one restates."""
    return Observation.objects.filter(restated_by__isnull=True)


def said_before(indicator: Indicator, year: int, quarter: int | None, nature: str) -> Observation | None:
    """The figure of this period that counts today."""
    return counting().filter(indicator=indicator, year=year, quarter=quarter, nature=nature).first()


def figure_in(definition: IndicatorDefinition, given: str, unit: str) -> Decimal:
    """A figure as it was typed, in the indicator's own unit.

    Raises:
        Refused: (HTTP 422) for what is no figure, and for a unit that does not convert into the indicator's.
    """
    value = number_in("given_value", given)
    try:
        found = converted(value, unit, definition.unit)
    except UnitError as error:
        raise bad_input("given_unit", error.sentence.zh, error.sentence.en) from None
    return _kept("given_value", found)


def number_in(field: str, given: str) -> Decimal:
    """A number as it was typed; ``-`` and an empty field are no number, and not zero.

    Raises:
        Refused: (HTTP 422) for anything else than a number this system can keep.
    """
    try:
        value = Decimal(given.replace(",", "").strip())
    except InvalidOperation:
        value = Decimal("NaN")
    if not value.is_finite():
        raise bad_input(
            field,
            f"「{given}」不是數字；沒有數值時請勿填寫，「-」不等於 0。",
            f"“{given}” is no number. Where there is none, report nothing: “-” is not zero.",
        )
    return _kept(field, value)


def _kept(field: str, value: Decimal) -> Decimal:
    if abs(value) >= _LARGEST:
        raise bad_input(
            field,
            "數字太大；請改用較大的單位（例如「億元」）。",
            "The number is too large; use a larger unit.",
        )
    return value.quantize(_PLACES).normalize() + 0
