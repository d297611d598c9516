"""Counted from the start of the term: each year's figure contains those before it, so years are never added."""

from collections.abc import Sequence
from decimal import Decimal

from coretech.engines.progress import carrying, keeping
from coretech.engines.progress.band import Band
from coretech.engines.progress.figures import TargetPoint
from coretech.engines.progress.path import share_from
from coretech.engines.progress.reckoned import Whole, YearReckoned
from coretech.engines.progress.years import Asked, Share, only_rises
from coretech.kit.sentence import Sentence

FORMULA = Sentence(
    "進度＝（最近累計實績 － 基準值）÷（期末累計目標 － 基準值），未載基準值者以 0 起算；"
    "至今應有以各年目標連線，按日數內插。累計值已含前年，各年不相加。",
    "Progress = (latest cumulative actual − baseline) ÷ (last cumulative target − baseline), from 0 where no"
    " baseline is given; due by now lies on straight lines between the years' targets, by days. A cumulative"
    " figure contains the years before it: years are not added.",
)


def formula(case: Asked) -> Sentence:
    """A ceiling on a count is kept or not; only what is to grow has a way."""
    return FORMULA if only_rises(case.definition.direction) else keeping.FORMULA


def share(case: Asked) -> Share:
    """The share of a year's target, from the baseline on."""
    start, direction = _start(case), case.definition.direction

    def part(point: TargetPoint, within: Band, value: Decimal) -> Decimal | None:
        return share_from(start, point, within, value, direction)

    return part


def whole(case: Asked, found: Sequence[YearReckoned]) -> Whole:
    """The latest count's share of the last target."""
    if only_rises(case.definition.direction):
        return carrying.whole(case, _start(case))
    return keeping.whole(case, found)


def _start(case: Asked) -> Decimal:
    return Decimal(0) if case.definition.baseline is None else case.definition.baseline
