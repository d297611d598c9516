"""The way of an indicator that is kept or not in each year: counted in years, never in its own unit."""

from collections.abc import Sequence
from decimal import Decimal

from coretech.engines.progress.pace import NO_WAY
from coretech.engines.progress.reckoned import Whole, YearReckoned
from coretech.engines.progress.said import share
from coretech.engines.progress.years import Asked, kept
from coretech.kit.sentence import Sentence

FORMULA = Sentence(
    "進度＝目標達成的年數 ÷ 訂有目標的年數；至今應有＝已到期的年數 ÷ 訂有目標的年數。"
    "未回報的年度不算達成；各年數值不相加。",
    "Progress = years whose target was met ÷ years with a target; due by now = years due ÷ years with a"
    " target. A year without a report is not met; the years' figures are not added.",
)


def whole(case: Asked, found: Sequence[YearReckoned]) -> Whole:
    """The share of the years that were kept; no share where no year has a target, no progress without a report."""
    met, due, total = kept(case, found)
    if not total:
        return Whole(None, None, None, NO_WAY, ())
    progress = Decimal(met) / total if case.actuals else None
    expected = Decimal(due) / total
    return Whole(progress, expected, None, NO_WAY, _steps(met, due, total))


def _steps(met: int, due: int, total: int) -> tuple[Sentence, ...]:
    """Both divisions with their figures."""
    met_share, due_share = share(Decimal(met) / total), share(Decimal(due) / total)
    return (
        Sentence(
            f"進度：達成 {met} 年 ÷ {total} 年 = {met_share}",
            f"Progress: {met} years met ÷ {total} = {met_share}",
        ),
        Sentence(
            f"至今應有：到期 {due} 年 ÷ {total} 年 = {due_share}",
            f"Due by now: {due} years ÷ {total} = {due_share}",
        ),
    )
