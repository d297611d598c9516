"""Regimes side by side: what each item asks of each parameter on a day."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from coretech.engines.controls.expression import Compared, comparisons_in, names_in
from coretech.engines.controls.parameters import Form, parameters
from coretech.engines.controls.regimes import Item, Regime
from coretech.engines.controls.wording import SIGNS, figure


@dataclass(frozen=True, slots=True)
class Row:
    """An item with its limits by parameter; ``limits`` is empty where the kind alone decides."""

    regime: Regime
    item: Item
    limits: dict[str, str]


@dataclass(frozen=True, slots=True)
class Matrix:
    """The items that speak of a kind on a day, and the parameters any of them asks for."""

    kind: str
    day: dt.date
    columns: tuple[str, ...]
    rows: tuple[Row, ...]


def matrix(kind: str, regimes: Iterable[Regime], day: dt.date) -> Matrix:
    """What the regimes ask of a kind on a day; items that are not in force then are left out."""
    rows = tuple(
        Row(regime, item, _limits(item, day))
        for regime in regimes
        for item in regime.items
        if kind in item.kinds and item.on(day) is not None
    )
    asked = {name for row in rows for name in row.limits}
    return Matrix(kind, day, tuple(name for name in parameters() if name in asked), rows)


def _limits(item: Item, day: dt.date) -> dict[str, str]:
    vintage = item.on(day)
    if vintage is None:
        return {}
    found: dict[str, list[str]] = {}
    for each in comparisons_in(vintage.when):
        found.setdefault(each.name, []).append(_limit(each))
    for name in names_in(vintage.when):
        if parameters()[name].form is Form.FLAG:
            found.setdefault(name, []).append("●")
    return {name: " ".join(dict.fromkeys(limits)) for name, limits in found.items()}


def _limit(each: Compared) -> str:
    value = each.value if isinstance(each.value, str) else figure(each.value)
    unit = parameters()[each.name].unit
    return f"{SIGNS[each.sign]} {value}{f' {unit}' if unit and unit != 'layer' else ''}"
