"""Sums of indicators, where a sum says something; every other one is refused."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from coretech.engines.progress.kinds import Kind, Nature
from coretech.engines.progress.refusals import MixedKinds
from coretech.kit.sentence import Sentence

__all__ = ["MixedKinds", "Part", "added"]

SHARES = frozenset({"%", "％", "‰", "百分點", "倍"})


@dataclass(frozen=True, slots=True)
class Part:
    """One figure of a sum: whose it is (``key``), of which ROC year, in which unit, actual or forecast."""

    key: str
    kind: Kind
    nature: Nature
    unit: str
    year: int
    value: Decimal


def added(parts: Sequence[Part]) -> Decimal:
    """The sum of figures that may be added; one figure alone is its own sum.

    Yearly counts add over measures and over years. Cumulative ones add over sister measures within one year, and never
    over years, since each contains the last. Levels, ranges, recurring ones, milestones and words add to nothing. The
    caller gives sisters: a measure and its own part are not known from each other here.

    Raises:
        MixedKinds: for any other sum, saying what is mixed.
    """
    _something(parts)
    _the_same(parts)
    if len(parts) > 1:
        _addable(parts)
    return sum((part.value for part in parts), Decimal(0))


def _something(parts: Sequence[Part]) -> None:
    if not parts:
        raise MixedKinds(
            Sentence("沒有數值可加總；無數值不等於 0。", "There is no figure to add; none is not zero.")
        )


def _the_same(parts: Sequence[Part]) -> None:
    """Refuse figures that differ in kind, unit or nature, or one that is given twice."""
    _one({part.kind.said for part in parts}, "種類", "kinds")
    _one({part.nature.said for part in parts}, "性質", "natures")
    _one({Sentence(part.unit or "無單位", part.unit or "no unit") for part in parts}, "單位", "units")
    if len({(part.key, part.year) for part in parts}) < len(parts):
        raise MixedKinds(
            Sentence(
                "同一項目同一年的數值出現兩次，不加總。",
                "The same figure of the same year is given twice; not added.",
            )
        )


def _one(found: set[Sentence], zh: str, en: str) -> None:
    if len(found) > 1:
        names = sorted(found, key=lambda each: each.en)
        raise MixedKinds(
            Sentence(
                f"{zh}不同，不能加總：{'、'.join(each.zh for each in names)}。",
                f"Different {en} are not added: {', '.join(each.en for each in names)}.",
            )
        )


def _addable(parts: Sequence[Part]) -> None:
    """Refuse kinds that have no sum, shares, and cumulative figures of several years."""
    kind, years = parts[0].kind, {part.year for part in parts}
    if kind not in (Kind.ANNUAL, Kind.CUMULATIVE):
        raise MixedKinds(
            Sentence(f"{kind.said.zh}的數值不相加。", f"Figures of the kind “{kind.said.en}” are not added.")
        )
    if parts[0].unit.strip() in SHARES:
        raise MixedKinds(
            Sentence(f"以「{parts[0].unit}」計的比率不相加。", f"Shares in “{parts[0].unit}” are not added.")
        )
    if kind is Kind.CUMULATIVE and len(years) > 1:
        raise MixedKinds(
            Sentence(
                "累計值已含前年，不跨年加總；請取最近一年。",
                "A cumulative figure contains the years before it and is not added over years; take the latest.",
            )
        )
