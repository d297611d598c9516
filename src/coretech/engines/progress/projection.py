"""A budget as a share of GDP: what a plan's table prints, the same reckoned again, and ways to a target share."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from coretech.engines.progress.refusals import NotReckoned
from coretech.engines.progress.said import plain, rounded
from coretech.kit.roc import OFFSET, said_year
from coretech.kit.sentence import Sentence

FORMULA = Sentence(
    "占比＝預算 ÷ GDP；預算所需年增率＝（目標占比 × 目標年 GDP ÷ 起始預算）開年數次方根 － 1。",
    "Share = budget ÷ GDP; the budget's needed yearly growth = the n-th root, over n years, of (target share ×"
    " GDP of the target year ÷ the first budget), less 1.",
)


@dataclass(frozen=True, slots=True)
class Row:
    """A ROC year: budget and GDP in the same unit, and the share in per cent as printed (None where it is not)."""

    year: int
    budget: Decimal
    gdp: Decimal
    printed: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Checked:
    """A year's share in per cent, unrounded; ``agrees`` with the printed one at as many places as that has."""

    year: int
    share: Decimal
    printed: Decimal | None
    places: int | None
    agrees: bool | None

    @property
    def sentence(self) -> Sentence:
        """The share reckoned again, and how it compares with the printed one."""
        exact = plain(self.share)
        if self.printed is None or self.places is None:
            return Sentence(f"重算占比 {exact} %，原表未載。", f"Reckoned again {exact} %; none is printed.")
        zh, en = ("相符", "agrees") if self.agrees else ("不符", "does not agree")
        near = rounded(self.share, self.places)
        return Sentence(
            f"重算占比 {exact} %，四捨五入至小數 {self.places} 位為 {near} %，與原表 {self.printed} % {zh}。",
            f"Reckoned again {exact} %, to {self.places} places {near} %, which {en} with the printed"
            f" {self.printed} %.",
        )


@dataclass(frozen=True, slots=True)
class Scenario:
    """Yearly growth of GDP and of the budget as shares (0.02 is two per cent a year)."""

    gdp_growth: Decimal
    budget_growth: Decimal


@dataclass(frozen=True, slots=True)
class Outlook:
    """Where a scenario ends: its years, the share reached, and what the target share asks for.

    Shares in per cent; ``needed_growth`` of the budget as a share a year; ``gap`` is needed less projected budget.
    """

    rows: tuple[Row, ...]
    share: Decimal
    needed_budget: Decimal
    needed_growth: Decimal
    gap: Decimal


def share_of_gdp(row: Row) -> Decimal:
    """Budget as per cent of GDP.

    Raises:
        NotReckoned: where GDP is not above zero.
    """
    if row.gdp <= 0:
        year = said_year(OFFSET + row.year)
        raise NotReckoned(Sentence(f"{year.zh}的 GDP 須大於 0。", f"GDP of {year.en} must be above zero."))
    return row.budget / row.gdp * 100


def checked(rows: Sequence[Row]) -> tuple[Checked, ...]:
    """Each year's share reckoned again, held against the printed one at as many places as are printed."""
    return tuple(map(_checked, rows))


def _checked(row: Row) -> Checked:
    share = share_of_gdp(row)
    if row.printed is None:
        return Checked(row.year, share, None, None, None)
    places = max(-int(row.printed.as_tuple().exponent), 0)
    return Checked(row.year, share, row.printed, places, rounded(share, places) == row.printed)


def outlook(base: Row, scenario: Scenario, target: Decimal, year: int) -> Outlook:
    """What a scenario leads to from a base year, and the yearly growth that reaches ``target`` per cent in ``year``.

    Raises:
        NotReckoned: where the target year is not after the base, or a figure is not above zero.
    """
    if year <= base.year or base.budget <= 0 or target <= 0:
        raise NotReckoned(
            Sentence(
                "目標年須在起始年之後，起始預算與目標占比須大於 0。",
                "The target year must come after the first one; first budget and target share must be above zero.",
            )
        )
    rows = tuple(_grown(base, scenario, each) for each in range(base.year, year + 1))
    needed = target / 100 * rows[-1].gdp
    growth = (needed / base.budget) ** (Decimal(1) / (year - base.year)) - 1
    return Outlook(rows, share_of_gdp(rows[-1]), needed, growth, needed - rows[-1].budget)


def _grown(base: Row, scenario: Scenario, year: int) -> Row:
    years = year - base.year
    gdp = base.gdp * (1 + scenario.gdp_growth) ** years
    return Row(year, base.budget * (1 + scenario.budget_growth) ** years, gdp)
