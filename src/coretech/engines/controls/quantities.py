"""A measured quantity in facts: a figure, a text with a unit, an object with a unit, or a span of them."""

import math
from collections.abc import Mapping
from fractions import Fraction

from coretech.engines.controls.parameters import Parameter
from coretech.engines.controls.problems import FactsError
from coretech.engines.controls.spans import Span, exactly
from coretech.engines.controls.units import NoQuantityError, in_unit, measured
from coretech.kit.sentence import Sentence

_OBJECT = frozenset({"value", "unit"})
_SPAN = frozenset({"min", "max", "unit"})
_LARGEST = 10**30
"""Beyond anything measured; a larger figure is a slip of the keyboard, and could not be shown as a plain number."""


def quantity(parameter: Parameter, value: object) -> Span:
    """What is known of a parameter.

    Raises:
        FactsError: for what is no quantity of its dimension, a negative one, or a span that runs backwards.
    """
    if isinstance(value, Mapping) and value.keys() <= _SPAN and value.keys() & {"min", "max"}:
        unit = _unit(parameter, value.get("unit", ""))
        low = Fraction(0) if value.get("min") is None else _figure(parameter, value["min"], unit)
        high = None if value.get("max") is None else _figure(parameter, value["max"], unit)
        if high is not None and low > high:
            raise FactsError(parameter.name, Sentence("最小值大於最大值", "its min is above its max"))
        return Span(low, high)
    if isinstance(value, Mapping):
        if not (value.keys() <= _OBJECT and "value" in value):
            raise _no_quantity(parameter)
        return exactly(_figure(parameter, value["value"], _unit(parameter, value.get("unit", ""))))
    return exactly(_figure(parameter, value, ""))


def _unit(parameter: Parameter, unit: object) -> str:
    if unit is None:
        return ""
    if not isinstance(unit, str):
        raise _no_quantity(parameter)
    return unit


def _figure(parameter: Parameter, value: object, unit: str) -> Fraction:
    try:
        figure = _converted(parameter, value, unit)
    except (NoQuantityError, OverflowError, ZeroDivisionError):
        raise _no_quantity(parameter) from None
    if abs(figure) > _LARGEST:
        raise FactsError(
            parameter.name, Sentence("數字過大，請檢查是否多打", "too large; check what was typed")
        )
    if figure < 0:
        raise FactsError(parameter.name, Sentence("不得為負數", "must not be negative"))
    if parameter.whole and figure.denominator != 1:
        raise FactsError(parameter.name, Sentence("應為整數", "should be a whole number"))
    return figure


def _converted(parameter: Parameter, value: object, unit: str) -> Fraction:
    if isinstance(value, str):
        return measured(f"{value} {unit}" if unit else value, parameter.unit)
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        raise _no_quantity(parameter)
    if abs(value) > _LARGEST:
        return Fraction(_LARGEST) + 1
    return in_unit(Fraction(str(value)), unit, parameter.unit)


def _no_quantity(parameter: Parameter) -> FactsError:
    if not parameter.unit:
        return FactsError(parameter.name, Sentence("應為不帶單位的數字", "should be a figure without a unit"))
    unit = parameter.unit
    return FactsError(
        parameter.name,
        Sentence(
            f"應為數字，或帶可換算為 {unit} 的單位，例如「14 {unit}」",
            f"should be a figure, or one in a unit that converts to {unit}, such as “14 {unit}”",
        ),
    )
