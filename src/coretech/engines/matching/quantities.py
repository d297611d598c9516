"""Figures with their units as one term each: 14 nm, 14nm, 14 奈米 and 0.014 µm are the same, 140 nm is another."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

_SCALES = {
    "length": {
        "pm": -12, "nm": -9, "奈米": -9, "纳米": -9, "μm": -6, "um": -6, "微米": -6, "mm": -3, "毫米": -3,
        "公厘": -3, "cm": -2, "公分": -2, "厘米": -2, "m": 0, "公尺": 0, "米": 0, "km": 3, "公里": 3,
    },
    "frequency": {"hz": 0, "赫兹": 0, "khz": 3, "mhz": 6, "ghz": 9, "吉赫": 9, "thz": 12, "太赫兹": 12},
    "power": {"mw": 6, "百万瓦": 6, "kw": 3, "千瓦": 3, "w": 0, "瓦": 0, "gw": 9, "十亿瓦": 9},
    "voltage": {"kv": 3, "千伏": 3, "v": 0, "伏特": 0},
    "rate": {"kbps": 3, "mbps": 6, "gbps": 9, "tbps": 12, "gb/s": 9, "tb/s": 12},
    "energy": {"ev": 0, "kev": 3, "mev": 6, "wh": 0, "kwh": 3, "度电": 3},
    "resolution": {"tops": 12, "tflops": 12, "pflops": 15, "gflops": 9},
}  # fmt: skip
"""Powers of ten by unit, as a folded text writes them. Case is gone: mW and MW are the same here."""
_DIMENSION = {unit: (name, power) for name, units in _SCALES.items() for unit, power in units.items()}
_UNIT = "|".join(sorted(map(re.escape, _DIMENSION), key=len, reverse=True))
_FIGURE = re.compile(rf"(?<![a-z0-9.])(\d+(?:[.,]\d+)*)[ -]?({_UNIT})(?![a-z])")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure with its unit, from ``start`` to ``end`` of a folded text; equal ones have the same ``term``."""

    start: int
    end: int
    term: str


def quantities_of(plain: str) -> Iterator[Quantity]:
    """The figures with units in a folded text, in order."""
    for found in _FIGURE.finditer(plain):
        dimension, power = _DIMENSION[found.group(2)]
        value = _number(found.group(1))
        if value is not None:
            yield Quantity(found.start(), found.end(), f"={_scaled(value, power)} {dimension}")


def _number(written: str) -> float | None:
    """The figure: commas part thousands, one point parts the fraction."""
    plain = written.replace(",", "")
    return float(plain) if plain.count(".") <= 1 else None


def _scaled(value: float, power: int) -> str:
    """The value in the unit of the dimension with six digits, so that 0.014 µm is 14 nm."""
    return f"{float(Decimal(repr(value)).scaleb(power)):.6g}"
