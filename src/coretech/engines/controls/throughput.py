"""Throughput as sold, and the total processing performance it makes; only dense throughput counts."""

from collections.abc import Mapping
from dataclasses import dataclass

from coretech.engines.controls.parameters import Form, Parameter
from coretech.engines.controls.problems import FactsError
from coretech.engines.controls.quantities import quantity
from coretech.engines.controls.spans import ANY, Span, most_of
from coretech.kit.sentence import Sentence

_NAMES = frozenset({"tops", "bit_length", "sparse", "dense"})
_MOST_BITS = 1024
_SPARSE = Sentence(
    "稀疏運算的數字不計，只計密集運算。", "Figures of sparse computing do not count; only dense ones do."
)


@dataclass(frozen=True, slots=True)
class Throughput:
    """What throughput says of TPP, and what was left out of it."""

    tpp: Span = ANY
    notes: tuple[Sentence, ...] = ()


def throughput(value: object) -> Throughput:
    """TPP from a list of ``{"tops", "bit_length"}``: the largest product; at least that where one is unknown.

    Raises:
        FactsError: for entries that are none.
    """
    if value is None:
        return Throughput()
    if not isinstance(value, list):
        raise _refused(
            "throughput", "應為清單 [{tops, bit_length}]", "should be a list of {tops, bit_length}"
        )
    entries = [_entry(number, each) for number, each in enumerate(value)]
    dense = [each for each in entries if each is not None]
    notes = (_SPARSE,) if len(dense) < len(entries) else ()
    return Throughput(most_of(dense) if dense else ANY, notes)


def _entry(number: int, value: object) -> Span | None:
    """What an entry makes of TPP; None for a sparse one."""
    place = f"throughput[{number}]"
    if not isinstance(value, Mapping) or not value.keys() <= _NAMES:
        raise _refused(place, "應為 {tops, bit_length}", "should be {tops, bit_length}")
    for name in ("sparse", "dense"):
        if not isinstance(value.get(name, False), bool):
            raise _refused(f"{place}.{name}", "應為 true 或 false", "should be true or false")
    if value.get("sparse") or value.get("dense") is False:
        return None
    tops = _told(f"{place}.tops", value.get("tops"), "TOPS")
    bits = _told(f"{place}.bit_length", value.get("bit_length"), "bit")
    if bits.known and not (bits.low.denominator == 1 and 0 < bits.low <= _MOST_BITS):
        raise _refused(f"{place}.bit_length", "應為正整數", "should be a positive whole number")
    high = None if tops.high is None or bits.high is None else tops.high * bits.high
    return Span(tops.low * bits.low, high)


def _told(place: str, value: object, unit: str) -> Span:
    if value is None:
        return ANY
    return quantity(Parameter(place, Form.QUANTITY, Sentence(place, place), unit=unit), value)


def _refused(place: str, zh: str, en: str) -> FactsError:
    return FactsError(place, Sentence(zh, en))
