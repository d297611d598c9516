"""Whether a cover meets the standard of the day: below, near or above, and by how many days."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from coretech.engines.supplies.figures import Basis, Standard
from coretech.engines.supplies.wording import shown, shown_days
from coretech.kit.roc import roc_short
from coretech.kit.sentence import Sentence

NEAR = Decimal("0.1")
"""Up to a tenth above the standard is near it: for 90 days nine more, about two returns a week apart. Our judgement."""


class Level(StrEnum):
    """Where a cover stands to its standard."""

    BELOW = "below"
    NEAR = "near"
    ABOVE = "above"
    UNKNOWN = "unknown"
    NO_STANDARD = "no_standard"


@dataclass(frozen=True, slots=True)
class Standing:
    """A cover beside its standard; ``margin`` is cover less standard in days, ``coming`` the standard that is next."""

    level: Level
    standard: Standard | None
    margin: Decimal | None
    coming: Standard | None
    formula: Sentence
    steps: tuple[Sentence, ...]


_BASES = {
    Basis.STATUTORY: Sentence("法定", "statutory"),
    Basis.PLANNED: Sentence("計畫目標", "planned"),
}
_LEVELS = {
    Level.BELOW: Sentence("低於標準", "below the standard"),
    Level.NEAR: Sentence("接近標準", "near the standard"),
    Level.ABOVE: Sentence("高於標準", "above the standard"),
}


def standard_on(standards: Iterable[Standard], day: dt.date) -> Standard | None:
    """The standard that holds on a day; of several the one that began last, and of those the one for more days."""
    holding = [each for each in standards if each.holds_on(day)]
    return max(holding, key=lambda each: (each.start, each.days), default=None)


def coming_after(standards: Iterable[Standard], day: dt.date) -> Standard | None:
    """The standard that begins next after a day."""
    later = [each for each in standards if each.start > day]
    return min(later, key=lambda each: (each.start, -each.days), default=None)


def standing(
    cover: Decimal | None, standards: Iterable[Standard], day: dt.date, near: Decimal = NEAR
) -> Standing:
    """A cover in days beside the standard of a day; ``near`` is the share above the standard that is still near it."""
    known = tuple(standards)
    held, coming = standard_on(known, day), coming_after(known, day)
    margin = None if cover is None or held is None else cover - held.days
    level = _level(margin, held, near)
    return Standing(level, held, margin, coming, _formula(near), _steps(cover, held, coming, level))


def _level(margin: Decimal | None, held: Standard | None, near: Decimal) -> Level:
    if held is None:
        return Level.NO_STANDARD
    if margin is None:
        return Level.UNKNOWN
    if margin < 0:
        return Level.BELOW
    return Level.NEAR if margin < held.days * near else Level.ABOVE


def _formula(near: Decimal) -> Sentence:
    share = shown(near * 100)
    return Sentence(
        f"低於當日標準者為低於；超過標準未達{share}%者為接近；其餘為高於",
        f"below where it is less than the standard of the day; near where it is less than {share} % above it; "
        "above otherwise",
    )


def _steps(
    cover: Decimal | None, held: Standard | None, coming: Standard | None, level: Level
) -> tuple[Sentence, ...]:
    steps = [_told(held)]
    if cover is not None and held is not None:
        margin = f"{shown_days(cover)} − {shown(held.days)} = {shown_days(cover - held.days)}"
        said = _LEVELS[level]
        steps.append(Sentence(f"{margin}天：{said.zh}", f"{margin} days: {said.en}"))
    if coming is not None:
        days = shown(coming.days)
        steps.append(
            Sentence(f"{roc_short(coming.start)}起為{days}天", f"from {coming.start} on it is {days} days")
        )
    return tuple(steps)


def _told(held: Standard | None) -> Sentence:
    if held is None:
        return Sentence("當日沒有標準", "no standard holds on the day")
    basis, days = _BASES[held.basis], shown(held.days)
    return Sentence(f"當日標準：{days}天（{basis.zh}）", f"the standard of the day: {days} days ({basis.en})")
