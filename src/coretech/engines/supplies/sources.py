"""From how few places the imports come: the share of the largest source, and the concentration of them all."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from coretech.engines.supplies.wording import shown
from coretech.kit.sentence import Sentence

MODERATE, HIGH = 1000, 1800
"""Above these an index is moderate and high: United States, Merger Guidelines (2023), guideline 1."""


class Band(StrEnum):
    """How concentrated sources are; single where there is only one."""

    SPREAD = "spread"
    MODERATE = "moderate"
    HIGH = "high"
    SINGLE = "single"


_BANDS = {
    Band.SPREAD: Sentence("分散", "spread"),
    Band.MODERATE: Sentence("中度集中", "moderately concentrated"),
    Band.HIGH: Sentence("高度集中", "highly concentrated"),
    Band.SINGLE: Sentence("單一來源", "a single source"),
}
_FORMULA = Sentence(
    "占比＝該來源進口量÷進口總量；集中度（HHI）＝各來源占比（%）平方之和，至多10,000",
    "share = imports from the source ÷ all imports; concentration (HHI) = the sum of the squares of the shares in "
    "per cent, at most 10,000",
)


@dataclass(frozen=True, slots=True)
class Source:
    """A source, its quantity, and its share of the whole, from 0 to 1."""

    name: str
    quantity: Decimal
    share: Decimal


@dataclass(frozen=True, slots=True)
class Sources:
    """Sources, the largest first, and their concentration from 0 to 10,000; None where nothing was imported."""

    sources: tuple[Source, ...]
    concentration: Decimal | None
    band: Band | None
    formula: Sentence
    steps: tuple[Sentence, ...]

    @property
    def largest_share(self) -> Decimal | None:
        """The share of the largest source: the single-source share."""
        return self.sources[0].share if self.sources else None


def concentration(quantities: Mapping[str, Decimal]) -> Sources:
    """The shares of sources by their quantities in one unit; a source of nothing is none.

    Raises:
        ValueError: for a quantity that is negative.
    """
    if any(quantity < 0 for quantity in quantities.values()):
        message = "a source with a negative quantity"
        raise ValueError(message)
    total = sum(quantities.values(), Decimal())
    sources = tuple(
        Source(name, quantity, quantity / total)
        for name, quantity in sorted(quantities.items(), key=lambda each: (-each[1], each[0]))
        if quantity
    )
    if not sources:
        nothing = Sentence("沒有申報進口來源", "no sources of imports were reported")
        return Sources((), None, None, _FORMULA, (nothing,))
    index = sum((10_000 * source.share**2 for source in sources), Decimal())
    band = _band(sources, index)
    return Sources(sources, index, band, _FORMULA, _steps(sources[0], total, index, band))


def _band(sources: tuple[Source, ...], index: Decimal) -> Band:
    if len(sources) == 1:
        return Band.SINGLE
    if index > HIGH:
        return Band.HIGH
    return Band.MODERATE if index > MODERATE else Band.SPREAD


def _steps(largest: Source, total: Decimal, index: Decimal, band: Band) -> tuple[Sentence, ...]:
    sum_ = f"{shown(largest.quantity)} ÷ {shown(total)} = {shown(largest.share * 100)}%"
    said = _BANDS[band]
    return (
        Sentence(f"最大來源{largest.name}：{sum_}", f"the largest source, {largest.name}: {sum_}"),
        Sentence(f"集中度：{shown(index, 0)}（{said.zh}）", f"concentration: {shown(index, 0)} ({said.en})"),
    )
