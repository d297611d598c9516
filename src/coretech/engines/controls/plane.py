"""The plane of total processing performance against density, cut where a criterion changes its answer.

Between two neighbouring thresholds an answer cannot change, so one look in the middle of each cell says what holds in
all of it; nothing about any rule stands here but what its data file says.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import groupby, pairwise
from math import isqrt

from coretech.engines.controls.evaluating import Result, evaluate
from coretech.engines.controls.expression import comparisons_in, names_in
from coretech.engines.controls.facts import Facts
from coretech.engines.controls.known import Known
from coretech.engines.controls.regimes import Item, Regime
from coretech.engines.controls.spans import exactly
from coretech.engines.controls.truth import Answer

TPP, PD, AREA = "tpp", "pd", "die_area_mm2"
_BEYOND = 4
_FINE = 10**12


@dataclass(frozen=True, slots=True)
class Side:
    """One way across the plane: the thresholds, and the ends of what is drawn, which hold them and the chip."""

    low: Fraction
    high: Fraction
    limits: tuple[Fraction, ...]

    @property
    def cuts(self) -> tuple[Fraction, ...]:
        """The ends and the thresholds, from low to high."""
        return (self.low, *self.limits, self.high)


@dataclass(frozen=True, slots=True)
class Region:
    """A rectangle with its lower ends in it; a chip there meets ``met``, and ``undecided`` lack another fact."""

    tpp: tuple[Fraction, Fraction]
    pd: tuple[Fraction, Fraction]
    met: tuple[str, ...]
    undecided: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Plane:
    """The regions of a day, and where the chip lies: a line over all densities where its density is not known."""

    tpp: Side
    pd: Side
    regions: tuple[Region, ...]
    chip_tpp: Fraction | None
    chip_pd: Fraction | None


def plane(facts: Facts, regimes: Iterable[Regime], day: dt.date) -> Plane | None:
    """The plane for a chip's other facts on a day; None where no item of the day looks at TPP."""
    laid = [_measuring(regime, facts, day) for regime in regimes]
    looking = [each for each in laid if each.items]
    if not looking:
        return None
    items = [item for each in looking for item in each.items]
    known = Known(facts)
    chip = [span.low if span.known else None for span in (known.span(TPP), known.span(PD))]
    across, up = _side(items, TPP, day, chip[0]), _side(items, PD, day, chip[1])
    cells = [
        [_cell(facts, looking, day, wide, high) for high in pairwise(up.cuts)]
        for wide in pairwise(across.cuts)
    ]
    return Plane(across, up, tuple(_merged(cells)), chip[0], chip[1])


def _measuring(regime: Regime, facts: Facts, day: dt.date) -> Regime:
    """A regime with only the items of the kind and day that look at TPP."""
    found = [
        item
        for item in regime.items
        if facts.kind in item.kinds
        and (vintage := item.on(day)) is not None
        and TPP in names_in(vintage.when)
    ]
    return replace(regime, items=tuple(found), policies=())


def _side(items: Iterable[Item], name: str, day: dt.date, chip: Fraction | None) -> Side:
    limits = sorted(
        {
            Fraction(each.value)
            for item in items
            if (vintage := item.on(day)) is not None
            for each in comparisons_in(vintage.when)
            if each.name == name
        }
    ) or [Fraction(1)]
    there = [*limits, *([chip] if chip else [])]
    return Side(min(there) / _BEYOND, max(there) * _BEYOND, tuple(limits))


def _cell(
    facts: Facts,
    regimes: Sequence[Regime],
    day: dt.date,
    wide: tuple[Fraction, Fraction],
    high: tuple[Fraction, Fraction],
) -> Region:
    tpp, pd = _middle(*wide), _middle(*high)
    spans = {**facts.spans, AREA: exactly(tpp / pd)}
    found = evaluate(replace(facts, tpp=exactly(tpp), spans=spans), regimes, day)
    return Region(wide, high, _those(found, Answer.YES), _those(found, Answer.UNDETERMINED))


def _those(found: Iterable[Result], answer: Answer) -> tuple[str, ...]:
    return tuple(each.item for each in found if each.outcome is answer)


def _middle(low: Fraction, high: Fraction) -> Fraction:
    """The geometric middle, since both axes are logarithmic."""
    product = low * high * _FINE
    return Fraction(isqrt(int(product)), isqrt(_FINE))


def _merged(columns: Sequence[Sequence[Region]]) -> Iterator[Region]:
    """Neighbours that say the same made one: up each column, then across while the rows are the same."""
    open_: list[Region] = []
    for column in columns:
        rows = [
            _joined(list(group)) for _, group in groupby(column, key=lambda each: (each.met, each.undecided))
        ]
        grown = []
        for row in rows:
            left = next((each for each in open_ if _continues(each, row)), None)
            grown.append(row if left is None else replace(row, tpp=(left.tpp[0], row.tpp[1])))
            open_ = [each for each in open_ if each is not left]
        yield from open_
        open_ = grown
    yield from open_


def _continues(left: Region, right: Region) -> bool:
    return (left.pd, left.met, left.undecided) == (right.pd, right.met, right.undecided)


def _joined(cells: Sequence[Region]) -> Region:
    return replace(cells[0], pd=(cells[0].pd[0], cells[-1].pd[1]))
