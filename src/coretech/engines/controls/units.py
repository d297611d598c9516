"""Units of measured parameters: converted within their dimension by pint, exactly; any other is refused."""

import re
import unicodedata
from fractions import Fraction
from functools import cache

from pint import UnitRegistry
from pint.errors import DimensionalityError, UndefinedUnitError

_DEFINITIONS = """
nano- = 1e-9 = n-; micro- = 1e-6 = u-; milli- = 1e-3 = m-; centi- = 1e-2 = c-
kilo- = 1e3 = k-; mega- = 1e6 = M-; giga- = 1e9 = G-; tera- = 1e12 = T-; peta- = 1e15 = P-; exa- = 1e18 = E-
kibi- = 1024 = Ki-; mebi- = 1048576 = Mi-; gibi- = 1073741824 = Gi-; tebi- = 1099511627776 = Ti-
metre = [length] = m = meter; inch = 0.0254 * metre = in; angstrom = 1e-10 * metre = Å
second = [time] = s
bit = [information] = b; byte = 8 * bit = B
operation = [operation] = op
OPS = operation / second = FLOPS = ops = flops = OP
layer = [layer] = layers
"""
_HAN = {
    "奈米": "nm",
    "微米": "um",
    "毫米": "mm",
    "公分": "cm",
    "吋": "inch",
    "層": "layer",
    "位元組": "byte",
    "位元": "bit",
}
_POWER = re.compile(r"(?<=[A-Za-z])\^?([23])\b")
_NUMBER = re.compile(r"[+-]?(?:\d[\d,_]*)(?:\.\d+)?(?:[eE][+-]?\d{1,2}(?!\d))?|[+-]?\.\d+")
_WRITTEN = re.compile(r"[A-Za-zÅ]{1,12}(?:\*\*[23])?(?: ?[/*] ?[A-Za-zÅ]{1,12}(?:\*\*[23])?)?")
_LONGEST = 80


class NoQuantityError(ValueError):
    """A text or figure that is no quantity, or one of another dimension."""


def measured(text: str, unit: str) -> Fraction:
    """The figure of a text such as ``14 nm`` or ``600 GB/s`` in a unit; a bare figure is in that unit already.

    Raises:
        NoQuantityError: for what is no figure with a unit, or a unit of another dimension.
    """
    plain = unicodedata.normalize("NFKC", text).strip()
    found = _NUMBER.match(plain)
    if found is None or len(plain) > _LONGEST:
        raise NoQuantityError(text)
    figure = Fraction(found.group().replace(",", "").replace("_", ""))
    return in_unit(figure, plain[found.end() :].strip(), unit)


def in_unit(figure: Fraction, given: str, unit: str) -> Fraction:
    """A figure in another unit.

    Raises:
        NoQuantityError: for an unknown unit, or one of another dimension.
    """
    if not given or _plain(given) == _plain(unit):
        return figure
    if not unit or _WRITTEN.fullmatch(_plain(given)) is None:
        raise NoQuantityError(given)
    try:
        quantity = _registry().Quantity(figure, _plain(given))
        return Fraction(quantity.to(_plain(unit)).magnitude)
    except (UndefinedUnitError, DimensionalityError) as error:
        raise NoQuantityError(given) from error


def _plain(unit: str) -> str:
    """A unit as pint reads it: ``mm2``, ``mm²`` and ``平方毫米`` are one."""
    text = unicodedata.normalize("NFKC", unit).replace("μ", "u").replace("µ", "u")
    for han, latin in _HAN.items():
        text = text.replace(f"平方{han}", f"{latin}2").replace(han, latin)
    return _POWER.sub(r"**\1", re.sub(r"ps$", "/s", text) if text in _PER_SECOND else text)


_PER_SECOND = frozenset({"GBps", "TBps", "MBps", "Gbps", "Tbps", "Mbps"})


@cache
def _registry() -> "UnitRegistry[Fraction]":
    lines = [line.strip() for part in _DEFINITIONS.strip().splitlines() for line in part.split(";")]
    return UnitRegistry(lines, non_int_type=Fraction)
