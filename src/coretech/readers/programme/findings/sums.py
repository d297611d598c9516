"""Sums of the budget that do not come to what is printed."""

from collections.abc import Iterator

from coretech.kit.sentence import Sentence
from coretech.readers.plans.finding import Finding, Kind
from coretech.readers.programme.read import Read

_NEAR = 0.005


def wrong_sums(read: Read) -> Iterator[Finding]:
    """Each printed sum of the budget table that its amounts do not come to."""
    for industry, year, printed, line in read.budget.sums:
        parts = [
            row for row in read.budget.rows if industry in {"", row.industry} and year in {None, row.year}
        ]
        total = round(sum(row.amount for row in parts), 6)
        if abs(total - printed) > _NEAR:
            lines = tuple(sorted({line, *(row.line for row in parts)}))
            yield Finding(Kind.SUM, lines, _said(_what(industry, year), printed, total))


def _what(industry: str, year: int | None) -> Sentence:
    """What the sum is of."""
    if industry:
        return Sentence(industry, industry)
    if year is None:
        return Sentence("各產業各年度", "all industries and years")
    return Sentence(f"{year} 年各產業", f"all industries in ROC year {year}")


def _said(what: Sentence, printed: float, total: float) -> Sentence:
    apart = printed - total
    return Sentence(
        f"{what.zh}經費合計印為 {printed:,.2f} 億元，逐項相加為 {total:,.2f} 億元，相差 {apart:,.2f} 億元。",
        f"The budget of {what.en} is printed as {printed:,.2f} hundred million NT dollars; its amounts come to "
        f"{total:,.2f}, which differs by {apart:,.2f}.",
    )
