"""A state to be reached and held, such as a rate: the latest figure stands, years are never added."""

from collections.abc import Sequence
from decimal import Decimal

from coretech.engines.progress import carrying
from coretech.engines.progress.band import Band
from coretech.engines.progress.figures import TargetPoint
from coretech.engines.progress.path import share_from
from coretech.engines.progress.reckoned import Whole, YearReckoned
from coretech.engines.progress.years import Asked, Share
from coretech.kit.sentence import Sentence

FORMULA = Sentence(
    "進度＝（最近實績 － 基準值）÷（期末目標 － 基準值），愈低愈好者亦同；"
    "無基準值者：愈高愈好為實績 ÷ 目標，超過上限者為上限 ÷ 實績，落在範圍內為全部。"
    "至今應有以各年目標連線，按日數內插。各年不相加。",
    "Progress = (latest actual − baseline) ÷ (last target − baseline), also where lower is better. Without a"
    " baseline: actual ÷ target where higher is better, the upper bound ÷ actual where it is exceeded, all"
    " within the bounds. Due by now lies on straight lines between the years' targets, by days. Years are not"
    " added.",
)


def formula(_case: Asked) -> Sentence:
    """The same whichever way is better."""
    return FORMULA


def share(case: Asked) -> Share:
    """The share of a year's target, from the baseline on where there is one."""
    definition = case.definition

    def part(point: TargetPoint, within: Band, value: Decimal) -> Decimal | None:
        return share_from(definition.baseline, point, within, value, definition.direction)

    return part


def whole(case: Asked, _found: Sequence[YearReckoned]) -> Whole:
    """The latest level's share of the last target."""
    return carrying.whole(case, case.definition.baseline)
